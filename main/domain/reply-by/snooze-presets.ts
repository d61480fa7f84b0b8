// The moments that are one key away when a conversation is put off. They follow the opening hours, and none is offered twice.
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../instant.ts';
import { weekdayIndex, type Day } from '../office-hours/calendar.ts';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import { createOpenTime, type OpenTime } from '../office-hours/open-time.ts';

/** In the order in which they are offered, soonest first. */
export const SNOOZE_PRESETS = [
  'later-today',
  'this-evening',
  'tomorrow',
  'next-opening',
  'after-weekend',
  'next-week',
] as const;
export type SnoozePreset = (typeof SNOOZE_PRESETS)[number];
export type SnoozeChoice = { readonly preset: SnoozePreset; readonly until: Instant };

export function snoozePresets({ now, hours }: { readonly now: Instant; readonly hours: OfficeHours }): SnoozeChoice[] {
  const openTime = createOpenTime(hours);
  const today = openTime.clock.at(now).day;
  const evening = eveningOf(today, openTime);
  const opening = openTime.openingFrom(today + 1);
  const isTomorrow = opening !== null && openTime.clock.at(opening).day === today + 1;
  const moments: Readonly<Record<SnoozePreset, Instant | null>> = {
    'later-today': laterToday(now, openTime),
    'this-evening': evening > now ? evening : null,
    tomorrow: isTomorrow ? opening : null,
    // Tomorrow is closed: the next day that is not, called what it is.
    'next-opening': isTomorrow ? null : opening,
    'after-weekend': openTime.openingFrom(today - weekdayIndex(today) + 7),
    'next-week': openTime.openingFrom(today + 7),
  };
  const offered: SnoozeChoice[] = [];
  for (const preset of SNOOZE_PRESETS) {
    const until = moments[preset];
    if (until !== null && !offered.some((choice) => choice.until === until)) offered.push({ preset, until });
  }
  return offered.toSorted((a, b) => a.until - b.until);
}

/** Long enough to do something else first. */
const LATER_MS = 3 * HOUR_MS;

/** About three hours on, at a quarter past the hour or so, and open; null when the working day ends before. */
export function laterToday(now: Instant, openTime: OpenTime): Instant | null {
  const closing = openTime.endOfWorkingDay(now);
  const quarter = 15 * MINUTE_MS;
  const open = openTime.nextOpening(Math.ceil((now + LATER_MS) / quarter) * quarter);
  return closing !== null && open !== null && open < closing && open - now < DAY_MS ? open : null;
}

/** After closing, in the hours in which one still works: from six, not later than eight. */
export function eveningOf(day: Day, openTime: OpenTime): Instant {
  const early = openTime.clock.instantOf(day, 18 * HOUR_MS);
  const late = openTime.clock.instantOf(day, 20 * HOUR_MS);
  const closing = openTime.openOn(day).at(-1)?.until ?? early;
  return Math.min(Math.max(closing, early), late);
}
