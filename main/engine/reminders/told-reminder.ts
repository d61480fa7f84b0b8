// What is said of one conversation that fell due, and what is kept of why. When it is said is in reminders.ts.
import type { HeldReason, Reminder } from '../../contract/reminders.ts';
import { MINUTE_MS, type Instant } from '../../domain/instant.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { calledBy, type CardNames } from '../contacts/called.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { LoggedReminder } from '../store/reminder-log-table.ts';
import type { DueReminder } from '../store/reminder-table.ts';
import type { Store } from '../store/store.ts';

export type Circumstances = {
  readonly now: Instant;
  /** Also of a pause that is over. */
  readonly pausedUntil: Instant | null;
  readonly isToldWhenClosed: boolean;
  readonly openTime: OpenTime;
};

/** Told later than this after its moment, there is a reason to name. */
const PROMPT_MS = 2 * MINUTE_MS;

/** Empty when the conversation is gone. */
export function reminderOf(
  store: Pick<Store, 'conversations' | 'commitments'> & CardNames,
  due: DueReminder,
): readonly Reminder[] {
  const row = store.conversations.get(due.conversation);
  if (row === null) return [];
  const { conversation, threshold } = due;
  const who = calledBy(store, row.customer);
  const isOfPromise = row.replyByFrom === 'commitment' && (threshold === 'warning' || threshold === 'overdue');
  const promise = isOfPromise ? store.commitments.standing(conversation, due.dueAt) : null;
  const told = { conversation, threshold, who, subject: row.subject, replyBy: row.replyBy, lastAt: row.lastAt };
  return [promise === null ? told : { ...told, promised: promise.words }];
}

export function loggedReminder(
  due: DueReminder,
  { replyBy, replyByFrom, waitingSince }: Pick<ConversationRow, 'replyBy' | 'replyByFrom' | 'waitingSince'>,
  circumstances: Circumstances,
  isShown: boolean,
): LoggedReminder {
  const { openTime } = circumstances;
  const workingMinutes =
    waitingSince === null || replyBy === null ? null : Math.round(openTime.minutesBetween(waitingSince, replyBy));
  return { ...due, replyBy, replyByFrom, workingMinutes, held: heldBecause(due.dueAt, circumstances), isShown };
}

function heldBecause(
  dueAt: Instant,
  { now, pausedUntil, isToldWhenClosed, openTime }: Circumstances,
): HeldReason | null {
  if (now - dueAt < PROMPT_MS) return null;
  if (pausedUntil !== null && pausedUntil > dueAt && pausedUntil <= now) return 'paused';
  return openTime.isOpenAt(dueAt) || isToldWhenClosed ? 'away' : 'closed';
}
