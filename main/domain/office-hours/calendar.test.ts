import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOf, dayOf, isoDay, parseIsoDay, realDay, weekdayOf } from './calendar.ts';

it('names the weekday of a date', () => {
  expect([dayOf(1970, 1, 1), dayOf(2026, 5, 12), dayOf(2024, 2, 29), dayOf(1583, 1, 1)].map(weekdayOf)).toEqual([
    'thu',
    'tue',
    'thu',
    'sat',
  ]);
});
it('knows which dates exist', () => {
  expect(realDay(2023, 2, 29)).toBeNull();
  expect(realDay(2024, 2, 29)).toBe(dayOf(2024, 2, 29));
  expect(parseIsoDay('2026-04-31')).toBeNull();
  expect(parseIsoDay('12 mei')).toBeNull();
});
it('turns days into dates and back, as JavaScript does', () => {
  const rule = fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (day) => {
    const { year, month, day: ofMonth } = dateOf(day);
    const date = new Date(day * 86_400_000);
    return (
      dayOf(year, month, ofMonth) === day &&
      year === date.getUTCFullYear() &&
      month === date.getUTCMonth() + 1 &&
      ofMonth === date.getUTCDate()
    );
  });
  expect(fc.check(rule).counterexample).toBeNull();
});
it('writes a date as it reads it', () => {
  expect(isoDay(dayOf(2026, 5, 9))).toBe('2026-05-09');
});
