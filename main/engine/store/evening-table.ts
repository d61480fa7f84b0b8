// What an evening review is made of, and which conversations the owner planned a time for. The plan itself is one of the owner's
// decisions and is written with them, in conversation-table.ts.
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Decisions, Planned } from '../../domain/queue/decisions.ts';
import type { Database } from './database.ts';

export type EveningRow = {
  readonly day: string;
  readonly begunAt: Instant;
  readonly closedAt: Instant | null;
  /** He saw the plan of the working day that follows. */
  readonly planSeenAt: Instant | null;
};
export type EveningItemRow = {
  readonly conversation: ConversationId;
  readonly joinedAt: Instant;
  readonly skippedAt: Instant | null;
  /** null: still to be decided, as far as was seen. */
  readonly decidedAt: Instant | null;
  /** null: it was decided elsewhere than in the review. */
  readonly before: Decisions | null;
};

export type EveningTable = {
  readonly get: (day: string) => EveningRow | null;
  /** Nothing when it has begun already. Of other evenings nothing is kept: what was decided stands with its conversation. */
  readonly begin: (day: string, at: Instant) => void;
  /** null: open again. */
  readonly setClosed: (day: string, at: Instant | null) => void;
  readonly setPlanSeen: (day: string, at: Instant) => void;
  readonly items: (day: string) => readonly EveningItemRow[];
  readonly join: (day: string, conversation: ConversationId, at: Instant) => void;
  readonly leave: (day: string, conversation: ConversationId) => void;
  readonly skip: (day: string, conversation: ConversationId, at: Instant) => void;
  readonly decide: (
    day: string,
    conversation: ConversationId,
    decided: { readonly at: Instant; readonly before: Decisions | null } | null,
  ) => void;
  /** Every plan of what is not done. */
  readonly plans: () => ReadonlyMap<ConversationId, Planned>;
  /** Planned for a moment from the first instant up to the second, done or not, in order. */
  readonly plannedBetween: (from: Instant, until: Instant) => readonly ConversationId[];
  readonly wakingBetween: (from: Instant, until: Instant) => readonly ConversationId[];
};

type ItemRow = {
  readonly conversation_id: number;
  readonly joined_at: number;
  readonly skipped_at: number | null;
  readonly decided_at: number | null;
  readonly before: string | null;
};
type PlanRow = { readonly id: number; readonly planned_at: number; readonly planned_seen_until: number };

export const EVENING_SQL = {
  plans: `SELECT id, planned_at, planned_seen_until FROM conversation WHERE planned_at IS NOT NULL AND done_at IS NULL`,
  plannedBetween: `SELECT id FROM conversation WHERE planned_at >= ? AND planned_at < ?
      AND id NOT IN (SELECT id FROM conversation WHERE deleted_at IS NOT NULL) ORDER BY planned_at, id`,
  wakingBetween: `SELECT id FROM conversation WHERE snoozed_until >= ? AND snoozed_until < ? AND done_at IS NULL
    ORDER BY snoozed_until, id`,
} as const;

export function createEveningTable(db: Database): EveningTable {
  const selectOne = db.prepare<
    [string],
    {
      readonly day: string;
      readonly begun_at: number;
      readonly closed_at: number | null;
      readonly plan_seen_at: number | null;
    }
  >('SELECT day, begun_at, closed_at, plan_seen_at FROM evening WHERE day = ?');
  const insert = db.prepare<[string, number]>('INSERT OR IGNORE INTO evening (day, begun_at) VALUES (?, ?)');
  const forget = db.prepare<[string]>('DELETE FROM evening WHERE day <> ?');
  const updateClosed = db.prepare<[number | null, string]>('UPDATE evening SET closed_at = ? WHERE day = ?');
  const updateSeen = db.prepare<[number, string]>('UPDATE evening SET plan_seen_at = ? WHERE day = ?');
  const selectItems = db.prepare<[string], ItemRow>(
    'SELECT conversation_id, joined_at, skipped_at, decided_at, before FROM evening_item WHERE day = ?',
  );
  const insertItem = db.prepare<[string, number, number]>(
    'INSERT OR IGNORE INTO evening_item (day, conversation_id, joined_at) VALUES (?, ?, ?)',
  );
  const deleteItem = db.prepare<[string, number]>('DELETE FROM evening_item WHERE day = ? AND conversation_id = ?');
  const updateSkipped = db.prepare<[number, string, number]>(
    'UPDATE evening_item SET skipped_at = ? WHERE day = ? AND conversation_id = ?',
  );
  const updateDecided = db.prepare<[number | null, string | null, string, number]>(
    'UPDATE evening_item SET decided_at = ?, before = ? WHERE day = ? AND conversation_id = ?',
  );
  const selectPlans = db.prepare<[], PlanRow>(EVENING_SQL.plans);
  const selectPlanned = db.prepare<[number, number], number>(EVENING_SQL.plannedBetween).pluck();
  const selectWaking = db.prepare<[number, number], number>(EVENING_SQL.wakingBetween).pluck();

  return {
    get: (day) => {
      const row = selectOne.get(day);
      if (row === undefined) return null;
      return { day: row.day, begunAt: row.begun_at, closedAt: row.closed_at, planSeenAt: row.plan_seen_at };
    },
    begin: (day, at) => {
      if (insert.run(day, at).changes > 0) forget.run(day);
    },
    setClosed: (day, at) => void updateClosed.run(at, day),
    setPlanSeen: (day, at) => void updateSeen.run(at, day),
    items: (day) =>
      selectItems.all(day).map((row) => ({
        conversation: row.conversation_id,
        joinedAt: row.joined_at,
        skippedAt: row.skipped_at,
        decidedAt: row.decided_at,
        before: row.before === null ? null : (JSON.parse(row.before) as Decisions),
      })),
    join: (day, conversation, at) => void insertItem.run(day, conversation, at),
    leave: (day, conversation) => void deleteItem.run(day, conversation),
    skip: (day, conversation, at) => void updateSkipped.run(at, day, conversation),
    decide: (day, conversation, decided) =>
      void updateDecided.run(
        decided?.at ?? null,
        decided?.before == null ? null : JSON.stringify(decided.before),
        day,
        conversation,
      ),
    plans: () =>
      new Map(selectPlans.all().map((row) => [row.id, { at: row.planned_at, seenUntil: row.planned_seen_until }])),
    plannedBetween: (from, until) => selectPlanned.all(from, until),
    wakingBetween: (from, until) => selectWaking.all(from, until),
  };
}
