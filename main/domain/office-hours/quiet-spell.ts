// Is a channel silent longer than is its habit? Counted in open time, for no shop is surprised that nothing comes in on Sunday.
import { DAY_MS, MINUTE_MS, type Instant } from '../instant.ts';
import type { OpenTime } from './open-time.ts';

export type QuietSpell = {
  /** When the last message came in. */
  readonly since: Instant;
  /** The longest open time that passed without a message before, in ms. */
  readonly usuallyMs: number;
};

/** So many messages, over so many days, make a habit; before that every silence is as good as another. */
export const FEWEST_ARRIVALS = 20;
const FEWEST_DAYS_MS = 14 * DAY_MS;
/** Three times the longest silence so far surprises; and never less than half a working day. */
const SURPRISE = 3;
const SHORTEST_MINUTES = 240;

/** `arrivals` of the last weeks, ascending. null: nothing out of the ordinary. */
export function quietSpell(
  arrivals: readonly Instant[],
  now: Instant,
  openTime: Pick<OpenTime, 'minutesBetween'>,
): QuietSpell | null {
  const first = arrivals[0];
  const last = arrivals.at(-1);
  if (first === undefined || last === undefined || arrivals.length < FEWEST_ARRIVALS) return null;
  if (last - first < FEWEST_DAYS_MS) return null;
  const silentMinutes = openTime.minutesBetween(last, now);
  if (silentMinutes < SHORTEST_MINUTES) return null;
  let longest = 0;
  for (const [index, at] of arrivals.entries()) {
    const before = arrivals[index - 1];
    if (before !== undefined) longest = Math.max(longest, openTime.minutesBetween(before, at));
    if (silentMinutes < longest * SURPRISE) return null;
  }
  return { since: last, usuallyMs: longest * MINUTE_MS };
}
