// The moment that an acknowledgement names: by when the customer hears from us, as one would say it. It becomes the reply-by to the
// very instant, so nothing is rounded after it was said.
import { HOUR_MS, MINUTE_MS, type Instant } from '../instant.ts';
import type { OpenTime } from '../office-hours/open-time.ts';

/** Nobody says "at 13:07"; within hours a quarter is fine enough, over a day half an hour is. */
const FINE_MS = 15 * MINUTE_MS;
const COARSE_MS = 30 * MINUTE_MS;
const SOON_MS = 4 * HOUR_MS;

/** Never before the target, and not past closing time where the target is not. */
export function statedMoment(target: Instant, now: Instant, { clock, openOn }: OpenTime): Instant {
  const step = target - now <= SOON_MS ? FINE_MS : COARSE_MS;
  const { day, msOfDay } = clock.at(target);
  const rounded = Math.max(target, clock.instantOf(day, Math.ceil(msOfDay / step) * step));
  const span = [...openOn(day - 1), ...openOn(day)].find(({ from, until }) => from < target && target <= until);
  return span !== undefined && rounded > span.until ? span.until : rounded;
}
