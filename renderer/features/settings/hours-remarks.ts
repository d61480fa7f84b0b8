// What is remarkable about the hours of one day, so that a slip of the keyboard is seen before a customer waits for it.
import type { OpenInterval } from '../../../main/domain/office-hours/office-hours.ts';

export type HoursRemark =
  /** Nothing lies between the two times: the business is not open then. */
  | { readonly kind: 'empty'; readonly at: string }
  /** Meant so by a bar, and a slip by everybody else. */
  | { readonly kind: 'past-midnight'; readonly from: string; readonly until: string }
  | { readonly kind: 'overlap' };

const DAY = 24 * 60;

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
};

export function hoursRemarks(intervals: readonly OpenInterval[]): readonly HoursRemark[] {
  const spans = intervals
    .map(([from, until]) => ({ from: minutesOf(from), until: minutesOf(until) }))
    .map(({ from, until }) => ({ from, until: until < from ? until + DAY : until }))
    .toSorted((a, b) => a.from - b.from);
  const remarks = intervals.flatMap(([from, until]): HoursRemark[] => {
    if (from === until) return [{ kind: 'empty', at: from }];
    return minutesOf(until) < minutesOf(from) ? [{ kind: 'past-midnight', from, until }] : [];
  });
  const reach = (at: number): number => Math.max(...spans.slice(0, at).map(({ until }) => until));
  const overlaps = spans.some((span, at) => at > 0 && span.from < reach(at) && span.until > span.from);
  return overlaps ? [...remarks, { kind: 'overlap' }] : remarks;
}
