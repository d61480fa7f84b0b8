// What a new message does to the owner's decisions: a customer who writes wakes what was put off and reopens what was done.
import { asksForUs, isHumanAnswer, type AssessedMessage } from './assess.ts';
import type { Decisions } from './decisions.ts';
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
};

/** The same object when nothing changes. */
export function decisionsAfter(decisions: Decisions, { message, isNewest, turnBefore }: Arrival): Decisions {
  if (!isNewest || message.isHistory) return decisions;
  const isQuestion = asksForUs(message);
  if (!isQuestion && !isHumanAnswer(message)) return decisions;
  // A date set by hand was for the question that has been answered since; a new question gets its own clock. It is left in
  // place until then, so that taking an answer back within the undo time gives it back.
  const replyByHand = isQuestion && turnBefore !== 'ours' ? null : decisions.replyByHand;
  const isUnmoved =
    decisions.doneAt === null && decisions.snoozedUntil === null && replyByHand === decisions.replyByHand;
  return isUnmoved ? decisions : { ...decisions, doneAt: null, doneBecause: null, snoozedUntil: null, replyByHand };
}

/**
 * Two conversations turn out to be one. The older one's decisions stay; it is done only if both were, and the watch that was decided
 * for the newer answer counts.
 */
export function decisionsMerged(older: Decisions, other: Pick<Decisions, 'doneAt' | 'followUp'>): Decisions {
  const [mine, theirs] = [older.followUp ?? null, other.followUp ?? null];
  const isTheirs = theirs !== null && (mine === null || theirs.answerAt > mine.answerAt);
  const watched = isTheirs ? { ...older, followUp: theirs } : older;
  return other.doneAt !== null ? watched : { ...watched, doneAt: null, doneBecause: null };
}
