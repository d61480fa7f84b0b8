// What the owner decided about a conversation. Everything else about its place in the queue is computed from its messages.
import type { FollowUpDecision } from '../follow-up/follow-up.ts';
import type { Instant } from '../instant.ts';

/**
 * 'history' is what was older than the queue's start when the account was added; 'account-detached' what was open when the owner
 * disconnected the account and kept its mail; 'deleted' what was open when he threw it away.
 */
export const DONE_REASONS = ['owner', 'phone', 'no-answer', 'history', 'account-detached', 'deleted'] as const;
export type DoneReason = (typeof DONE_REASONS)[number];

/** When the owner takes it in hand, and up to which message he knew when he said so. */
export type Planned = { readonly at: Instant; readonly seenUntil: Instant };

export type Decisions = {
  readonly doneAt: Instant | null;
  readonly doneBecause: DoneReason | null;
  readonly snoozedUntil: Instant | null;
  readonly replyByHand: Instant | null;
  /** The owner moved it between the queue and "Ter info" against our own idea. */
  readonly sortedAs: 'queue' | 'fyi' | null;
  /** Messages up to here were dealt with in another way than by an answer: the clock starts after it. Absent is null. */
  readonly settledUntil?: Instant | null | undefined;
  /** Promises made up to this instant went with what was put away then. Absent is null. */
  readonly promisesUntil?: Instant | null | undefined;
  /** His own word about the watch on an answer of ours. Absent is null: as the answer asks. */
  readonly followUp?: FollowUpDecision | null | undefined;
  /** Hides nothing and moves nothing: it stays in its section, with the planned time beside it. Absent is null. */
  readonly planned?: Planned | null | undefined;
  /** Thrown away then; shown nowhere but in the trash, and gone for good after a month. Only what is done is. Absent is null. */
  readonly deletedAt?: Instant | null | undefined;
};

export const isDeleted = ({ deletedAt, doneAt }: Pick<Decisions, 'deletedAt' | 'doneAt'>): boolean =>
  deletedAt != null && doneAt !== null;

export const NO_DECISIONS: Decisions = {
  doneAt: null,
  doneBecause: null,
  snoozedUntil: null,
  replyByHand: null,
  sortedAs: null,
  settledUntil: null,
  promisesUntil: null,
  followUp: null,
  planned: null,
  deletedAt: null,
};

/** A snooze without an end of its own: the last instant there is. */
export const UNTIL_THEY_WRITE: Instant = 8_640_000_000_000_000;
