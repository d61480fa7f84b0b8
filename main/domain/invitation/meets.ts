// Whether an event falls in a span of time, as far as it can be told without counting out more than a few years: single ones, and
// series by days and weeks. The rest is not said to be free, it is not said at all.
import { DAY_MS, HOUR_MS, type Instant, type ZoneName } from '../instant.ts';
import { isoDay, parseIsoDay, weekdayIndex, type Day } from '../office-hours/calendar.ts';
import { createWallClock } from '../office-hours/wall-clock.ts';
import { isSameTime, type EventTime, type Invitation } from './invitation.ts';

export type Span = { readonly from: Instant; readonly until: Instant };

/** A moment without an end is taken for an hour. */
const USUAL_LENGTH_MS = HOUR_MS;
/** Days of a series that are looked at: fifteen years of them. */
const MOST_DAYS = 5_500;

/** null: no moment is named. Whole days are those of `zone`. */
export function spanOf(start: EventTime | null, end: EventTime | null, zone: ZoneName): Span | null {
  const clock = createWallClock(zone);
  const instantOf = (time: EventTime, daysLater = 0): Instant | null => {
    if (time.kind === 'instant') return time.at;
    const day = parseIsoDay(time.day);
    return day === null ? null : clock.instantOf(day + daysLater, 0);
  };
  if (start === null) return null;
  const from = instantOf(start);
  if (from === null) return null;
  const usual = (start.kind === 'day' ? instantOf(start, 1) : null) ?? from + USUAL_LENGTH_MS;
  const until = end === null ? usual : (instantOf(end) ?? usual);
  return { from, until: until > from ? until : usual };
}

type Event = Pick<Invitation, 'start' | 'end' | 'repeats' | 'exceptions' | 'zone'>;

/** The first time that it falls there; null where it does not, or nobody can tell. */
export function meetsIn(event: Event, span: Span, zone: ZoneName): Span | null {
  const first = spanOf(event.start, event.end, zone);
  if (first === null) return null;
  const moved = event.exceptions.flatMap((one) => spanOf(one.start, one.end, zone) ?? []);
  return [...occurrences(event, first, span, zone), ...moved].find((one) => overlaps(one, span)) ?? null;
}

const overlaps = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

function occurrences({ repeats, exceptions, zone, start }: Event, first: Span, span: Span, own: ZoneName) {
  if (repeats === null) return [first];
  const { every, interval, weekdays, until, count, isMore } = repeats;
  if (isMore || (every !== 'day' && every !== 'week')) return [];
  const clock = createWallClock(zone ?? own);
  const { day: firstDay, msOfDay } = clock.at(first.from);
  const days = weekdays.length === 0 ? [weekdayIndex(firstDay) + 1] : weekdays;
  const monday = firstDay - weekdayIndex(firstDay);
  const isOn = (day: Day): boolean =>
    every === 'day'
      ? (day - firstDay) % interval === 0
      : Math.floor((day - monday) / 7) % interval === 0 && days.includes(weekdayIndex(day) + 1);
  const lastAt = until === null ? Infinity : until.kind === 'instant' ? until.at : Date.parse(until.day) + DAY_MS;
  const found: Span[] = [];
  let counted = 0;
  for (let day = firstDay; day < firstDay + MOST_DAYS; day += 1) {
    if (!isOn(day)) continue;
    const from = clock.instantOf(day, msOfDay);
    counted += 1;
    if (from > lastAt || from >= span.until || (count !== null && counted > count)) return found;
    const at: EventTime = start?.kind === 'day' ? { kind: 'day', day: isoDay(day) } : { kind: 'instant', at: from };
    const one = { from, until: from + (first.until - first.from) };
    if (overlaps(one, span) && !exceptions.some((exception) => isSameTime(exception.at, at))) found.push(one);
  }
  return found;
}
