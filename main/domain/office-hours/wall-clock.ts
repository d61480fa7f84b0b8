// What the clock on the wall shows in one zone, and when it shows it. Offsets are asked of the zone database once a year and
// kept in the created object: asking Intl per instant costs a microsecond or more, and a re-rank asks hundreds of thousands of times.
import { tzOffset } from '@date-fns/tz';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Instant, type ZoneName } from '../instant.ts';
import { dateOf, dayOf, type Day } from './calendar.ts';

export type WallTime = { readonly day: Day; readonly msOfDay: number };

export type WallClock = {
  readonly at: (instant: Instant) => WallTime;
  /**
   * The first instant at which the clock shows that time of that day or later. In spring a time that is skipped is therefore the
   * moment of the jump; in autumn a time that comes twice is its first coming. One rule for openings and closings keeps
   * touching intervals touching. `msOfDay` may lie outside the day.
   */
  readonly instantOf: (day: Day, msOfDay: number) => Instant;
};

/** Instants that JavaScript's Date can hold. */
export const LAST_INSTANT = 8_640_000_000_000_000;

type Stretch = { readonly from: Instant; readonly until: Instant; readonly offsetMs: number };

/** No zone has kept an offset for less than two weeks and gone back (Morocco's Ramadan time lasts about four). */
const SAMPLE_MS = 14 * DAY_MS;
/** A wall date is never further from UTC than this. */
const MARGIN_MS = 2 * DAY_MS;
/** Far more years than a desk looks at; absurd dates must not fill the memory. */
const MOST_YEARS = 500;

export function createWallClock(zone: ZoneName): WallClock {
  const years = new Map<number, readonly Stretch[]>();
  const stretchesOf = (year: number): readonly Stretch[] => {
    const known = years.get(year);
    if (known !== undefined) return known;
    if (years.size >= MOST_YEARS) years.clear();
    const found = findStretches(zone, year);
    years.set(year, found);
    return found;
  };
  return {
    at: (instant) => {
      const { year } = dateOf(Math.floor(instant / DAY_MS));
      const stretches = stretchesOf(year);
      const stretch = stretches.find((one) => instant < one.until) ?? stretches.at(-1);
      const wall = instant + (stretch?.offsetMs ?? 0);
      const day = Math.floor(wall / DAY_MS);
      return { day, msOfDay: wall - day * DAY_MS };
    },
    instantOf: (day, msOfDay) => {
      const wall = day * DAY_MS + msOfDay;
      for (const { from, until, offsetMs } of stretchesOf(dateOf(Math.floor(wall / DAY_MS)).year)) {
        const instant = Math.max(from, wall - offsetMs);
        if (instant < until) return instant;
      }
      return wall;
    },
  };
}

/** For one look at the clock; a loop makes a WallClock once. */
export function wallTimeAt(zone: ZoneName, instant: Instant): WallTime {
  const wall = instant + offsetAt(zone, instant);
  const day = Math.floor(wall / DAY_MS);
  return { day, msOfDay: wall - day * DAY_MS };
}

/** The year's stretches of one offset; the first is open to the past and the last to the future. */
function findStretches(zone: ZoneName, year: number): readonly Stretch[] {
  const first = dayOf(year, 1, 1) * DAY_MS - MARGIN_MS;
  const last = dayOf(year + 1, 1, 1) * DAY_MS + MARGIN_MS;
  const stretches: Stretch[] = [];
  let from = Number.NEGATIVE_INFINITY;
  let seen = first;
  let offsetMs = offsetAt(zone, first);
  while (seen < last) {
    const next = Math.min(seen + SAMPLE_MS, last);
    const nextOffset = offsetAt(zone, next);
    if (nextOffset !== offsetMs) {
      const change = findChange(zone, seen, next, offsetMs);
      stretches.push({ from, until: change, offsetMs });
      from = change;
      offsetMs = nextOffset;
    }
    seen = next;
  }
  return [...stretches, { from, until: Number.POSITIVE_INFINITY, offsetMs }];
}

/** To the second: no zone ever changed within one. */
function findChange(zone: ZoneName, before: Instant, after: Instant, offsetMs: number): Instant {
  let low = Math.floor(before / SECOND_MS);
  let high = Math.ceil(after / SECOND_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * SECOND_MS) === offsetMs) low = middle;
    else high = middle;
  }
  return high * SECOND_MS;
}

function offsetAt(zone: ZoneName, instant: Instant): number {
  const within = Math.max(-LAST_INSTANT, Math.min(LAST_INSTANT, instant));
  const minutes = tzOffset(zone, new Date(within));
  // A zone that the machine does not know (an old zone database) counts as UTC; settings refuse such a name.
  return Number.isNaN(minutes) ? 0 : Math.round(minutes * MINUTE_MS);
}
