// By when a customer must have heard from us, out of the target in working time. Whose turn it is and since when is
// queue/assess.ts; a date set by hand, a commitment or a channel's window wins over this there.
import type { Instant } from '../instant.ts';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import { createOpenTime } from '../office-hours/open-time.ts';

export type ReplyByTarget = {
  /** Arrival of the oldest customer message that no human of ours answered. */
  readonly since: Instant;
  /** Working time. */
  readonly targetMinutes: number;
  readonly hours: OfficeHours;
};

export type ReplyBy = { readonly replyBy: Instant | null; readonly warnAt: Instant | null };

/** product.md, "The clock", rule 10: the warning comes when three quarters of the working time are used. */
export const WARN_SHARE = 0.75;

/** Null when the business never opens again. */
export function replyByFor({ since, targetMinutes, hours }: ReplyByTarget): ReplyBy {
  const openTime = createOpenTime(hours);
  return {
    replyBy: openTime.addMinutes(since, targetMinutes),
    warnAt: openTime.addMinutes(since, targetMinutes * WARN_SHARE),
  };
}
