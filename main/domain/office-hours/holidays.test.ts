import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import DateHolidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { isoDay } from './calendar.ts';
import { easterSunday, holidaysOf, officeHoursOf, type Holiday } from './holidays.ts';

const byLaw = (country: 'NL' | 'BE', year: number): readonly Holiday[] =>
  holidaysOf(country, year).filter((holiday) => holiday.isByLaw);
const dates = (country: 'NL' | 'BE', year: number): string[] => byLaw(country, year).map(({ date }) => date);

it('moves Koningsdag from a Sunday to the Saturday before', () => {
  expect(dates('NL', 2025)).toContain('2025-04-26');
  expect(dates('NL', 2025)).not.toContain('2025-04-27');
  expect(dates('NL', 2026)).toContain('2026-04-27');
});
it('knows the earliest and the latest Easter', () => {
  expect([1818, 2038, 2285].map((year) => isoDay(easterSunday(year)))).toEqual([
    '1818-03-22',
    '2038-04-25',
    '2285-03-22',
  ]);
});
it('lists both when two fall on one day', () => {
  expect(dates('BE', 2008).filter((date) => date === '2008-05-01')).toHaveLength(2);
});
it('has none when the owner wants none', () => {
  expect(holidaysOf('none', 2026)).toEqual([]);
});
it.each(['NL', 'BE'] as const)('agrees with the public days of date-holidays for %s, 2024 to 2040', (country) => {
  const oracle = new DateHolidays(country);
  for (let year = 2024; year <= 2040; year += 1) {
    const theirs = oracle
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    expect([...new Set(dates(country, year))]).toEqual([...new Set(theirs)].toSorted());
  }
});
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
it('fills the years around now', () => {
  const hours = officeHoursOf(
    { zone: 'Europe/Brussels', week, closures: [], holidays: 'BE' },
    Date.parse('2026-11-10T12:00Z'),
  );
  expect(hours.holidays).toContain('2025-12-25');
  expect(hours.holidays).toContain('2027-07-21');
  expect(hours.holidays).not.toContain('2026-04-27');
});
it("closes on the days of the owner's own region, and opens where he works through a holiday", () => {
  const { holidays } = officeHoursOf(
    {
      zone: 'Europe/Brussels',
      week,
      closures: [],
      holidays: 'BE',
      holidayChoice: { 'flemish-community': true, armistice: false },
    },
    Date.parse('2026-05-10T12:00Z'),
  );
  expect(holidays).toContain('2026-07-11');
  expect(holidays).not.toContain('2026-09-27');
  expect(holidays).not.toContain('2026-11-11');
  expect(holidays).toContain('2026-12-25');
});
it('keeps Good Friday two days before Easter', () => {
  expect(holidaysOf('NL', 2026).find(({ id }) => id === 'good-friday')?.date).toBe('2026-04-03');
});

const file = path.join(process.env['SHARED_DIR'] ?? '../shared', 'data/holidays/holidays.json');
describe.skipIf(!existsSync(file))(`the days of ${file} (skipped when that is absent)`, () => {
  it.each(['NL', 'BE'] as const)('are exactly ours for %s, names too', (country) => {
    const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
    const ours = [2024, 2025, 2026, 2027].flatMap((year) => byLaw(country, year));
    expect(Object.fromEntries(ours.map(({ date, name }) => [date, name.nl]))).toEqual(table[country]);
  });
});
