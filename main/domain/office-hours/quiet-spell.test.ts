import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../instant.ts';
import { createOpenTime } from './open-time.ts';
import { quietSpell } from './quiet-spell.ts';

const weekday = [['09:00', '18:00']] as const;
const openTime = createOpenTime({
  zone: 'Europe/Brussels',
  week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] },
  closures: [],
  holidays: [],
});
/** Monday 4 May 2026, 10:00 in Brussels. */
const MONDAY = Date.parse('2026-05-04T08:00:00Z');
/** Every two open hours, for four weeks; the last one on Friday 29 May at 16:00. */
const habit = Array.from({ length: 26 }, (_, day) => day)
  .filter((day) => day % 7 < 5)
  .flatMap((day) => [0, 2, 4, 6].map((hour) => MONDAY + day * DAY_MS + hour * HOUR_MS));
const LAST = habit.at(-1) ?? 0;

describe('a channel', () => {
  it('that is silent over the weekend is not silent', () => {
    expect(quietSpell(habit, LAST + 2 * DAY_MS + 16 * HOUR_MS, openTime)).toBeNull();
  });
  it('that brings nothing for longer than three times its longest silence says since when, and what is usual', () => {
    const nextTuesday = LAST + 4 * DAY_MS;
    expect(quietSpell(habit, nextTuesday, openTime)).toEqual({ since: LAST, usuallyMs: 3 * HOUR_MS });
  });
  it('that is silent for twice as long as ever is only quiet', () => {
    // 16:00 to 18:00 on Friday, and 9:00 to 13:00 on Monday.
    expect(quietSpell(habit, LAST + 3 * DAY_MS - 3 * HOUR_MS, openTime)).toBeNull();
  });
  it('without a habit is not judged', () => {
    const muchLater = LAST + 30 * DAY_MS;
    expect(quietSpell(habit.slice(-19), muchLater, openTime)).toBeNull();
    expect(quietSpell(habit.slice(-24), muchLater, openTime)).toBeNull();
    expect(quietSpell([], muchLater, openTime)).toBeNull();
  });
  it('is never said to be quiet for less than half a working day', () => {
    const busy = Array.from({ length: 3_000 }, (_, nr) => LAST - (3_000 - nr) * 10 * MINUTE_MS);
    expect(quietSpell(busy, (busy.at(-1) ?? 0) + 3 * HOUR_MS, openTime)).toBeNull();
  });
  it('that is quiet stays so until the next message, whatever its habit', () => {
    assert(
      property(array(integer({ min: 1, max: 3 * 24 * 60 }), { minLength: 25, maxLength: 80 }), (minutes) => {
        let at = MONDAY;
        const arrivals = minutes.map((gap) => (at += gap * MINUTE_MS));
        const last = arrivals.at(-1) ?? 0;
        const days = Array.from({ length: 60 }, (_, day) => last + day * DAY_MS);
        const spells = days.map((now) => quietSpell(arrivals, now, openTime));
        const firstQuiet = spells.findIndex((spell) => spell !== null);
        const fromThen = firstQuiet < 0 ? [] : spells.slice(firstQuiet);
        expect(fromThen.every((spell) => spell?.since === last)).toBe(true);
        const silentMs = openTime.minutesBetween(last, days[firstQuiet] ?? last) * MINUTE_MS;
        expect(silentMs).toBeGreaterThanOrEqual(3 * (fromThen[0]?.usuallyMs ?? 0));
      }),
      { numRuns: 40 },
    );
  });
});
