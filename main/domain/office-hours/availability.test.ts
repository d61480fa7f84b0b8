import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, type Instant } from '../instant.ts';
import {
  availabilityAt,
  endedAt,
  sayAvailability,
  type AvailabilityWish,
  type SaidAvailability,
} from './availability.ts';
import type { OfficeHours, WeekHours } from './office-hours.ts';
import { createOpenTime, type OpenTime } from './open-time.ts';

const at = (local: string): Instant => Date.parse(`${local}+02:00`);
const DAY: WeekHours['mon'] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
const HOURS: OfficeHours = {
  zone: 'Europe/Brussels',
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: [], sun: [] },
  closures: [],
  holidays: [],
};
const NOTHING_SAID: SaidAvailability = { absences: [], openUntil: null };

const openTimeOf = (said: SaidAvailability, hours = HOURS): OpenTime =>
  createOpenTime({ ...hours, absences: said.absences });
const say = (wish: AvailabilityWish, now: Instant, before = NOTHING_SAID, until: Instant | null = null) => {
  const said = sayAvailability(
    wish,
    until,
    now,
    before,
    openTimeOf({ ...before, absences: endedAt(now, before.absences) }),
  );
  if (said === null) throw new Error('refused');
  return said;
};
const seen = (now: Instant, said: SaidAvailability) => availabilityAt(now, said, openTimeOf(said));

describe('by the office hours', () => {
  it('is open until the lunch break, then until closing, then closed until the next morning', () => {
    expect(seen(at('2026-05-12T10:00'), NOTHING_SAID)).toEqual({
      kind: 'open',
      by: 'hours',
      until: at('2026-05-12T12:30'),
    });
    expect(seen(at('2026-05-12T12:45'), NOTHING_SAID)).toMatchObject({ kind: 'closed', until: at('2026-05-12T13:30') });
    expect(seen(at('2026-05-15T18:00'), NOTHING_SAID)).toMatchObject({ kind: 'closed', until: at('2026-05-18T09:00') });
  });
  it('is still open in hours that run past midnight', () => {
    const cafe = { ...HOURS, week: { ...HOURS.week, tue: [['18:00', '02:00']] } } as const;
    const openTime = createOpenTime(cafe);
    expect(availabilityAt(at('2026-05-13T01:00'), NOTHING_SAID, openTime)).toMatchObject({
      kind: 'open',
      until: at('2026-05-13T02:00'),
    });
  });
  it('says that it never opens where it never does', () => {
    const never = createOpenTime({ ...HOURS, week: { ...HOURS.week, mon: [], tue: [], wed: [], thu: [], fri: [] } });
    expect(availabilityAt(at('2026-05-12T10:00'), NOTHING_SAID, never)).toEqual({
      kind: 'closed',
      by: 'hours',
      until: null,
    });
  });
});

describe('closed', () => {
  it('lasts for the rest of the working day, lunch or not', () => {
    const said = say('closed', at('2026-05-12T10:00'));
    expect(seen(at('2026-05-12T14:00'), said)).toEqual({ kind: 'closed', by: 'owner', until: at('2026-05-13T09:00') });
    expect(seen(at('2026-05-13T09:00'), said)).toMatchObject({ kind: 'open', by: 'hours' });
  });
  it('on Friday lasts until Monday', () => {
    expect(seen(at('2026-05-16T12:00'), say('closed', at('2026-05-15T16:00')))).toMatchObject({
      until: at('2026-05-18T09:00'),
    });
  });
  it('before opening takes the day off', () => {
    expect(say('closed', at('2026-05-12T07:00')).absences[0]?.until).toBe(at('2026-05-13T09:00'));
  });
  it('in the evening is what it was already', () => {
    expect(say('closed', at('2026-05-12T20:00')).absences[0]?.until).toBe(at('2026-05-13T09:00'));
  });
  it('at one in the night of a late evening leaves the next evening open', () => {
    const late = { ...HOURS, week: { ...HOURS.week, tue: [['18:00', '02:00']], wed: [['18:00', '02:00']] } } as const;
    const said = sayAvailability('closed', null, at('2026-05-13T01:00'), NOTHING_SAID, createOpenTime(late));
    expect(said?.absences[0]?.until).toBe(at('2026-05-13T18:00'));
  });
  it('round the clock lasts until midnight', () => {
    const all: WeekHours['mon'] = [['00:00', '24:00']];
    const week = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all };
    const said = sayAvailability(
      'closed',
      null,
      at('2026-05-12T10:00'),
      NOTHING_SAID,
      createOpenTime({ ...HOURS, week }),
    );
    expect(said?.absences[0]?.until).toBe(at('2026-05-13T00:00'));
  });
});

describe('away', () => {
  it('lasts until the moment named, and takes its time out of the open time', () => {
    const back = at('2026-05-20T13:30');
    const said = say('away', at('2026-05-12T10:00'), NOTHING_SAID, back);
    const openTime = openTimeOf(said);
    expect(seen(at('2026-05-19T11:00'), said)).toEqual({ kind: 'away', by: 'owner', until: back });
    expect(openTime.nextOpening(at('2026-05-12T11:00'))).toBe(back);
    expect(openTime.minutesBetween(at('2026-05-12T09:00'), at('2026-05-20T14:00'))).toBe(90);
    expect(openTime.openingFrom(openTime.clock.at(at('2026-05-12T12:00')).day)).toBe(at('2026-05-12T09:00'));
    expect(openTime.openingFrom(openTime.clock.at(at('2026-05-13T12:00')).day)).toBe(back);
    expect(openTime.endOfWorkingDay(at('2026-05-12T11:00'))).toBeNull();
  });
  it.each([
    ['the past', at('2026-05-12T09:59')],
    ['no moment', null],
    ['another century', at('2126-05-12T09:00')],
  ])('is refused until %s', (_, until) => {
    expect(sayAvailability('away', until, at('2026-05-12T10:00'), NOTHING_SAID, createOpenTime(HOURS))).toBeNull();
  });
  it('ends when the owner says that he is back, and the days away stay counted as that', () => {
    const away = say('away', at('2026-05-12T09:00'), NOTHING_SAID, at('2026-05-22T09:00'));
    const back = say('by-hours', at('2026-05-14T09:00'), away);
    expect(seen(at('2026-05-14T10:00'), back)).toMatchObject({ kind: 'open', by: 'hours' });
    expect(openTimeOf(back).minutesBetween(at('2026-05-12T08:00'), at('2026-05-14T10:00'))).toBe(60);
  });
});

describe('open', () => {
  it('outside the hours lasts until the end of the day, and adds no working time', () => {
    const sunday = at('2026-05-10T11:00');
    const said = say('open', sunday);
    expect(seen(sunday, said)).toEqual({ kind: 'open', by: 'owner', until: at('2026-05-11T00:00') });
    expect(openTimeOf(said).minutesBetween(sunday, at('2026-05-10T20:00'))).toBe(0);
  });
  it('before opening lasts until closing', () => {
    expect(say('open', at('2026-05-12T07:00')).openUntil).toBe(at('2026-05-12T17:30'));
  });
  it('ends an absence', () => {
    const away = say('away', at('2026-05-12T09:00'), NOTHING_SAID, at('2026-05-22T09:00'));
    const said = say('open', at('2026-05-13T10:00'), away);
    expect(said.absences[0]?.until).toBe(at('2026-05-13T10:00'));
    expect(openTimeOf(said).isOpenAt(at('2026-05-13T10:00'))).toBe(true);
  });
});

it('a clock that was set back drops what was said in a time that has not come', () => {
  const away = say('away', at('2026-05-12T09:00'), NOTHING_SAID, at('2026-05-22T09:00'));
  expect(say('by-hours', at('2026-05-01T09:00'), away).absences).toEqual([]);
});

test('whatever is said, an absence takes away exactly the open time it covers, across summer time', () => {
  const start = Date.UTC(2026, 2, 23);
  const quarter = 15 * MINUTE_MS;
  fc.assert(
    fc.property(fc.nat(1_300), fc.integer({ min: 1, max: 1_300 }), fc.nat(1_300), fc.nat(1_300), (a, b, c, d) => {
      const absence = { from: start + a * quarter, until: start + (a + b) * quarter, as: 'away' } as const;
      const [from, until] = [start + Math.min(c, d) * quarter, start + Math.max(c, d) * quarter];
      const plain = createOpenTime(HOURS);
      const shut = createOpenTime({ ...HOURS, absences: [absence] });
      const covered = plain.minutesBetween(Math.max(from, absence.from), Math.min(until, absence.until));
      expect(shut.minutesBetween(from, until)).toBeCloseTo(plain.minutesBetween(from, until) - covered, 6);
      expect(shut.isOpenAt(from)).toBe(plain.isOpenAt(from) && !(absence.from <= from && from < absence.until));
      const due = shut.addMinutes(from, 60);
      expect(due === null ? 60 : shut.minutesBetween(from, due)).toBeCloseTo(60, 6);
    }),
  );
});

test('the switch turned at any moment shows what was said', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.constantFrom('open', 'closed', 'away', 'by-hours'), (minute, wish) => {
      const now = Date.UTC(2026, 9, 20) + minute * MINUTE_MS;
      const said = say(wish, now, NOTHING_SAID, now + 30 * HOUR_MS);
      const shown = seen(now, said);
      expect(wish === 'by-hours' ? shown.by : shown.kind).toBe(wish === 'by-hours' ? 'hours' : wish);
      expect(shown.until ?? Infinity).toBeGreaterThan(now);
    }),
  );
});
