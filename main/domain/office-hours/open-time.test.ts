import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS, type OfficeHours, type OpenInterval, type WeekHours } from './office-hours.ts';
import {
  addOpenMinutes,
  createOpenTime,
  endOfWorkingDay,
  isOpenAt,
  nextOpening,
  openMinutesBetween,
} from './open-time.ts';

const at = (text: string): number => Date.parse(text);
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

function hoursOf(week: Partial<WeekHours>, more: Partial<OfficeHours> = {}): OfficeHours {
  return {
    zone: 'Europe/Amsterdam',
    week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...week },
    closures: [],
    holidays: [],
    ...more,
  };
}
const everyDay = (...intervals: OpenInterval[]): Partial<WeekHours> =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, intervals]));
const weekdays = (...intervals: OpenInterval[]): Partial<WeekHours> =>
  Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, intervals]));
const nineToFive = hoursOf(weekdays(['09:00', '17:00']));

describe('adding open minutes', () => {
  it('takes a message of Friday 17:40 to Monday 10:00 when the shop opens at 9', () => {
    expect(iso(addOpenMinutes(at('2026-05-08T17:40+02:00'), 60, nineToFive))).toBe('2026-05-11T08:00:00.000Z');
  });
  it('stays on closing time when the minutes run out there', () => {
    expect(iso(addOpenMinutes(at('2026-05-11T16:00+02:00'), 60, nineToFive))).toBe('2026-05-11T15:00:00.000Z');
  });
  it('makes no minutes the first open instant, also when asked at closing time', () => {
    expect(iso(addOpenMinutes(at('2026-05-11T17:00+02:00'), 0, nineToFive))).toBe('2026-05-12T07:00:00.000Z');
  });
  it('steps over the lunch break', () => {
    const hours = hoursOf(weekdays(['09:00', '12:30'], ['13:30', '17:30']));
    expect(iso(addOpenMinutes(at('2026-05-11T12:00+02:00'), 60, hours))).toBe('2026-05-11T12:00:00.000Z');
  });
  it('merges intervals that overlap or were typed in the wrong order', () => {
    const hours = hoursOf(weekdays(['12:00', '17:00'], ['09:00', '13:00']));
    expect(iso(addOpenMinutes(at('2026-05-11T09:00+02:00'), 8 * 60, hours))).toBe('2026-05-11T15:00:00.000Z');
  });
  it('runs past midnight', () => {
    const hours = hoursOf({ fri: [['20:00', '02:00']] });
    expect(iso(addOpenMinutes(at('2026-05-08T23:00+02:00'), 120, hours))).toBe('2026-05-08T23:00:00.000Z');
  });
  it('keeps the late hours of the evening before a closed day, and drops those of the closed day itself', () => {
    const hours = hoursOf(
      { fri: [['20:00', '02:00']], sat: [['20:00', '02:00']], sun: [['10:00', '12:00']] },
      { closures: [{ from: '2026-05-09', until: '2026-05-09', note: 'communie' }] },
    );
    expect(isOpenAt(at('2026-05-09T01:00+02:00'), hours)).toBe(true);
    expect(isOpenAt(at('2026-05-10T01:00+02:00'), hours)).toBe(false);
  });
  it('skips closures and public holidays', () => {
    const closures = [{ from: '2026-05-18', until: '2026-05-22', note: 'verlof' }];
    const hours = { ...nineToFive, closures, holidays: ['2026-05-25'] };
    expect(iso(addOpenMinutes(at('2026-05-15T18:00+02:00'), 30, hours))).toBe('2026-05-26T07:30:00.000Z');
  });
  it('counts a night shift of real hours in both nights that the clock changes', () => {
    const night = hoursOf(everyDay(['01:00', '05:00']));
    expect(openMinutesBetween(at('2026-03-28T23:00Z'), at('2026-03-29T12:00Z'), night)).toBe(180);
    expect(openMinutesBetween(at('2026-10-24T21:00Z'), at('2026-10-25T12:00Z'), night)).toBe(300);
  });
  it('opens at the jump when the opening time itself is skipped', () => {
    const hours = hoursOf(everyDay(['02:30', '05:00']));
    expect(iso(nextOpening(at('2026-03-29T00:00Z'), hours))).toBe('2026-03-29T01:00:00.000Z');
  });
  it('opens at the first coming of a time that comes twice', () => {
    const hours = hoursOf(everyDay(['02:30', '05:00']));
    expect(iso(nextOpening(at('2026-10-25T00:00Z'), hours))).toBe('2026-10-25T00:30:00.000Z');
  });
  it('is null when the shop never opens', () => {
    expect(addOpenMinutes(at('2026-05-11T10:00Z'), 60, hoursOf({}))).toBeNull();
    const shut = { ...nineToFive, closures: [{ from: '1900-01-01', until: '9999-12-31', note: '' }] };
    expect(nextOpening(at('2026-05-11T10:00Z'), shut)).toBeNull();
    expect(openMinutesBetween(0, at('2026-05-11T10:00Z'), shut)).toBe(0);
  });
});

describe('the end of the working day', () => {
  const shop = hoursOf(weekdays(['09:00', '12:30'], ['13:30', '17:30']));
  it('is closing time while the day still has open time, before opening and in the lunch break too', () => {
    for (const time of ['07:00', '10:00', '13:00', '17:29']) {
      expect(iso(endOfWorkingDay(at(`2026-05-11T${time}+02:00`), shop))).toBe('2026-05-11T15:30:00.000Z');
    }
  });
  it('is none after closing and on a closed day', () => {
    expect(endOfWorkingDay(at('2026-05-11T17:30+02:00'), shop)).toBeNull();
    expect(endOfWorkingDay(at('2026-05-10T10:00+02:00'), shop)).toBeNull();
  });
  it('is the end of the night in a bar after midnight', () => {
    const bar = hoursOf(everyDay(['16:00', '02:00']));
    expect(iso(endOfWorkingDay(at('2026-05-11T01:00+02:00'), bar))).toBe('2026-05-11T00:00:00.000Z');
    expect(iso(endOfWorkingDay(at('2026-05-11T03:00+02:00'), bar))).toBe('2026-05-12T00:00:00.000Z');
  });
  it('is none for hours that the spring night leaps over', () => {
    const night = hoursOf(everyDay(['02:15', '02:45']));
    expect(endOfWorkingDay(at('2026-03-29T00:00+01:00'), night)).toBeNull();
    expect(iso(endOfWorkingDay(at('2026-03-30T00:00+02:00'), night))).toBe('2026-03-30T00:45:00.000Z');
  });
  it('is midnight for who never closes', () => {
    const always = hoursOf(everyDay(['00:00', '24:00']));
    expect(iso(endOfWorkingDay(at('2026-05-11T10:00+02:00'), always))).toBe('2026-05-11T22:00:00.000Z');
  });
});

describe('hours worked out once', () => {
  it('are taken as they are, and worked out anew for a copy with other hours', () => {
    const openTime = createOpenTime(nineToFive);
    expect(createOpenTime(openTime)).toBe(openTime);
    const shutOnMonday = { ...openTime, holidays: ['2026-05-11'] };
    expect(iso(nextOpening(at('2026-05-11T10:00Z'), shutOnMonday))).toBe('2026-05-12T07:00:00.000Z');
  });
});

describe('absurd questions', () => {
  const oneMinute = hoursOf({ wed: [['10:00', '10:01']] });
  it.each([
    ['more minutes than a century has', nineToFive, at('2026-05-11T10:00Z'), 1e15],
    ['endless minutes', nineToFive, at('2026-05-11T10:00Z'), Infinity],
    ['no number of minutes', nineToFive, at('2026-05-11T10:00Z'), Number.NaN],
    ['an instant that no Date can hold', nineToFive, 9e15, 1],
    ['the last instant there is', nineToFive, 8.64e15, 60 * 24 * 30],
    ['a minute a week for a thousand years', oneMinute, at('2026-05-11T10:00Z'), 52_000],
  ])('%s has no answer, soon', (_, hours, start, minutes) => {
    const began = performance.now();
    expect(addOpenMinutes(start, minutes, hours)).toBeNull();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
  it('answers for dates long ago and far off', () => {
    expect(iso(addOpenMinutes(at('0001-01-01T00:00Z'), 60, nineToFive))).toMatch(/^0001-01-01T09:/);
    expect(iso(addOpenMinutes(8_000_000_000_000_000, 60, nineToFive))).not.toBeNull();
  });
  it('takes fewer than no minutes as none', () => {
    expect(addOpenMinutes(at('2026-05-11T10:00Z'), -90, nineToFive)).toBe(at('2026-05-11T10:00Z'));
  });
  it('leaves out an interval that is none', () => {
    const hours = hoursOf({
      mon: [
        ['09:00', '09:00'],
        ['xx', '12:00'],
        ['25:00', '26:00'],
      ],
    });
    expect(nextOpening(at('2026-05-11T05:00Z'), hours)).toBeNull();
  });
});

type ClockCase = {
  readonly id: string;
  readonly tz: string;
  readonly hours: Partial<WeekHours>;
  readonly holidays: readonly string[];
  readonly start: string;
  readonly minutes: number;
  readonly answer: string;
};
const casesFile = path.join(process.env['SHARED_DIR'] ?? '../shared', 'data/clock/cases.jsonl.gz');

describe.skipIf(!existsSync(casesFile))(`every case of ${casesFile} (skipped when that is absent)`, () => {
  it('has the answer that was worked out elsewhere', () => {
    const lines = gunzipSync(readFileSync(casesFile)).toString('utf8').trim().split('\n');
    const wrong = lines
      .map((line) => JSON.parse(line) as ClockCase)
      .filter((one) => {
        const hours = hoursOf(one.hours, { zone: one.tz, holidays: one.holidays });
        return addOpenMinutes(at(one.start), one.minutes, hours) !== at(one.answer);
      });
    expect(wrong.map((one) => one.id)).toEqual([]);
    expect(lines.length).toBeGreaterThan(100);
  });
});
