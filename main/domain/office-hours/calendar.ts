// Whole days as plain numbers: day 0 is 1970-01-01 in whatever zone the caller means. Which instant a day begins at is
// wall-clock.ts; which days are public holidays is holidays.ts.
import { WEEKDAYS, type Weekday } from './office-hours.ts';

/** Days since 1970-01-01 of the proleptic Gregorian calendar. */
export type Day = number;

export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** Howard Hinnant's days_from_civil: years of 365.2425 days that begin in March, so that the leap day comes last. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The other way round: civil_from_days. */
export function dateOf(dayNumber: Day): CalendarDate {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: Day): number => (((day + 3) % 7) + 7) % 7;

export const weekdayOf = (day: Day): Weekday => WEEKDAYS[weekdayIndex(day)] ?? 'mon';

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return next - dayOf(year, month, 1);
}

/** Null when there is no such date (31 April, 29 February of a common year). */
export function realDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** "2026-05-12" -> its day; null when it is not a date. */
export function parseIsoDay(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found === null ? null : realDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

export function isoDay(day: Day): string {
  const { year, month, day: ofMonth } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
}
