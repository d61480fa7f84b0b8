import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../instant.ts';
import { WEEKDAYS, type OfficeHours } from './office-hours.ts';
import { isPausedAt, pauseUntil } from './pause.ts';

const at = (text: string): number => Date.parse(text);
const day: [string, string][] = [['09:00', '17:30']];
const hours = (week: Partial<OfficeHours['week']> = {}): OfficeHours => ({
  zone: 'Europe/Brussels',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [], ...week },
  closures: [],
  holidays: [],
});
const FRIDAY_NOON = at('2026-05-15T10:00:00Z');

describe('a pause', () => {
  it('of an hour ends an hour later', () => {
    expect(pauseUntil('hour', FRIDAY_NOON, hours())).toBe(FRIDAY_NOON + HOUR_MS);
  });
  it('until tomorrow ends when the shop opens next, after the weekend too', () => {
    expect(pauseUntil('tomorrow', FRIDAY_NOON, hours())).toBe(at('2026-05-18T07:00:00Z'));
    expect(pauseUntil('tomorrow', FRIDAY_NOON - DAY_MS, hours())).toBe(at('2026-05-15T07:00:00Z'));
  });
  it('of a shop that is never open ends a day later', () => {
    const closed = Object.fromEntries(WEEKDAYS.map((name) => [name, []]));
    expect(pauseUntil('tomorrow', FRIDAY_NOON, hours(closed))).toBe(FRIDAY_NOON + DAY_MS);
  });
  it('ends on its very instant', () => {
    expect(isPausedAt(FRIDAY_NOON, FRIDAY_NOON + 1)).toBe(true);
    expect(isPausedAt(FRIDAY_NOON, FRIDAY_NOON)).toBe(false);
    expect(isPausedAt(FRIDAY_NOON, null)).toBe(false);
  });
  it('made under a clock that has been set back by months since does not silence for months', () => {
    expect(isPausedAt(FRIDAY_NOON, FRIDAY_NOON + 200 * DAY_MS)).toBe(false);
  });
});
