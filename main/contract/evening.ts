// What the evening review and the day plan tell, and what can be decided there. What "closing" is, and who needs a decision, is
// domain/evening.
import { z } from 'zod';
import type { Channel } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { OpenSpan } from '../domain/office-hours/open-time.ts';
import type { Section } from '../domain/queue/sections.ts';
import type { ConversationId, DeliveryId, DeliveryState, QueueItem } from './views.ts';

const instant = z.number().int().min(0).max(8_640_000_000_000_000);

/** A working day as "YYYY-MM-DD" in the owner's zone. */
export const workingDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An answer is no decision of this kind: it is written, and leaves at opening. `replyBy` is needed past the one that stands. */
export const eveningChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), at: instant, replyBy: instant.nullable() }),
  z.object({ kind: z.literal('later'), until: instant, replyBy: instant.nullable() }),
  z.object({ kind: z.literal('no-answer') }),
]);
export type EveningChoice = z.infer<typeof eveningChoice>;

export type EveningState = {
  /** The working day that closed last, and when. */
  readonly day: string;
  readonly closedAt: Instant;
  /** That day is over and the next has not begun: the time for the review. */
  readonly isAfterClosing: boolean;
  readonly toDecide: number;
  readonly decided: number;
  /** When the owner closed the day; null also when something came in that is to be decided since. */
  readonly dayClosedAt: Instant | null;
  /** The working day that is planned: the one that runs now or comes next. */
  readonly planDay: string;
  /** Opening of that day; null where there are no opening hours. */
  readonly opensAt: Instant | null;
  /** There is a plan for today that the owner has not seen. */
  readonly hasFreshPlan: boolean;
  /** By time alone nothing of this changes before this instant. */
  readonly until: Instant;
};

/** What became of a conversation of the review, as it stands now. */
export type Decided =
  | { readonly kind: 'answer'; readonly leavesAt: Instant }
  | { readonly kind: 'plan'; readonly at: Instant }
  | { readonly kind: 'later'; readonly until: Instant }
  | { readonly kind: 'reply-by'; readonly at: Instant }
  | { readonly kind: 'no-answer' | 'phoned' | 'done' | 'fyi' };

export type ReviewDecision = {
  readonly conversation: ConversationId;
  readonly who: string;
  readonly subject: string;
  readonly decided: Decided;
};

export type ReviewView = EveningState & {
  /** The first of those to decide, twenty unless another limit was asked for, in the order of the queue, skipped ones last. */
  readonly undecided: readonly QueueItem[];
  /** The last decision first; the newest of them. */
  readonly decisions: readonly ReviewDecision[];
  readonly tally: Readonly<Partial<Record<Decided['kind'], number>>>;
  /** Free quarters of an hour to plan in, soonest first. */
  readonly slots: readonly Instant[];
  /** When an answer written now leaves: at opening. null: at once, for it is open or never will be. */
  readonly sendsAt: Instant | null;
};

/** A decision that was taken back. `text` is the answer that did not leave. */
export type TakenBack = { readonly conversation: ConversationId; readonly text: string | null };

export type PlanLine = {
  readonly conversation: ConversationId;
  readonly at: Instant;
  readonly who: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly section: Section;
  readonly replyBy: Instant | null;
  /** Answered, or done in another way. */
  readonly isDone: boolean;
};
export type LeavingLine = {
  readonly delivery: DeliveryId;
  readonly conversation: ConversationId;
  readonly who: string;
  readonly subject: string;
  readonly leavesAt: Instant;
  readonly state: DeliveryState;
};
export type WakingLine = {
  readonly conversation: ConversationId;
  readonly who: string;
  readonly subject: string;
  readonly until: Instant;
};
export type DueLine = {
  readonly conversation: ConversationId;
  readonly who: string;
  readonly subject: string;
  readonly replyBy: Instant;
};

/** Something promised for this day, in the owner's own words. */
export type PromisedLine = {
  readonly commitment: number;
  readonly conversation: ConversationId;
  readonly who: string;
  readonly words: string;
  readonly dueAt: Instant;
};

export type DayPlanView = {
  readonly day: string;
  readonly isToday: boolean;
  /** Opening hours of the day; where there are none, the hours that are planned in. */
  readonly hours: readonly OpenSpan[];
  /** In order. */
  readonly planned: readonly PlanLine[];
  /** Answers that leave at a chosen moment of this day, and those that did. */
  readonly leaving: readonly LeavingLine[];
  readonly waking: readonly WakingLine[];
  /** Open promises that are due before this day ends, the first due first. */
  readonly promised: readonly PromisedLine[];
  /** Due before this day ends, and neither planned for a time in it nor promised; the first of them. */
  readonly due: readonly DueLine[];
  readonly dueTotal: number;
  /** What lies open between the planned things. */
  readonly holes: readonly OpenSpan[];
  /** Free quarters of an hour to plan in, soonest first; of later days where this one has none. */
  readonly slots: readonly Instant[];
  /** The working days around it. */
  readonly before: string | null;
  readonly after: string | null;
};
