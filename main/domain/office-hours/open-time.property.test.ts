// The arithmetic of open time, over made-up hours, zones, holidays and instants.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../instant.ts';
import type { OfficeHours } from './office-hours.ts';
import { createOpenTime } from './open-time.ts';

const at = (text: string): number => Date.parse(text);

const wall = fc.integer({ min: 0, max: 24 * 4 }).map((quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
const intervals = fc.array(fc.tuple(wall, wall), { maxLength: 4 });
const week = fc.record({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
});
// Around both clock changes and the turn of the year, where mistakes live, in the middle of nowhere, and at the ends of time.
const instants = fc
  .tuple(
    fc.constantFrom(
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2026-12-31T23:00Z',
      '2026-07-01T00:00Z',
      '2000-02-29T12:00Z',
      '1970-01-01T00:00Z',
      '9999-12-31T23:00Z',
    ),
    fc.integer({ min: -40 * 24 * 60, max: 40 * 24 * 60 }),
  )
  .map(([near, minutes]) => at(near) + minutes * MINUTE_MS);
const zones = fc.constantFrom('Europe/Amsterdam', 'Europe/Brussels', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
const closedDays = fc
  .array(fc.integer({ min: 0, max: 500 }), { maxLength: 12 })
  .map((list) => list.map((day) => new Date(at('2026-01-01T00:00Z') + day * DAY_MS).toISOString().slice(0, 10)));
const isoDate = fc
  .integer({ min: -400, max: 400 })
  .map((day) => new Date(at('2026-06-30T00:00Z') + day * DAY_MS).toISOString().slice(0, 10));
// Overlapping and turned round as often as not; and now and then of ten years.
const closures = fc.array(
  fc.tuple(isoDate, isoDate, fc.boolean()).map(([from, until, isLong]) => ({
    from,
    until: isLong ? `${Number(until.slice(0, 4)) + 10}${until.slice(4).replace('-02-29', '-02-28')}` : until,
    note: '',
  })),
  { maxLength: 4 },
);
const hours: fc.Arbitrary<OfficeHours> = fc.record({
  zone: zones,
  week,
  closures,
  holidays: closedDays,
});
const minutes = fc.integer({ min: 0, max: 20_000 });

/** The first case for which the rule fails, made as small as can be; null when it always holds. */
const brokenBy = <Values>(rule: fc.IProperty<Values>): Values | null => fc.check(rule).counterexample;

it('measures back what was added', () => {
  const rule = fc.property(hours, instants, minutes, (open, start, added) => {
    const openTime = createOpenTime(open);
    const end = openTime.addMinutes(start, added);
    return end === null || openTime.minutesBetween(start, end) === added;
  });
  expect(brokenBy(rule)).toBeNull();
});

it('gives the earliest such instant', () => {
  const rule = fc.property(hours, instants, minutes, (open, start, added) => {
    const openTime = createOpenTime(open);
    const end = openTime.addMinutes(start, added + 1);
    return end === null || openTime.minutesBetween(start, end - 1) < added + 1;
  });
  expect(brokenBy(rule)).toBeNull();
});

it('never answers earlier for a later start or for more minutes', () => {
  const rule = fc.property(hours, instants, minutes, minutes, (open, start, added, more) => {
    const openTime = createOpenTime(open);
    const end = openTime.addMinutes(start, added) ?? Infinity;
    const farther = openTime.addMinutes(start, added + more) ?? Infinity;
    const later = openTime.addMinutes(start + more * MINUTE_MS, added) ?? Infinity;
    return farther >= end && later >= end;
  });
  expect(brokenBy(rule)).toBeNull();
});

it('adds in two goes what it adds in one', () => {
  const rule = fc.property(hours, instants, minutes, fc.integer({ min: 1, max: 20_000 }), (open, start, one, two) => {
    const openTime = createOpenTime(open);
    const halfway = openTime.addMinutes(start, one);
    return halfway === null || openTime.addMinutes(halfway, two) === openTime.addMinutes(start, one + two);
  });
  expect(brokenBy(rule)).toBeNull();
});

it('measures a stretch as the sum of its parts', () => {
  const rule = fc.property(hours, fc.tuple(instants, instants, instants), (open, three) => {
    const [from = 0, middle = 0, until = 0] = three.toSorted((a, b) => a - b);
    // More than a century is counted as one.
    if (until - from > 90 * 366 * DAY_MS) return true;
    const { minutesBetween } = createOpenTime(open);
    return minutesBetween(from, middle) + minutesBetween(middle, until) === minutesBetween(from, until);
  });
  expect(brokenBy(rule)).toBeNull();
});

it('agrees with looking at every minute by itself', () => {
  const rule = fc.property(hours, instants, (open, start) => {
    const { isOpenAt, minutesBetween } = createOpenTime(open);
    let counted = 0;
    for (let minute = 0; minute < 36 * 60; minute += 1) {
      if (isOpenAt(start + minute * MINUTE_MS)) counted += 1;
    }
    return counted === minutesBetween(start, start + 36 * 60 * MINUTE_MS);
  });
  expect(brokenBy(rule)).toBeNull();
});

it('ends the working day in the future, where the shop was open until then', () => {
  const rule = fc.property(hours, instants, (open, start) => {
    const { endOfWorkingDay, isOpenAt } = createOpenTime(open);
    const end = endOfWorkingDay(start);
    return end === null || (end > start && isOpenAt(end - 1));
  });
  expect(brokenBy(rule)).toBeNull();
});
