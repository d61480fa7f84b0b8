// Reads conversations for the queue: the few columns that order and sections are made of, and the pages of what is done.
// Writing them is conversation-table.ts's.
import type { ConversationId, DeliveryState } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Turn } from '../../domain/queue/sections.ts';
import type { Database } from './database.ts';

export type QueueRow = {
  readonly id: ConversationId;
  readonly turn: Turn;
  readonly isFyi: boolean;
  readonly isDone: boolean;
  readonly snoozedUntil: Instant | null;
  readonly waitingSince: Instant | null;
  readonly replyBy: Instant | null;
  readonly lastAt: Instant;
  readonly address: string;
  readonly facts: string;
};

export type QueueTable = {
  readonly get: (id: ConversationId) => QueueRow | null;
  /** Everything that is not done. */
  readonly live: () => readonly QueueRow[];
  readonly doneCount: () => number;
  /** State of the newest delivery that did not arrive yet, or null. */
  readonly openDelivery: (id: ConversationId) => DeliveryState | null;
  /** Done last first, without what was thrown away. */
  readonly donePage: (limit: number, offset: number) => readonly ConversationId[];
  /** Grows whenever another connection, such as the command line beside the app, wrote to this database. */
  readonly foreignVersion: () => number;
};

type Row = {
  readonly id: number;
  readonly turn: Turn;
  readonly is_fyi: number;
  readonly done_at: number | null;
  readonly snoozed_until: number | null;
  readonly waiting_since: number | null;
  readonly reply_by: number | null;
  readonly last_at: number;
  readonly customer_address: string;
  readonly factors: string;
};

const fromRow = (row: Row): QueueRow => ({
  id: row.id,
  turn: row.turn,
  isFyi: row.is_fyi === 1,
  isDone: row.done_at !== null,
  snoozedUntil: row.snoozed_until,
  waitingSince: row.waiting_since,
  replyBy: row.reply_by,
  lastAt: row.last_at,
  address: row.customer_address,
  facts: row.factors,
});

export const QUEUE_SQL = {
  live: `SELECT id, turn, is_fyi, done_at, snoozed_until, waiting_since, reply_by, last_at, customer_address, factors
    FROM conversation WHERE done_at IS NULL`,
  one: `SELECT id, turn, is_fyi, done_at, snoozed_until, waiting_since, reply_by, last_at, customer_address, factors
    FROM conversation WHERE id = ?`,
  // By two small indexes alone, however far down the page lies.
  donePage: `SELECT id FROM conversation WHERE done_at IS NOT NULL
      AND id NOT IN (SELECT id FROM conversation WHERE deleted_at IS NOT NULL) ORDER BY done_at DESC LIMIT ? OFFSET ?`,
  // No ORDER BY: see message-table.ts for what it costs. A conversation has one such delivery, seldom two.
  openDelivery: `SELECT id, state FROM delivery WHERE conversation_id = ? AND state <> 'sent'`,
  // Whatever is deleted is done.
  doneCount: `SELECT (SELECT count(*) FROM conversation WHERE done_at IS NOT NULL)
    - (SELECT count(*) FROM conversation WHERE deleted_at IS NOT NULL)`,
} as const;

export function createQueueTable(db: Database): QueueTable {
  const selectOne = db.prepare<[number], Row>(QUEUE_SQL.one);
  const selectLive = db.prepare<[], Row>(QUEUE_SQL.live);
  const selectDoneCount = db.prepare<[], number>(QUEUE_SQL.doneCount).pluck();
  const selectDonePage = db.prepare<[number, number], number>(QUEUE_SQL.donePage).pluck();
  const selectDeliveries = db.prepare<[number], { readonly id: number; readonly state: DeliveryState }>(
    QUEUE_SQL.openDelivery,
  );
  return {
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    live: () => selectLive.all().map(fromRow),
    doneCount: () => selectDoneCount.get() ?? 0,
    openDelivery: (id) => selectDeliveries.all(id).toSorted((a, b) => b.id - a.id)[0]?.state ?? null,
    donePage: (limit, offset) => selectDonePage.all(limit, offset),
    foreignVersion: () => db.pragma('data_version', { simple: true }) as number,
  };
}
