// Silence that the owner asked for: for an hour, or until the shop opens again on a next day. What falls due meanwhile is told after.
import { DAY_MS, HOUR_MS, type Instant } from '../instant.ts';
import { createOpenTime } from './open-time.ts';
import type { OfficeHours } from './office-hours.ts';

export const PAUSES = ['hour', 'tomorrow'] as const;
export type Pause = (typeof PAUSES)[number];

/** Longer than any next opening is far: such a pause was made under a clock that has been set back since. */
const LONGEST_MS = 31 * DAY_MS;

export const isPausedAt = (now: Instant, pausedUntil: Instant | null): pausedUntil is Instant =>
  pausedUntil !== null && pausedUntil > now && pausedUntil - now <= LONGEST_MS;

/** Until when; a shop that opens no more within a month is asked again tomorrow at the same hour. */
export function pauseUntil(pause: Pause, now: Instant, hours: OfficeHours): Instant {
  if (pause === 'hour') return now + HOUR_MS;
  const time = createOpenTime(hours);
  const opening = time.openingFrom(time.clock.at(now).day + 1);
  return isPausedAt(now, opening) ? opening : now + DAY_MS;
}
