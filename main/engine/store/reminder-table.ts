// Which moments call for a reminder, and which were reminded of: nothing fires twice, not after a restart either.
// Whether it is the moment for one, and what goes together, is engine/reminders; what was told and why, reminder-log-table.ts.
import { THRESHOLDS, type Threshold } from '../../contract/reminders.ts';
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type DueReminder = {
  readonly conversation: ConversationId;
  readonly threshold: Threshold;
  readonly dueAt: Instant;
};

/** Everything that is due, each conversation counted once with its heaviest threshold. */
export type DueTally = { readonly customers: number; readonly counts: Readonly<Record<Threshold, number>> };

export type ReminderTable = {
  /**
   * Due after `from` up to and including `until`, not given yet; each conversation once with its heaviest threshold, the heaviest
   * first and then in order of their moment. The first `limit` of them.
   */
  readonly due: (from: Instant, until: Instant, limit: number) => readonly DueReminder[];
  readonly tally: (from: Instant, until: Instant) => DueTally;
  /** Marks all that is due as given, however many, the lighter thresholds too. */
  readonly giveAll: (from: Instant, until: Instant, at: Instant) => void;
  /** The first moment after `after`, or null. */
  readonly nextAfter: (after: Instant) => Instant | null;
};

const ours = `turn = 'ours' AND done_at IS NULL`;
/** The column that holds each threshold's moment, and of which conversations it counts. `unless` puts it off for the time being. */
const MOMENTS: { readonly [name in Threshold]: { column: string; where: string; unless?: string } } = {
  // Put off, it is quiet until it wakes; being late is told all the same.
  warning: { column: 'warn_at', where: `${ours} AND warn_at IS NOT NULL`, unless: 'snoozed_until > @until' },
  'follow-up': {
    column: 'follow_up_at',
    where: 'follow_up_at IS NOT NULL AND done_at IS NULL',
    unless: 'snoozed_until > @until',
  },
  woken: { column: 'snoozed_until', where: 'snoozed_until IS NOT NULL AND done_at IS NULL' },
  overdue: { column: 'reply_by', where: ours },
};

// Told of this moment, or of a later one that is past as well: a reply-by that moves back in time is no news of somebody late.
const due = THRESHOLDS.map((threshold, weight) => {
  const { column, where, unless } = MOMENTS[threshold];
  return `SELECT id AS conversation, '${threshold}' AS threshold, ${column} AS dueAt, ${weight} AS weight,
     reply_by_from IS 'commitment' AS isPromise FROM conversation
   WHERE ${where} AND ${column} > @from AND ${column} <= @until ${unless === undefined ? '' : `AND (${unless}) IS NOT TRUE`}
     AND NOT EXISTS (SELECT 1 FROM reminder_given WHERE conversation_id = conversation.id AND threshold = '${threshold}'
       AND due_at BETWEEN conversation.${column} AND @until)`;
}).join(' UNION ALL ');
// SQLite takes the other columns from the row that holds the maximum.
const heaviest = `SELECT conversation, threshold, dueAt, isPromise, max(weight) AS weight FROM (${due}) GROUP BY conversation`;
const next = THRESHOLDS.map((threshold) => {
  const { column, where } = MOMENTS[threshold];
  return `SELECT min(${column}) AS due FROM conversation WHERE ${where} AND ${column} > @after`;
}).join(' UNION ALL ');

export const REMINDER_SQL = {
  due: `SELECT conversation, threshold, dueAt FROM (${heaviest}) ORDER BY weight DESC, isPromise DESC, dueAt, conversation LIMIT @limit`,
  counts: `SELECT threshold, count(*) AS count FROM (${heaviest}) GROUP BY threshold`,
  customers: `SELECT count(DISTINCT customer_address) FROM conversation WHERE id IN (SELECT conversation FROM (${due}))`,
  give: `INSERT OR IGNORE INTO reminder_given (conversation_id, threshold, due_at, given_at)
    SELECT conversation, threshold, dueAt, @at FROM (${due})`,
  next: `SELECT min(due) FROM (${next})`,
} as const;

type Span = { readonly from: Instant; readonly until: Instant };
type CountRow = { readonly threshold: Threshold; readonly count: number };

export function createReminderTable(db: Database): ReminderTable {
  const selectDue = db.prepare<Span & { readonly limit: number }, DueReminder>(REMINDER_SQL.due);
  const selectCounts = db.prepare<Span, CountRow>(REMINDER_SQL.counts);
  const selectCustomers = db.prepare<Span, number>(REMINDER_SQL.customers).pluck();
  const insertDue = db.prepare<Span & { readonly at: Instant }>(REMINDER_SQL.give);
  const selectNext = db.prepare<{ readonly after: Instant }, Instant | null>(REMINDER_SQL.next).pluck();
  const countOf = (rows: readonly CountRow[], threshold: Threshold): number =>
    rows.find((row) => row.threshold === threshold)?.count ?? 0;
  return {
    due: (from, until, limit) => selectDue.all({ from, until, limit }),
    tally: (from, until) => {
      const rows = selectCounts.all({ from, until });
      const counts = THRESHOLDS.map((threshold) => [threshold, countOf(rows, threshold)] as const);
      return {
        customers: selectCustomers.get({ from, until }) ?? 0,
        counts: Object.fromEntries(counts) as Record<Threshold, number>,
      };
    },
    giveAll: (from, until, at) => void insertDue.run({ from, until, at }),
    nextAfter: (after) => selectNext.get({ after }) ?? null,
  };
}
