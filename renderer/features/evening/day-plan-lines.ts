// What a day holds as one row of lines in the order of the clock. Pure; how a line looks is day-plan-pane.tsx.
import type { DayPlanView, LeavingLine, PlanLine, WakingLine } from '../../../main/contract/evening.ts';
import type { OpenSpan } from '../../../main/domain/office-hours/open-time.ts';

export type DayLine =
  | { readonly kind: 'planned'; readonly at: number; readonly line: PlanLine }
  | { readonly kind: 'leaving'; readonly at: number; readonly line: LeavingLine }
  | { readonly kind: 'waking'; readonly at: number; readonly line: WakingLine }
  | { readonly kind: 'hole'; readonly at: number; readonly hole: OpenSpan };

/** What happens by itself comes before what the owner does at the same minute, and room after both. */
const RANK = { leaving: 0, waking: 1, planned: 2, hole: 3 } as const;

export function dayLines({ planned, leaving, waking, holes }: DayPlanView): readonly DayLine[] {
  const lines: DayLine[] = [
    ...leaving.map((line) => ({ kind: 'leaving', at: line.leavesAt, line }) as const),
    ...waking.map((line) => ({ kind: 'waking', at: line.until, line }) as const),
    ...planned.map((line) => ({ kind: 'planned', at: line.at, line }) as const),
    // An empty day is not a row of holes.
    ...(planned.length === 0 ? [] : holes.map((hole) => ({ kind: 'hole', at: hole.from, hole }) as const)),
  ];
  return lines.toSorted((a, b) => a.at - b.at || RANK[a.kind] - RANK[b.kind]);
}

/** The conversations one walks through with j and k, in the order in which they stand. */
export const conversationsOf = (plan: DayPlanView): readonly number[] => [
  ...dayLines(plan).flatMap((one) => (one.kind === 'hole' ? [] : [one.line.conversation])),
  ...plan.promised.map(({ conversation }) => conversation),
  ...plan.due.map(({ conversation }) => conversation),
];
