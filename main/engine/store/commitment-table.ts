// What was promised to customers: the words, the moment, the owner's word on it, and how it stands. What makes it stand so is
// domain/commitment/standing.ts; this only keeps and lists.
import { LEDGER_PARTS, type LedgerCounts, type LedgerPart } from '../../contract/commitments.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type {
  Closing,
  CommitmentSaid,
  CommitmentStanding,
  CommitmentState,
  MadeCommitment,
} from '../../domain/commitment/standing.ts';
import type { Address } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type CommitmentRow = MadeCommitment &
  CommitmentStanding & {
    readonly conversation: ConversationId;
    readonly words: string;
    readonly dueAt: Instant;
  };
export type ListedCommitment = CommitmentRow & {
  readonly customer: Address;
  readonly subject: string;
};

export type NewCommitment = Pick<
  CommitmentRow,
  'conversation' | 'message' | 'words' | 'madeAt' | 'dueAt' | 'isWholeAnswer' | 'said' | 'saidAt'
> & {
  /** Which of the promises of its message. */
  readonly nth: number;
};

export type CommitmentTable = {
  readonly add: (commitment: NewCommitment) => number;
  readonly get: (id: number) => CommitmentRow | null;
  /** In the order in which they were made. */
  readonly ofConversation: (conversation: ConversationId) => readonly CommitmentRow[];
  readonly isNoted: (message: MessageRowId) => boolean;
  readonly say: (id: number, said: CommitmentSaid, saidAt: Instant | null, dueAt: Instant) => void;
  readonly stand: (id: number, standing: CommitmentStanding) => void;
  readonly remove: (id: number) => void;
  /** How often the owner said no to a promise in just these words. */
  readonly turnedDown: (words: string) => number;
  /** The one that is open or proposed and due first; an open one before one that is asked about. Proposals due after `since` only. */
  readonly standing: (conversation: ConversationId, since: Instant) => CommitmentRow | null;
  /** Open and proposed ones: the first due first. Others: the last closed first. */
  readonly list: (part: LedgerPart, since: Instant, limit: number, offset: number) => readonly ListedCommitment[];
  readonly counts: (since: Instant, now: Instant) => LedgerCounts;
};

type Row = {
  readonly id: number;
  readonly conversation_id: number;
  readonly message_id: number | null;
  readonly words: string;
  readonly made_at: number;
  readonly due_at: number;
  readonly is_whole_answer: number;
  readonly said: CommitmentSaid;
  readonly said_at: number | null;
  readonly state: CommitmentState;
  readonly closed_because: Closing | null;
  readonly closed_at: number | null;
  readonly closed_by: number | null;
};
type ListedRow = Row & {
  readonly customer_name: string;
  readonly customer_address: string;
  readonly subject: string;
};

const COLUMNS = `commitment.id, conversation_id, message_id, words, made_at, due_at, is_whole_answer, said, said_at, state,
  closed_because, closed_at, closed_by`;

const fromRow = (row: Row): CommitmentRow => ({
  id: row.id,
  conversation: row.conversation_id,
  message: row.message_id,
  words: row.words,
  madeAt: row.made_at,
  dueAt: row.due_at,
  isWholeAnswer: row.is_whole_answer === 1,
  said: row.said,
  saidAt: row.said_at,
  state: row.state,
  because: row.closed_because,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
});

const listedFromRow = (row: ListedRow): ListedCommitment => ({
  ...fromRow(row),
  customer: { name: row.customer_name, address: row.customer_address },
  subject: row.subject,
});

const PARTS: { readonly [part in LedgerPart]: { readonly where: string; readonly order: string } } = {
  open: { where: `state = 'open'`, order: 'due_at, commitment.id' },
  proposed: { where: `state = 'proposed' AND due_at > @since`, order: 'due_at, commitment.id' },
  kept: { where: `state IN ('kept', 'moved')`, order: 'closed_at DESC, commitment.id DESC' },
  dropped: {
    where: `(state IN ('dropped', 'lapsed') OR (state = 'proposed' AND due_at <= @since))`,
    order: 'coalesce(closed_at, due_at) DESC, commitment.id DESC',
  },
};

export const COMMITMENT_SQL = {
  list: (part: LedgerPart): string =>
    `SELECT ${COLUMNS}, customer_name, customer_address, subject FROM commitment
     JOIN conversation ON conversation.id = commitment.conversation_id
     WHERE ${PARTS[part].where} AND conversation.deleted_at IS NULL ORDER BY ${PARTS[part].order} LIMIT @limit OFFSET @offset`,
  standing: `SELECT ${COLUMNS} FROM commitment
     WHERE conversation_id = ? AND (state = 'open' OR (state = 'proposed' AND due_at > ?))
     ORDER BY state = 'proposed', due_at, id LIMIT 1`,
} as const;

export function createCommitmentTable(db: Database): CommitmentTable {
  const insert = db.prepare(
    `INSERT INTO commitment (conversation_id, message_id, nth, words, made_at, due_at, is_whole_answer, said, said_at, state)
     VALUES (@conversation, @message, @nth, @words, @madeAt, @dueAt, @isWholeAnswer, @said, @saidAt,
       CASE @said WHEN 'watch' THEN 'open' ELSE 'proposed' END)`,
  );
  const selectOne = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM commitment WHERE id = ?`);
  const selectOf = db.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM commitment WHERE conversation_id = ? ORDER BY made_at, id`,
  );
  const selectNoted = db.prepare<[number], number>('SELECT 1 FROM commitment WHERE message_id = ?').pluck();
  const updateSaid = db.prepare<[CommitmentSaid, number | null, number, number]>(
    'UPDATE commitment SET said = ?, said_at = ?, due_at = ? WHERE id = ?',
  );
  const updateStanding = db.prepare(
    `UPDATE commitment SET state = @state, closed_because = @because, closed_at = @closedAt, closed_by = @closedBy
     WHERE id = @id`,
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM commitment WHERE id = ?');
  const selectTurnedDown = db
    .prepare<[string], number>(`SELECT count(*) FROM commitment WHERE words = ? AND said = 'dropped'`)
    .pluck();
  const selectStanding = db.prepare<[number, number], Row>(COMMITMENT_SQL.standing);
  const lists = byPart((part) =>
    db.prepare<{ readonly since: Instant; readonly limit: number; readonly offset: number }, ListedRow>(
      COMMITMENT_SQL.list(part),
    ),
  );
  const selectCounts = db.prepare<{ readonly since: Instant; readonly now: Instant }, LedgerCounts>(
    `SELECT ${LEDGER_PARTS.map((part) => `count(*) FILTER (WHERE ${PARTS[part].where}) AS ${part}`).join(', ')},
       count(*) FILTER (WHERE state = 'open' AND due_at <= @now) AS broken FROM commitment
     WHERE conversation_id NOT IN (SELECT id FROM conversation WHERE deleted_at IS NOT NULL)`,
  );

  return {
    add: (commitment) =>
      Number(insert.run({ ...commitment, isWholeAnswer: Number(commitment.isWholeAnswer) }).lastInsertRowid),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    ofConversation: (conversation) => selectOf.all(conversation).map(fromRow),
    isNoted: (message) => selectNoted.get(message) !== undefined,
    say: (id, said, saidAt, dueAt) => void updateSaid.run(said, saidAt, dueAt, id),
    stand: (id, standing) => void updateStanding.run({ id, ...standing }),
    remove: (id) => void deleteOne.run(id),
    turnedDown: (words) => selectTurnedDown.get(words) ?? 0,
    standing: (conversation, since) => {
      const row = selectStanding.get(conversation, since);
      return row === undefined ? null : fromRow(row);
    },
    list: (part, since, limit, offset) => lists[part].all({ since, limit, offset }).map(listedFromRow),
    counts: (since, now) => selectCounts.get({ since, now }) ?? NONE,
  };
}

const NONE: LedgerCounts = { open: 0, proposed: 0, kept: 0, dropped: 0, broken: 0 };

const byPart = <Value>(make: (part: LedgerPart) => Value): Readonly<Record<LedgerPart, Value>> => ({
  open: make('open'),
  proposed: make('proposed'),
  kept: make('kept'),
  dropped: make('dropped'),
});
