// Conversations: what they are about, what the owner decided, and what was computed from both. Which conversation a message
// belongs to is decided in engine/ingest; what its turn and reply-by are, in engine/queue.
import type { AccountId, ConversationId } from '../../contract/views.ts';
import type { Address, Channel, Language } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FollowUp } from '../../domain/follow-up/follow-up.ts';
import { isDeleted, type Decisions, type DoneReason } from '../../domain/queue/decisions.ts';
import type { ReplyBySource, Turn } from '../../domain/queue/sections.ts';
import type { Database } from './database.ts';
import { createDraftTable } from './draft-table.ts';

/** What its messages say about it. */
export type ConversationSummary = {
  readonly subject: string;
  readonly baseSubject: string;
  readonly language: Language | null;
  readonly preview: string;
  readonly messages: number;
  readonly unread: number;
  readonly startedAt: Instant;
  readonly lastAt: Instant;
};

/** What the clock says about it; may be thrown away and made again. */
export type ConversationClock = {
  readonly turn: Turn;
  readonly isFyi: boolean;
  readonly waitingSince: Instant | null;
  readonly replyBy: Instant | null;
  readonly replyByFrom: ReplyBySource | null;
  readonly warnAt: Instant | null;
  /** Office hours were edited at this instant, when so many working minutes of the target were used already. */
  readonly usedUntil: Instant | null;
  readonly usedMinutes: number;
  /** When the watch on our last answer passes; null where none runs. */
  readonly followUpAt: FollowUp['at'] | null;
  /** What rank needs beside the above, as JSON; '[]' until first settled. */
  readonly facts: string;
};

export type ConversationRow = ConversationSummary &
  ConversationClock & {
    readonly id: ConversationId;
    readonly account: AccountId;
    readonly channel: Channel;
    readonly customer: Address;
    readonly hasAttachments: boolean;
    readonly decisions: Decisions;
  };

export type NewConversation = Pick<ConversationRow, 'account' | 'channel' | 'customer' | 'subject' | 'baseSubject'> & {
  readonly at: Instant;
  readonly decisions: Decisions;
};

export type ConversationTable = {
  readonly add: (conversation: NewConversation) => ConversationId;
  readonly get: (id: ConversationId) => ConversationRow | null;
  readonly setCustomer: (id: ConversationId, customer: Address) => void;
  /** Where its newest question came in, and from where it is answered. */
  readonly setAccount: (id: ConversationId, account: AccountId) => void;
  /** The owner had written down the wrong route. */
  readonly setChannel: (id: ConversationId, channel: Channel) => void;
  readonly setHasAttachments: (id: ConversationId) => void;
  readonly decide: (id: ConversationId, decisions: Decisions) => void;
  readonly settle: (id: ConversationId, summary: ConversationSummary, clock: ConversationClock) => void;
  /** Working minutes of its target that were used under the office hours in force until that instant. */
  readonly carryUsed: (id: ConversationId, usedUntil: Instant, usedMinutes: number) => void;
  /** Conversations of this customer on this subject that were alive between the two instants; the latest first. */
  readonly onSubject: (
    account: AccountId,
    baseSubject: string,
    address: string,
    from: Instant,
    until: Instant,
  ) => readonly ConversationRow[];
  /** Those with a message at `since` or later, in the order of their making. */
  readonly activeSince: (since: Instant) => readonly ConversationId[];
  /** How many conversations this customer began before that instant; counts no further than `limit`. */
  readonly earlierWith: (address: string, before: Instant, limit: number) => number;
  /** Did a person of ours ever write in a conversation with this customer? */
  readonly wasAnswered: (address: string) => boolean;
  /** Not done, with this customer. */
  readonly openWith: (address: string) => readonly ConversationId[];
  /** Not done. */
  readonly openOf: (account: AccountId, limit: number) => readonly ConversationId[];
  /** Whose turn is ours and that are not done: those that office hours and targets matter to. */
  readonly withClock: () => readonly ConversationId[];
  /** Not done, and theirs to answer: those that may be watched. */
  readonly withWatch: () => readonly ConversationId[];
  /** Moves messages, outbox, draft and given reminders of `other` into `kept`, and removes `other`. */
  readonly merge: (kept: ConversationId, other: ConversationId) => void;
  readonly remove: (id: ConversationId) => void;
};

export type ConversationDbRow = {
  readonly id: number;
  readonly account_id: string;
  readonly channel: Channel;
  readonly subject: string;
  readonly base_subject: string;
  readonly customer_name: string;
  readonly customer_address: string;
  readonly language: Language | null;
  readonly preview: string;
  readonly message_count: number;
  readonly unread_count: number;
  readonly has_attachments: number;
  readonly started_at: number;
  readonly last_at: number;
  readonly done_at: number | null;
  readonly done_because: DoneReason | null;
  readonly snoozed_until: number | null;
  readonly reply_by_hand: number | null;
  readonly settled_until: number | null;
  readonly promises_until: number | null;
  readonly follow_up_for: number | null;
  readonly follow_up_hand: number | null;
  readonly planned_at: number | null;
  readonly planned_seen_until: number | null;
  readonly deleted_at: number | null;
  readonly sorted_as: 'queue' | 'fyi' | null;
  readonly turn: Turn;
  readonly is_fyi: number;
  readonly waiting_since: number | null;
  readonly reply_by: number | null;
  readonly reply_by_from: ReplyBySource | null;
  readonly warn_at: number | null;
  readonly used_until: number | null;
  readonly used_minutes: number;
  readonly follow_up_at: number | null;
  readonly factors: string;
};

export const CONVERSATION_COLUMNS =
  'id, account_id, channel, subject, base_subject, customer_name, customer_address, language, preview, message_count,' +
  ' unread_count, has_attachments, started_at, last_at, done_at, done_because, snoozed_until, reply_by_hand, settled_until,' +
  ' sorted_as, turn, is_fyi, waiting_since, reply_by, reply_by_from, warn_at, used_until, used_minutes, factors,' +
  ' promises_until, follow_up_for, follow_up_hand, follow_up_at, planned_at, planned_seen_until, deleted_at';

export const conversationFromRow = (row: ConversationDbRow): ConversationRow => ({
  id: row.id,
  account: row.account_id,
  channel: row.channel,
  subject: row.subject,
  baseSubject: row.base_subject,
  customer: { name: row.customer_name, address: row.customer_address },
  language: row.language,
  preview: row.preview,
  messages: row.message_count,
  unread: row.unread_count,
  hasAttachments: row.has_attachments === 1,
  startedAt: row.started_at,
  lastAt: row.last_at,
  decisions: {
    doneAt: row.done_at,
    doneBecause: row.done_because,
    snoozedUntil: row.snoozed_until,
    replyByHand: row.reply_by_hand,
    sortedAs: row.sorted_as,
    settledUntil: row.settled_until,
    promisesUntil: row.promises_until,
    followUp: row.follow_up_for === null ? null : { answerAt: row.follow_up_for, at: row.follow_up_hand },
    planned:
      row.planned_at === null ? null : { at: row.planned_at, seenUntil: row.planned_seen_until ?? row.planned_at },
    deletedAt: row.deleted_at,
  },
  turn: row.turn,
  isFyi: row.is_fyi === 1,
  waitingSince: row.waiting_since,
  replyBy: row.reply_by,
  replyByFrom: row.reply_by_from,
  warnAt: row.warn_at,
  usedUntil: row.used_until,
  usedMinutes: row.used_minutes,
  followUpAt: row.follow_up_at,
  facts: row.factors,
});

export function createConversationTable(db: Database): ConversationTable {
  const drafts = createDraftTable(db);
  const insert = db.prepare(
    `INSERT INTO conversation (account_id, channel, subject, base_subject, customer_name, customer_address, started_at, last_at,
       done_at, done_because, snoozed_until, reply_by_hand, settled_until, promises_until, sorted_as, follow_up_for, follow_up_hand, planned_at,
       planned_seen_until, deleted_at)
     VALUES (@account, @channel, @subject, @baseSubject, @name, @address, @at, @at,
       @doneAt, @doneBecause, @snoozedUntil, @replyByHand, @settledUntil, @promisesUntil, @sortedAs, @followUpFor, @followUpHand, @plannedAt,
       @plannedSeenUntil, @deletedAt)`,
  );
  const selectOne = db.prepare<[number], ConversationDbRow>(
    `SELECT ${CONVERSATION_COLUMNS} FROM conversation WHERE id = ?`,
  );
  const updateCustomer = db.prepare<[string, string, number]>(
    'UPDATE conversation SET customer_name = ?, customer_address = ? WHERE id = ?',
  );
  const updateAccount = db.prepare<[string, number]>('UPDATE conversation SET account_id = ? WHERE id = ?');
  const updateChannel = db.prepare<[Channel, number]>('UPDATE conversation SET channel = ? WHERE id = ?');
  const updateAttachments = db.prepare<[number]>('UPDATE conversation SET has_attachments = 1 WHERE id = ?');
  const updateDecisions = db.prepare(
    `UPDATE conversation SET done_at = @doneAt, done_because = @doneBecause, snoozed_until = @snoozedUntil,
       reply_by_hand = @replyByHand, settled_until = @settledUntil, promises_until = @promisesUntil, sorted_as = @sortedAs,
       follow_up_for = @followUpFor, follow_up_hand = @followUpHand, planned_at = @plannedAt,
       planned_seen_until = @plannedSeenUntil, deleted_at = @deletedAt WHERE id = @id`,
  );
  const updateSettled = db.prepare(
    `UPDATE conversation SET subject = @subject, base_subject = @baseSubject, language = @language, preview = @preview,
       message_count = @messages, unread_count = @unread, started_at = @startedAt, last_at = @lastAt, turn = @turn,
       is_fyi = @isFyi, waiting_since = @waitingSince, reply_by = @replyBy, reply_by_from = @replyByFrom, warn_at = @warnAt,
       used_until = @usedUntil, used_minutes = @usedMinutes, follow_up_at = @followUpAt,
       factors = @facts WHERE id = @id`,
  );
  const updateUsed = db.prepare<[number, number, number]>(
    'UPDATE conversation SET used_until = ?, used_minutes = ? WHERE id = ?',
  );
  // Sorted in code for the reason given in message-table.ts. Fifty a month on one subject by one customer is a robot.
  const selectOnSubject = db.prepare<[string, string, string, number, number], ConversationDbRow>(
    `SELECT ${CONVERSATION_COLUMNS} FROM conversation
     WHERE base_subject = ? AND customer_address = ? AND account_id = ? AND last_at >= ? AND +started_at <= ?
     LIMIT 50`,
  );
  const selectEarlier = db
    .prepare<[string, number, number], number>(
      `SELECT count(*) FROM
         (SELECT 1 FROM conversation WHERE customer_address = ? AND started_at < ? AND deleted_at IS NULL LIMIT ?)`,
    )
    .pluck();
  const selectAnswered = db
    .prepare<[string], number>(
      `SELECT EXISTS (
         SELECT 1 FROM conversation c JOIN message m ON m.conversation_id = c.id
         WHERE c.customer_address = ? AND m.direction = 'out' AND m.kind IN ('human', 'invite'))`,
    )
    .pluck();
  const selectOpenWith = db
    .prepare<[string], number>('SELECT id FROM conversation WHERE customer_address = ? AND done_at IS NULL')
    .pluck();
  const selectOpenOf = db
    .prepare<[string, number], number>('SELECT id FROM conversation WHERE account_id = ? AND done_at IS NULL LIMIT ?')
    .pluck();
  const selectWithClock = db
    .prepare<[], number>(`SELECT id FROM conversation WHERE turn = 'ours' AND done_at IS NULL ORDER BY reply_by`)
    .pluck();
  const selectWithWatch = db
    .prepare<[], number>(
      `SELECT id FROM conversation WHERE done_at IS NULL AND (turn = 'theirs' OR (turn = 'nobody' AND follow_up_at IS NOT NULL))`,
    )
    .pluck();
  const moves = [
    'UPDATE message SET conversation_id = @kept WHERE conversation_id = @other',
    'UPDATE delivery SET conversation_id = @kept WHERE conversation_id = @other',
    'UPDATE acknowledgement SET conversation_id = @kept WHERE conversation_id = @other',
    'UPDATE lesson SET conversation_id = @kept WHERE conversation_id = @other',
    'UPDATE draft SET conversation_id = @kept WHERE conversation_id = @other',
    'UPDATE OR IGNORE reminder_given SET conversation_id = @kept WHERE conversation_id = @other',
    // What went with the other one when that was put away stays gone: its decisions are not taken over.
    `UPDATE commitment SET said = state, said_at = closed_at WHERE conversation_id = @other
     AND state IN ('kept', 'dropped') AND closed_because IN ('done', 'phoned', 'no-answer', 'set-apart')`,
    'UPDATE commitment SET conversation_id = @kept WHERE conversation_id = @other',
    'UPDATE reminder_log SET conversation_id = @kept WHERE conversation_id = @other',
    'UPDATE OR IGNORE evening_item SET conversation_id = @kept WHERE conversation_id = @other',
    `UPDATE conversation SET has_attachments = max(has_attachments,
       (SELECT has_attachments FROM conversation WHERE id = @other)) WHERE id = @kept`,
  ].map((sql) => db.prepare<{ readonly kept: number; readonly other: number }>(sql));
  const selectActive = db
    .prepare<[number], number>('SELECT id FROM conversation WHERE last_at >= ? ORDER BY id')
    .pluck();
  const deleteOne = db.prepare<[number]>('DELETE FROM conversation WHERE id = ?');

  return {
    add: ({ account, channel, customer, subject, baseSubject, at, decisions }) =>
      Number(
        insert.run({
          account,
          channel,
          subject,
          baseSubject,
          name: customer.name,
          address: customer.address.toLowerCase(),
          at,
          ...columnsOf(decisions),
        }).lastInsertRowid,
      ),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : conversationFromRow(row);
    },
    setCustomer: (id, customer) => void updateCustomer.run(customer.name, customer.address.toLowerCase(), id),
    setAccount: (id, account) => void updateAccount.run(account, id),
    setChannel: (id, channel) => void updateChannel.run(channel, id),
    setHasAttachments: (id) => void updateAttachments.run(id),
    decide: (id, decisions) => void updateDecisions.run({ id, ...columnsOf(decisions) }),
    settle: (id, summary, clock) => void updateSettled.run({ id, ...summary, ...clock, isFyi: Number(clock.isFyi) }),
    // Half a minute more or less over a working day is nothing that a customer notices; the column holds whole minutes.
    carryUsed: (id, usedUntil, usedMinutes) => void updateUsed.run(usedUntil, Math.round(usedMinutes), id),
    onSubject: (account, baseSubject, address, from, until) =>
      selectOnSubject
        .all(baseSubject, address.toLowerCase(), account, from, until)
        .map(conversationFromRow)
        .toSorted((a, b) => b.lastAt - a.lastAt || a.id - b.id),
    activeSince: (since) => selectActive.all(since),
    wasAnswered: (address) => selectAnswered.get(address) === 1,
    earlierWith: (address, before, limit) => selectEarlier.get(address, before, limit) ?? 0,
    openWith: (address) => selectOpenWith.all(address.toLowerCase()),
    openOf: (account, limit) => selectOpenOf.all(account, limit),
    withClock: () => selectWithClock.all(),
    withWatch: () => selectWithWatch.all(),
    merge: (kept, other) => {
      // Two answers that are being written become one: what the owner typed is never thrown away.
      const [first, second] = [drafts.answerIn(kept), drafts.answerIn(other)];
      if (first !== null && second !== null) drafts.join(first, second);
      for (const move of moves) move.run({ kept, other });
      deleteOne.run(other);
    },
    remove: (id) => void deleteOne.run(id),
  };
}

const columnsOf = (decisions: Decisions) => ({
  doneAt: decisions.doneAt,
  doneBecause: decisions.doneBecause,
  snoozedUntil: decisions.snoozedUntil,
  replyByHand: decisions.replyByHand,
  settledUntil: decisions.settledUntil ?? null,
  promisesUntil: decisions.promisesUntil ?? null,
  sortedAs: decisions.sortedAs,
  followUpFor: decisions.followUp?.answerAt ?? null,
  followUpHand: decisions.followUp?.at ?? null,
  plannedAt: decisions.planned?.at ?? null,
  plannedSeenUntil: decisions.planned?.seenUntil ?? null,
  // Whatever opens it again brings it back: what is thrown away is done, so that nothing waits for it.
  deletedAt: isDeleted(decisions) ? (decisions.deletedAt ?? null) : null,
});
