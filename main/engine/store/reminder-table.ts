// Which moments call for a reminder, and which were reminded of: nothing fires twice, not after a restart either.
// Whether it is the moment for one, and what goes together, is engine/reminders.
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export const THRESHOLDS = ['warning', 'overdue', 'woken'] as const;
export type Threshold = (typeof THRESHOLDS)[number];
export type DueReminder = {
  readonly conversation: ConversationId;
  readonly threshold: Threshold;
  readonly dueAt: Instant;
};

export type ReminderTable = {
  /** Due after `from` up to and including `until`, not given yet; in order of their moment. */
  readonly due: (from: Instant, until: Instant) => readonly DueReminder[];
  /** The first moment after `after`, or null. */
  readonly nextAfter: (after: Instant) => Instant | null;
  readonly give: (reminder: DueReminder, at: Instant) => void;
};

const due = (threshold: Threshold, column: string, where: string): string =>
  `SELECT id AS conversation, '${threshold}' AS threshold, ${column} AS dueAt FROM conversation
   WHERE ${where} AND ${column} > @from AND ${column} <= @until AND NOT EXISTS (SELECT 1 FROM reminder_given
     WHERE conversation_id = conversation.id AND threshold = '${threshold}' AND due_at = conversation.${column})`;
const ours = `turn = 'ours' AND done_at IS NULL`;
const next = (column: string, where: string): string =>
  `SELECT min(${column}) AS due FROM conversation WHERE ${where} AND ${column} > @after`;

export const REMINDER_SQL = {
  due: `${due('warning', 'warn_at', `${ours} AND warn_at IS NOT NULL`)}
    UNION ALL ${due('overdue', 'reply_by', ours)}
    UNION ALL ${due('woken', 'snoozed_until', 'snoozed_until IS NOT NULL AND done_at IS NULL')}
    ORDER BY dueAt, conversation`,
  next: `SELECT min(due) FROM (${next('warn_at', `${ours} AND warn_at IS NOT NULL`)}
    UNION ALL ${next('reply_by', ours)}
    UNION ALL ${next('snoozed_until', 'snoozed_until IS NOT NULL')})`,
} as const;

export function createReminderTable(db: Database): ReminderTable {
  const selectDue = db.prepare<{ readonly from: Instant; readonly until: Instant }, DueReminder>(REMINDER_SQL.due);
  const selectNext = db.prepare<{ readonly after: Instant }, Instant | null>(REMINDER_SQL.next).pluck();
  const insert = db.prepare<[number, Threshold, number, number]>(
    'INSERT OR IGNORE INTO reminder_given (conversation_id, threshold, due_at, given_at) VALUES (?, ?, ?, ?)',
  );
  return {
    due: (from, until) => selectDue.all({ from, until }),
    nextAfter: (after) => selectNext.get({ after }) ?? null,
    give: ({ conversation, threshold, dueAt }, at) => void insert.run(conversation, threshold, dueAt, at),
  };
}
