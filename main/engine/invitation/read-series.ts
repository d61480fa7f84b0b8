// How an event repeats, and which of its occurrences are otherwise (RFC 5545 3.3.10, 3.8.4.4, 3.8.5). Nothing is counted out: what is
// said is what stands there.
import ICAL from 'ical.js';
import type { Repeats, SeriesException } from '../../domain/invitation/invitation.ts';
import { isSameTime, type EventTime } from '../../domain/invitation/invitation.ts';
import { inOrder, isReal, type Times } from './read-times.ts';

const UNITS: Readonly<Record<string, Repeats['every']>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

type Parts = Readonly<Record<string, readonly unknown[]>>;

/** null: it does not repeat by a rule. */
export function repeatsIn(event: ICAL.Component, { timeIn }: Pick<Times, 'timeIn'>): Repeats | null {
  const rules = event.getAllProperties('rrule');
  const rule = rules[0]?.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) return null;
  const every = UNITS[rule.freq];
  const parts = rule.parts as Parts;
  const nth = every === 'month' ? nthOf(parts) : null;
  const weekdays = every === 'week' ? weekdaysOf(parts) : null;
  const { until, count } = rule as { readonly until: unknown; readonly count: unknown };
  const isSaid =
    Object.keys(parts).length === 0 ||
    nth !== null ||
    weekdays !== null ||
    (every === 'month' && isOnly(parts, ['BYMONTHDAY'])) ||
    (every === 'year' && isOnly(parts, ['BYMONTH', 'BYMONTHDAY']));
  return {
    every: every ?? 'day',
    interval: Math.min(1_000, Math.max(1, rule.interval)),
    weekdays: weekdays ?? [],
    nth,
    until: until instanceof ICAL.Time && isReal(until) ? timeIn(until) : null,
    count: typeof count === 'number' && count > 0 ? count : null,
    isMore: every === undefined || rules.length > 1 || !isSaid,
  };
}

/** One value of each; the beginning of the event says the same. */
const isOnly = (parts: Parts, names: readonly string[]): boolean =>
  Object.entries(parts).every(([name, values]) => names.includes(name) && values.length === 1 && Number(values[0]) > 0);

function weekdaysOf(parts: Parts): readonly number[] | null {
  const days = (parts['BYDAY'] ?? []).map(String);
  const isPlain = Object.keys(parts).every((name) => name === 'BYDAY') && days.every((day) => WEEKDAYS.includes(day));
  return days.length > 0 && isPlain ? days.map((day) => WEEKDAYS.indexOf(day) + 1) : null;
}

/** "-1FR", or as Outlook writes it: BYDAY=FR;BYSETPOS=-1. */
function nthOf(parts: Parts): Repeats['nth'] {
  const days = (parts['BYDAY'] ?? []).map(String);
  const places = parts['BYSETPOS'] ?? [];
  if (Object.keys(parts).some((name) => name !== 'BYDAY' && name !== 'BYSETPOS')) return null;
  const [, figure = '', day = ''] = days.length === 1 ? (/^([+-]?\d)?([A-Z]{2})$/.exec(days[0] ?? '') ?? []) : [];
  const nth = Number(figure === '' && places.length === 1 ? places[0] : figure);
  const weekday = WEEKDAYS.indexOf(day) + 1;
  const isOnce = (figure === '') === (places.length === 1);
  return weekday > 0 && isOnce && (nth === -1 || (nth >= 1 && nth <= 5)) ? { nth, weekday } : null;
}

/** A daily series of a year in which each was moved; nobody reads more. */
const MOST = 400;

/** What the series itself leaves out and adds. */
export function datesAside(event: ICAL.Component, { timesOf }: Pick<Times, 'timesOf'>): readonly SeriesException[] {
  const of = (name: string, kind: 'off' | 'extra'): readonly SeriesException[] =>
    event
      .getAllProperties(name)
      .slice(0, MOST)
      .flatMap((property) => timesOf(property, MOST))
      .slice(0, MOST)
      .map((at) => ({
        kind,
        at,
        isFromThenOn: false,
        start: kind === 'off' ? null : at,
        end: null,
        location: '',
        recurrence: null,
      }));
  return [...of('exdate', 'off'), ...of('rdate', 'extra')];
}

/** Left out and told as an event of its own is one thing, and the event says more. */
export function exceptionsOf(told: readonly SeriesException[], aside: readonly SeriesException[]) {
  const known = told.map(({ at }) => at);
  const isTold = (at: EventTime): boolean => known.some((one) => isSameTime(one, at));
  return inOrder([...told, ...aside.filter(({ at }) => !isTold(at))]);
}
