// Is a conversation one that the owner still has to decide about this evening? Exactly those that arrived after closing, and those
// that would be late before the next working day ends; both only as long as he decided nothing.
import type { Instant } from '../instant.ts';
import type { Planned } from '../queue/decisions.ts';
import type { Section } from '../queue/sections.ts';
import type { Evening } from './closing.ts';

export type ReviewFacts = {
  readonly section: Section;
  /** The newest customer message that puts us to move; null when it is not ours to answer for a message. */
  readonly askedAt: Instant | null;
  readonly replyBy: Instant | null;
  /** null also where the plan no longer stands: plan-stands.ts. */
  readonly planned: Planned | null;
};

export const isOurs = (section: Section): boolean => section === 'overdue' || section === 'now' || section === 'soon';

export function needsDecision(
  { section, askedAt, replyBy, planned }: ReviewFacts,
  { closedAt, planEndsAt }: Pick<Evening, 'closedAt' | 'planEndsAt'>,
): boolean {
  if (!isOurs(section)) return false;
  if (planned !== null) {
    const isMissed = planned.at <= closedAt;
    const hasWrittenSince = askedAt !== null && askedAt > planned.seenUntil;
    return isMissed || hasWrittenSince;
  }
  return (askedAt !== null && askedAt > closedAt) || (replyBy !== null && replyBy <= planEndsAt);
}
