// What is worth a remark about a moment that was chosen: how much working time lies before it, and what looks like a slip.
import { DAY_MS, type Instant } from '../instant.ts';
import type { OpenTime } from '../office-hours/open-time.ts';

export type MomentRemarks = {
  /** From now until then. */
  readonly workingMinutes: number;
  /** Nobody is at the desk then. Closing time itself counts as open. */
  readonly isClosed: boolean;
  /** More than a year ahead. */
  readonly isFar: boolean;
};

const FAR_MS = 366 * DAY_MS;

export const momentRemarks = (at: Instant, now: Instant, openTime: OpenTime): MomentRemarks => ({
  workingMinutes: Math.round(openTime.minutesBetween(now, at)),
  isClosed: !openTime.isOpenAt(at) && !openTime.isOpenAt(at - 1),
  isFar: at - now > FAR_MS,
});
