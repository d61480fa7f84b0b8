import { describe, expect, it } from 'vitest';
import type { Repeats } from './invitation.ts';
import { meetsIn } from './meets.ts';

const BRUSSELS = 'Europe/Brussels';
const at = (iso: string) => ({ kind: 'instant' as const, at: Date.parse(iso) });
const hour = (iso: string) => ({ from: Date.parse(iso), until: Date.parse(iso) + 3_600_000 });
const rule: Repeats = { every: 'week', interval: 1, weekdays: [], nth: null, until: null, count: null, isMore: false };
const thursdays = {
  start: at('2026-10-01T08:00:00Z'),
  end: at('2026-10-01T09:00:00Z'),
  repeats: rule,
  exceptions: [],
  zone: BRUSSELS,
};
const meets = (event: Parameters<typeof meetsIn>[0], iso: string): boolean =>
  meetsIn(event, hour(iso), BRUSSELS) !== null;

describe('whether an event falls at a time', () => {
  it('touching is not meeting', () => {
    const once = { ...thursdays, repeats: null };
    expect(meets(once, '2026-10-01T08:30:00Z')).toBe(true);
    expect(meets(once, '2026-10-01T09:00:00Z')).toBe(false);
    expect(meets(once, '2026-10-01T07:00:00Z')).toBe(false);
    expect(meets({ ...once, start: null }, '2026-10-01T08:00:00Z')).toBe(false);
  });

  it('a series keeps the hour of its own clock when the clocks go back', () => {
    expect(meets(thursdays, '2026-10-29T09:00:00Z')).toBe(true);
    expect(meets(thursdays, '2026-10-29T08:00:00Z')).toBe(false);
    expect(meets(thursdays, '2026-10-30T09:00:00Z')).toBe(false);
  });

  it('not after its end, nor in the weeks between', () => {
    expect(meets({ ...thursdays, repeats: { ...rule, count: 2 } }, '2026-10-15T08:00:00Z')).toBe(false);
    expect(
      meets({ ...thursdays, repeats: { ...rule, until: at('2026-10-08T08:00:00Z') } }, '2026-10-08T08:00:00Z'),
    ).toBe(true);
    expect(meets({ ...thursdays, repeats: { ...rule, interval: 2 } }, '2026-10-08T08:00:00Z')).toBe(false);
    expect(meets({ ...thursdays, repeats: { ...rule, every: 'day', interval: 3 } }, '2026-10-04T08:00:00Z')).toBe(true);
    expect(meets({ ...thursdays, repeats: { ...rule, weekdays: [1, 5] } }, '2026-10-05T08:00:00Z')).toBe(true);
  });

  it('one that moved is where it went', () => {
    const exception = {
      kind: 'moved' as const,
      at: at('2026-10-08T08:00:00Z'),
      isFromThenOn: false,
      start: at('2026-10-08T13:00:00Z'),
      end: null,
      location: '',
      recurrence: null,
    };
    const event = { ...thursdays, exceptions: [exception] };
    expect(meets(event, '2026-10-08T08:00:00Z')).toBe(false);
    expect(meets(event, '2026-10-08T13:30:00Z')).toBe(true);
  });

  it('of a rule that is not counted out nothing is said', () => {
    expect(meets({ ...thursdays, repeats: { ...rule, every: 'month' } }, '2026-10-01T08:00:00Z')).toBe(false);
  });
});
