// What the owner was reminded of and why, for "why did I get this": a month of it. What may fire again is reminder-table.ts; this
// may be lost without harm.
import type { GivenBundle, GivenReminder, HeldReason, Threshold } from '../../contract/reminders.ts';
import type { ConversationId } from '../../contract/views.ts';
import { customerName } from '../../domain/contact/way.ts';
import type { Channel } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ReplyBySource } from '../../domain/queue/sections.ts';
import type { Database } from './database.ts';

export type LoggedReminder = Pick<
  GivenReminder,
  'conversation' | 'threshold' | 'dueAt' | 'replyBy' | 'replyByFrom' | 'workingMinutes' | 'held' | 'isShown'
>;

/** Named as his letters name him. */
export type LoggedBundle = Omit<GivenBundle, 'reminders'> & {
  readonly reminders: readonly (GivenReminder & { readonly address: string })[];
};

export type ReminderLogTable = {
  /** `conversations`: all that the bundle was about, of which these are the first. */
  readonly add: (givenAt: Instant, conversations: number, reminders: readonly LoggedReminder[]) => void;
  /** The newest bundles first, with what is still on the desk. */
  readonly recent: (bundles: number) => readonly LoggedBundle[];
  readonly removeBefore: (before: Instant) => void;
};

type Row = {
  readonly bundle: number;
  readonly bundle_size: number;
  readonly given_at: number;
  readonly conversation_id: ConversationId;
  readonly threshold: Threshold;
  readonly due_at: number;
  readonly reply_by: number | null;
  readonly reply_by_from: ReplyBySource | null;
  readonly working_minutes: number | null;
  readonly held: HeldReason | null;
  readonly is_shown: number;
  readonly channel: Channel;
  readonly subject: string;
  readonly customer_name: string;
  readonly customer_address: string;
};

export function createReminderLogTable(db: Database): ReminderLogTable {
  const insert = db.prepare(
    `INSERT INTO reminder_log
       (bundle, bundle_size, given_at, conversation_id, threshold, due_at, reply_by, reply_by_from, working_minutes, held, is_shown)
     VALUES (@bundle, @size, @givenAt, @conversation, @threshold, @dueAt, @replyBy, @replyByFrom, @workingMinutes, @held, @isShown)`,
  );
  const nextBundle = db.prepare<[], number>('SELECT coalesce(max(bundle), 0) + 1 FROM reminder_log').pluck();
  const selectRecent = db.prepare<[number], Row>(
    `SELECT bundle, bundle_size, given_at, conversation_id, threshold, due_at, reminder_log.reply_by,
       reminder_log.reply_by_from, working_minutes, held, is_shown, channel, subject, customer_name, customer_address
     FROM reminder_log JOIN conversation ON conversation.id = conversation_id
     WHERE bundle IN (SELECT DISTINCT bundle FROM reminder_log ORDER BY bundle DESC LIMIT ?)
     ORDER BY bundle DESC, reminder_log.id`,
  );
  const deleteBefore = db.prepare<[number]>('DELETE FROM reminder_log WHERE given_at < ?');
  return {
    add: (givenAt, conversations, reminders) => {
      const bundle = nextBundle.get() ?? 1;
      for (const reminder of reminders) {
        insert.run({ ...reminder, bundle, size: conversations, givenAt, isShown: Number(reminder.isShown) });
      }
    },
    recent: (bundles) =>
      [...Map.groupBy(selectRecent.all(bundles), ({ bundle }) => bundle).values()].flatMap((rows) => {
        const [first] = rows;
        if (first === undefined) return [];
        return [{ givenAt: first.given_at, conversations: first.bundle_size, reminders: rows.map(fromRow) }];
      }),
    removeBefore: (before) => void deleteBefore.run(before),
  };
}

const fromRow = (row: Row): LoggedBundle['reminders'][number] => ({
  conversation: row.conversation_id,
  who: customerName({ name: row.customer_name, address: row.customer_address }),
  address: row.customer_address,
  subject: row.subject,
  channel: row.channel,
  threshold: row.threshold,
  dueAt: row.due_at,
  replyBy: row.reply_by,
  replyByFrom: row.reply_by_from,
  workingMinutes: row.working_minutes,
  held: row.held,
  isShown: row.is_shown === 1,
});
