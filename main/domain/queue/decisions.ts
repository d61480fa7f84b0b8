// What the owner decided about a conversation. Everything else about its place in the queue is computed from its messages.
import type { Instant } from '../instant.ts';

/**
 * 'history' is what was older than the queue's start when the account was added; 'account-detached' what was open when the owner
 * disconnected the account and kept its mail.
 */
export const DONE_REASONS = ['owner', 'phone', 'no-answer', 'history', 'account-detached'] as const;
export type DoneReason = (typeof DONE_REASONS)[number];

export type Decisions = {
  readonly doneAt: Instant | null;
  readonly doneBecause: DoneReason | null;
  readonly snoozedUntil: Instant | null;
  readonly replyByHand: Instant | null;
  /** The owner moved it between the queue and "Ter info" against our own idea. */
  readonly sortedAs: 'queue' | 'fyi' | null;
  /** Messages up to here were dealt with in another way than by an answer: the clock starts after it. Absent is null. */
  readonly settledUntil?: Instant | null | undefined;
};

export const NO_DECISIONS: Decisions = {
  doneAt: null,
  doneBecause: null,
  snoozedUntil: null,
  replyByHand: null,
  sortedAs: null,
  settledUntil: null,
};
