// What each of the owner's decisions writes. Pure: the row as it stands, and the decisions as they are to be.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { isDeleted, UNTIL_THEY_WRITE, type Decisions, type DoneReason } from '../../domain/queue/decisions.ts';
import type { ConversationRow } from '../store/conversation-table.ts';

type Decided = Pick<ConversationRow, 'decisions' | 'turn' | 'isFyi' | 'replyBy' | 'lastAt'>;

/** What was decided for the question that is now dealt with goes with it: a later question gets its own clock. */
export const asDone = ({ decisions, lastAt }: Decided, because: DoneReason, now: Instant): Decisions => ({
  ...decisions,
  doneAt: now,
  doneBecause: because,
  snoozedUntil: null,
  replyByHand: null,
  // The newest message that was there, and not now: one that lies on the server unseen is not dealt with.
  settledUntil: lastAt,
  promisesUntil: now,
});

/** History and what nobody was asked anything in comes back as ours to answer; the owner must mean something by it. */
export const asReopened = ({ decisions }: Decided): Decisions => ({
  ...decisions,
  doneAt: null,
  doneBecause: null,
  snoozedUntil: null,
  settledUntil: null,
  promisesUntil: null,
  sortedAs: decisions.doneBecause === 'history' ? 'queue' : decisions.sortedAs,
});

/** As if nothing had been decided about what waits; whether it is ours to answer at all stays as it was. */
export const asUndecided = (decisions: Decisions): Decisions => ({
  ...decisions,
  doneAt: null,
  doneBecause: null,
  snoozedUntil: null,
  planned: null,
  replyByHand: null,
  settledUntil: null,
  sortedAs: decisions.sortedAs === 'fyi' ? null : decisions.sortedAs,
});

/** Snoozing does not stop the clock (product.md, "The clock", rule 7): past the reply-by, a new one must be named. */
export function asSnoozed(
  { decisions, turn, replyBy: dueAt }: Decided,
  until: Instant,
  replyBy: Instant | null,
  now: Instant,
): Result<Decisions> {
  if (until <= now) return failed('moment-past', 'user', 'a snooze ends in the future');
  if (replyBy !== null && replyBy < until && until !== UNTIL_THEY_WRITE)
    return failed('invalid-argument', 'user', 'the reply-by is before the snooze ends');
  const isLate = turn === 'ours' && dueAt !== null && until > dueAt;
  if (isLate && replyBy === null) {
    return failed('past-reply-by', 'user', 'snoozed past its reply-by', { replyBy: String(dueAt) });
  }
  return ok({
    ...decisions,
    doneAt: null,
    doneBecause: null,
    snoozedUntil: until,
    planned: null,
    replyByHand: replyBy ?? decisions.replyByHand,
  });
}

/** A planned time hides nothing, and no plan lets a reply-by pass in silence: past it, a new one must be named. */
export function asPlanned(
  { decisions, replyBy: dueAt, lastAt }: Decided,
  at: Instant,
  replyBy: Instant | null,
  now: Instant,
): Result<Decisions> {
  if (at <= now) return failed('moment-past', 'user', 'a plan lies in the future');
  if (replyBy !== null && replyBy < at) return failed('invalid-argument', 'user', 'the reply-by is before the plan');
  // A promise is owed also where they spoke last.
  if (dueAt !== null && at > dueAt && replyBy === null) {
    return failed('past-reply-by', 'user', 'planned past its reply-by', { replyBy: String(dueAt) });
  }
  return ok({
    ...decisions,
    doneAt: null,
    doneBecause: null,
    snoozedUntil: null,
    planned: { at, seenUntil: lastAt },
    replyByHand: replyBy ?? decisions.replyByHand,
  });
}

/** null: back to the computed one. */
export function withReplyBy({ decisions, turn }: Decided, at: Instant | null, now: Instant): Result<Decisions> {
  if (turn !== 'ours') return failed('not-possible-now', 'user', 'nobody waits for an answer here');
  if (at !== null && at <= now) return failed('moment-past', 'user', 'a reply-by lies in the future');
  return ok({ ...decisions, replyByHand: at });
}

/**
 * For an answer of ours that stands last, or a conversation that was settled by phone; done or not. `answerAt`: the message that
 * the decision is about. null: no watch.
 */
export function withFollowUp(
  { decisions, turn }: Decided,
  answerAt: Instant | null,
  at: Instant | null | 'as-asked',
  now: Instant,
): Result<Decisions> {
  // Answered by phone, there is no answer of ours to see; what he was to send is watched all the same.
  const isPhoned = turn === 'nobody' && (decisions.doneBecause === 'phone' || decisions.followUp != null);
  if (answerAt === null || (turn !== 'theirs' && !isPhoned)) {
    return failed('not-possible-now', 'user', 'they are not the ones to answer here');
  }
  const isOff = at === null || at === 'as-asked';
  if (isOff && isPhoned) return ok({ ...decisions, followUp: null, doneAt: now, doneBecause: 'phone' });
  if (at === 'as-asked') return ok({ ...decisions, followUp: null });
  if (at !== null && at <= now) return failed('moment-past', 'user', 'a watch passes in the future');
  const open = at === null ? decisions : { ...decisions, doneAt: null, doneBecause: null };
  return ok({ ...open, followUp: { answerAt, at } });
}

/** Everything else stays as it was decided, for whoever thinks better of it. The newest message may be of a clock ahead of ours. */
export const asDeleted = ({ decisions, lastAt }: Decided, now: Instant): Decisions =>
  isDeleted(decisions)
    ? decisions
    : {
        ...decisions,
        doneAt: decisions.doneAt ?? Math.max(now, lastAt),
        doneBecause: decisions.doneAt === null ? 'deleted' : decisions.doneBecause,
        deletedAt: now,
      };

export const asSorted = ({ decisions }: Decided, as: 'queue' | 'fyi', now: Instant): Decisions => ({
  ...decisions,
  doneAt: null,
  doneBecause: null,
  settledUntil: as === 'queue' ? null : (decisions.settledUntil ?? null),
  promisesUntil: as === 'queue' ? null : now,
  sortedAs: as,
});
