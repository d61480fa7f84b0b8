// What the desk reminds the owner of, and what it keeps of that so that "why did I get this" has an answer.
import type { Channel } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { ReplyBySource } from '../domain/queue/sections.ts';
import type { ConversationId } from './views.ts';

/** From the lightest to the heaviest: of two that fall together for one conversation only the heavier is told. */
export const THRESHOLDS = ['warning', 'follow-up', 'woken', 'overdue'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

export type Reminder = {
  readonly conversation: ConversationId;
  readonly threshold: Threshold;
  readonly who: string;
  readonly subject: string;
  readonly replyBy: Instant | null;
  /** What was promised, where the reply-by is the moment of a promise. */
  readonly promised?: string;
  /** Of the newest message at that moment: what the owner decides from the notification is about no later one. */
  readonly lastAt: Instant;
};

/** What falls together is one bundle. */
export type ReminderBundle = {
  /** The heaviest first; the first few only. */
  readonly reminders: readonly Reminder[];
  readonly customers: number;
  /** Conversations, of all of the bundle. */
  readonly counts: Readonly<Record<Threshold, number>>;
};

/** Why it came later than its moment: outside opening hours, paused by the owner, or the computer or Balie was off. */
export const HELD_REASONS = ['closed', 'paused', 'away'] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

export type GivenReminder = {
  readonly conversation: ConversationId;
  readonly who: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly threshold: Threshold;
  /** The moment that called for it. */
  readonly dueAt: Instant;
  /** As it stood then. */
  readonly replyBy: Instant | null;
  readonly replyByFrom: ReplyBySource | null;
  /** Working time from the customer's question to that reply-by. */
  readonly workingMinutes: number | null;
  readonly held: HeldReason | null;
  /** False: not shown, because the owner had the conversation before him. */
  readonly isShown: boolean;
};

/** One notification, or what was left out for the owner was looking at it. */
export type GivenBundle = {
  readonly givenAt: Instant;
  /** All conversations that it was about; `reminders` are the first few. */
  readonly conversations: number;
  readonly reminders: readonly GivenReminder[];
};
