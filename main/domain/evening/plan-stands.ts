// A time that the owner planned for a conversation is for what was open when he planned it: once that is answered or settled, a later
// question has no plan.
import type { Instant } from '../instant.ts';
import type { Planned } from '../queue/decisions.ts';
import type { Turn } from '../queue/sections.ts';

export type PlanFacts = {
  readonly turn: Turn;
  readonly isDone: boolean;
  readonly waitingSince: Instant | null;
  readonly lastAt: Instant;
};

/** More words of the customer about the same question leave the plan as it is; where we wait for him, any word ends it. */
export function planStands(planned: Planned, { turn, isDone, waitingSince, lastAt }: PlanFacts): boolean {
  if (isDone) return false;
  return (turn === 'ours' ? (waitingSince ?? lastAt) : lastAt) <= planned.seenUntil;
}
