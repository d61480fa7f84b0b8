import { describe, expect, it } from 'vitest';
import { eventWords, repeatWords } from './event-words.ts';

const at = (iso: string) => ({ kind: 'instant' as const, at: Date.parse(iso) });
const day = (iso: string) => ({ kind: 'day' as const, day: iso });
const nl = (start: Parameters<typeof eventWords>[0]['start'], end: Parameters<typeof eventWords>[0]['end'] = null) =>
  eventWords({ start, end }, 'nl', 'Europe/Brussels');

describe('when an event is', () => {
  it('is said on the owner’s own clock', () => {
    expect(nl(at('2026-05-26T07:00:00Z'), at('2026-05-26T08:00:00Z')).when).toBe('dinsdag 26 mei 2026, 09:00 – 10:00');
    expect(nl(at('2026-05-26T20:00:00Z'), at('2026-05-26T23:30:00Z')).when).toBe(
      'dinsdag 26 mei 2026, 22:00 – woensdag 27 mei 2026, 01:30',
    );
    expect(nl(at('2026-05-26T07:00:00Z')).when).toBe('dinsdag 26 mei 2026, 09:00');
  });

  it('is whole days, of which the end is the day behind the last', () => {
    expect(nl(day('2026-07-14'), day('2026-07-15')).days).toEqual({ from: 'dinsdag 14 juli 2026', until: null });
    expect(nl(day('2026-07-14'), day('2026-07-17')).days?.until).toBe('donderdag 16 juli 2026');
    expect(nl(null)).toEqual({ when: null, days: null });
  });

  it('repeats in words', () => {
    const base = {
      every: 'week',
      interval: 2,
      weekdays: [2, 4],
      nth: null,
      until: null,
      count: null,
      isMore: false,
    } as const;
    expect(repeatWords({ ...base, until: at('2026-09-30T21:59:59Z') }, 'nl', 'Europe/Brussels')).toBe(
      'Elke 2 weken op dinsdag en donderdag, tot en met 30 september 2026',
    );
    expect(repeatWords({ ...base, every: 'year', interval: 1, weekdays: [] }, 'nl', 'Europe/Brussels')).toBe(
      'Elk jaar',
    );
    expect(repeatWords({ ...base, interval: 1, weekdays: [1], count: 6, isMore: true }, 'en', 'Europe/Brussels')).toBe(
      'Every week on Monday, 6 times, by a longer rule',
    );
    expect(
      repeatWords(
        { ...base, every: 'month', interval: 1, weekdays: [], nth: { nth: -1, weekday: 5 } },
        'nl',
        'Europe/Brussels',
      ),
    ).toBe('Elke maand op de laatste vrijdag');
  });
});
