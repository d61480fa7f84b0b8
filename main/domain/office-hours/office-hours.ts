// When the business is open: intervals a weekday, closures and public holidays, in the owner's zone.
// Counting open time is in open-time.ts; which days are public holidays is in holidays.ts.
import type { Instant, ZoneName } from '../instant.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Wall-clock times "HH:MM"; "24:00" is the end of the day; an end before its start runs past midnight. */
export type OpenInterval = readonly [from: string, until: string];

export type WeekHours = { readonly [day in Weekday]: readonly OpenInterval[] };

/** Whole days, first and last included, as "YYYY-MM-DD" in the owner's zone. */
export type Closure = { readonly from: string; readonly until: string; readonly note: string };

/** Shut to the minute against the week's own hours, `until` not included: see availability.ts. */
export type Absence = { readonly from: Instant; readonly until: Instant; readonly as: 'closed' | 'away' };

export type OfficeHours = {
  readonly zone: ZoneName;
  readonly week: WeekHours;
  readonly closures: readonly Closure[];
  /** Dates "YYYY-MM-DD" on which the business is closed because of a public holiday, already chosen by the owner. */
  readonly holidays: readonly string[];
  /** Absent is none. */
  readonly absences?: readonly Absence[] | undefined;
};
