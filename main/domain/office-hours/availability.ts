// Whether the owner is there: by his office hours, or as he said himself with the switch (open, closed, away until). What he said
// ends by itself at its instant. Closed and away are absences, which count as closing; open only lets things through
// (docs/decisions, "What the availability switch does to the clock").
import { DAY_MS, type Instant } from '../instant.ts';
import type { Absence } from './office-hours.ts';
import type { OpenTime } from './open-time.ts';

export const AVAILABILITY_WISHES = ['by-hours', 'open', 'closed', 'away'] as const;
export type AvailabilityWish = (typeof AVAILABILITY_WISHES)[number];

/** `by` whose word it is. */
export type Availability =
  | { readonly kind: 'open'; readonly by: 'hours' | 'owner'; readonly until: Instant }
  /** `until` null: never open again. */
  | { readonly kind: 'closed'; readonly by: 'hours' | 'owner'; readonly until: Instant | null }
  | { readonly kind: 'away'; readonly by: 'owner'; readonly until: Instant };

/** What the owner said, as it is kept. */
export type SaidAvailability = {
  readonly absences: readonly Absence[];
  /** Open against the hours, up to this instant. */
  readonly openUntil: Instant | null;
};

/** Absences stay in the hours after they ended, so that waits of then are still counted as they were. A few years of them. */
const MOST_ABSENCES = 200;
/** Longer is not a holiday but a mistake in the year. */
const LONGEST_AWAY_MS = 2 * 366 * DAY_MS;

export function availabilityAt(now: Instant, said: SaidAvailability, openTime: OpenTime): Availability {
  if (said.openUntil !== null && now < said.openUntil) return { kind: 'open', by: 'owner', until: said.openUntil };
  const absence = runningAbsence(now, said.absences);
  const opening = openTime.nextOpening(now);
  if (absence?.as === 'away') return { kind: 'away', by: 'owner', until: absence.until };
  if (absence !== undefined) return { kind: 'closed', by: 'owner', until: opening };
  const { day } = openTime.clock.at(now);
  const span = [...openTime.openOn(day - 1), ...openTime.openOn(day)].findLast(
    ({ from, until }) => from <= now && now < until,
  );
  return span === undefined
    ? { kind: 'closed', by: 'hours', until: opening }
    : { kind: 'open', by: 'hours', until: span.until };
}

/**
 * What is kept when the owner turns the switch; any choice ends the one before. `hours` are those without any absence that runs
 * now. Null: away until a moment that is past, or too far off.
 */
export function sayAvailability(
  wish: AvailabilityWish,
  until: Instant | null,
  now: Instant,
  said: SaidAvailability,
  hours: OpenTime,
): SaidAvailability | null {
  const absences = endedAt(now, said.absences);
  const add = (as: Absence['as'], end: Instant): SaidAvailability => ({
    absences: [...absences, { from: now, until: end, as }].slice(-MOST_ABSENCES),
    openUntil: null,
  });
  const midnight = hours.clock.instantOf(hours.clock.at(now).day + 1, 0);
  switch (wish) {
    case 'by-hours':
      return { absences, openUntil: null };
    case 'open':
      return { absences, openUntil: hours.endOfWorkingDay(now) ?? midnight };
    case 'closed': {
      const opening = hours.nextOpening(hours.endOfWorkingDay(now) ?? now);
      // Open round the clock, or never: the rest of the day is all that "closed" can mean.
      return add('closed', opening !== null && opening > now ? opening : midnight);
    }
    case 'away':
      return until === null || until <= now || until - now > LONGEST_AWAY_MS ? null : add('away', until);
  }
}

/** What runs now ends now. One from the future was said by a clock that has been set back since, and no longer means anything. */
export const endedAt = (now: Instant, absences: readonly Absence[]): readonly Absence[] =>
  absences.filter(({ from }) => from < now).map(({ from, until, as }) => ({ from, until: Math.min(until, now), as }));

const runningAbsence = (now: Instant, absences: readonly Absence[]): Absence | undefined =>
  absences.findLast(({ from, until }) => from <= now && now < until);
