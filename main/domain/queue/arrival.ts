// What a new message does to the owner's decisions: a customer who writes wakes what was put off and reopens what was done; anything
// new brings back what was thrown away.
import { asksForUs, isHumanAnswer, type AssessedMessage } from './assess.ts';
import { isDeleted, type Decisions } from './decisions.ts';
import type { Instant } from '../instant.ts';
import type { Turn } from './sections.ts';

export type Arrival = {
  readonly message: AssessedMessage;
  /**
   * Newer than everything that was there. Not compared with the moment of the decision: a mail may lie on the server for a
   * minute before we see it, and the owner cannot have decided about what he did not see. What a first sync brings
   * afterwards is older, and undoes nothing.
   */
  readonly isNewest: boolean;
  readonly turnBefore: Turn;
  /** The newest message that was there. */
  readonly lastAtBefore: Instant;
};

/** The same object when nothing changes. */
export function decisionsAfter(
  decisions: Decisions,
  { message, isNewest, turnBefore, lastAtBefore }: Arrival,
): Decisions {
  if (!isNewest || message.isHistory) return decisions;
  if (isDeleted(decisions)) return broughtBack(decisions, Math.min(lastAtBefore, message.at - 1));
  const isQuestion = asksForUs(message);
  if (!isQuestion && !isHumanAnswer(message)) return decisions;
  // A date set by hand was for the question that has been answered since; a new question gets its own clock. It is left in
  // place until then, so that taking an answer back within the undo time gives it back.
  const replyByHand = isQuestion && turnBefore !== 'ours' ? null : decisions.replyByHand;
  const isUnmoved =
    decisions.doneAt === null && decisions.snoozedUntil === null && replyByHand === decisions.replyByHand;
  return isUnmoved ? decisions : { ...decisions, doneAt: null, doneBecause: null, snoozedUntil: null, replyByHand };
}

/** Also for what asks nothing: nobody looks in the trash for news. What was asked before was thrown away, and waits no longer. */
const broughtBack = (decisions: Decisions, until: Instant): Decisions => ({
  ...decisions,
  doneAt: null,
  doneBecause: null,
  snoozedUntil: null,
  replyByHand: null,
  planned: null,
  settledUntil: until,
  promisesUntil: until,
  deletedAt: null,
});

/**
 * Two conversations turn out to be one. The older one's decisions stay; it is done, or thrown away, only if both were, and the watch that was decided
 * for the newer answer counts.
 */
export function decisionsMerged(
  older: Decisions,
  other: Pick<Decisions, 'doneAt' | 'followUp' | 'deletedAt'>,
): Decisions {
  const [mine, theirs] = [older.followUp ?? null, other.followUp ?? null];
  const isTheirs = theirs !== null && (mine === null || theirs.answerAt > mine.answerAt);
  const watched = isTheirs ? { ...older, followUp: theirs } : older;
  const kept = isDeleted(watched) && other.deletedAt == null ? undeleted(watched) : watched;
  return other.doneAt !== null ? kept : { ...kept, doneAt: null, doneBecause: null, deletedAt: null };
}

/** Where it stood before: what was done then is done still. */
export const undeleted = (decisions: Decisions): Decisions => ({
  ...decisions,
  deletedAt: null,
  ...(decisions.doneBecause === 'deleted' ? { doneAt: null, doneBecause: null } : {}),
});
