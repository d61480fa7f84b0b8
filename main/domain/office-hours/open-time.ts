// Counts open time: intervals a weekday, closures and holidays taken out, in the owner's zone, right across summer time.
// The answer of adding minutes is the earliest instant at which that many open minutes have passed: on closing time it stays
// there, and no minutes at all is the first open instant. An interval that runs past midnight belongs to the day it began on,
// so a closure takes away that day's late hours and leaves those that the evening before runs into.
import { DAY_MS, MINUTE_MS, type Instant } from '../instant.ts';
import { dateOf, dayOf, parseIsoDay, weekdayIndex, type Day } from './calendar.ts';
import { WEEKDAYS, type Absence, type OfficeHours } from './office-hours.ts';
import { createWallClock, LAST_INSTANT, type WallClock } from './wall-clock.ts';

/**
 * Office hours with their calendar worked out, a year at a time and only when asked for. Usable wherever office hours are:
 * make it once before a loop, and every question below takes about a microsecond instead of a fifth of a millisecond.
 */
export type OpenTime = OfficeHours & {
  readonly addMinutes: (start: Instant, minutes: number) => Instant | null;
  readonly minutesBetween: (from: Instant, until: Instant) => number;
  readonly nextOpening: (at: Instant) => Instant | null;
  readonly isOpenAt: (at: Instant) => boolean;
  readonly endOfWorkingDay: (at: Instant) => Instant | null;
  /** First open instant of the first working day that begins on `day` or later: "tomorrow at opening". */
  readonly openingFrom: (day: Day) => Instant | null;
  /** What is open of the working day that begins on `day`, in order; empty when closed. The last may end past midnight. */
  readonly openOn: (day: Day) => readonly OpenSpan[];
  readonly clock: WallClock;
  /** False for a copy with other hours made by spreading: its answers would be those of the original. */
  readonly isOf: (hours: OfficeHours) => boolean;
};

export type OpenSpan = { readonly from: Instant; readonly until: Instant };
/** Wall times as ms from the day's midnight; `until` may lie in the next day. */
type DaySpan = { readonly from: number; readonly until: number };
/** One calendar year's open spans, merged, in order; `openBefore` is the open time ahead of each, and once more at the end. */
type OpenYear = { readonly spans: readonly OpenSpan[]; readonly openBefore: readonly number[]; readonly total: number };

/** An answer more than a century away is none, and open time is counted over a century at most: keeps absurd hours quick. */
const HORIZON_YEARS = 100;
const MOST_YEARS = 500;

/** Null: never open again within a century. Fewer than zero minutes count as none. */
export const addOpenMinutes = (start: Instant, minutes: number, hours: OfficeHours): Instant | null =>
  createOpenTime(hours).addMinutes(start, minutes);

/** Open minutes from one instant to the next, with fractions; 0 when `until` is not later. Looks a century ahead at most. */
export const openMinutesBetween = (from: Instant, until: Instant, hours: OfficeHours): number =>
  createOpenTime(hours).minutesBetween(from, until);

/** `at` itself when open. Null: never open again. */
export const nextOpening = (at: Instant, hours: OfficeHours): Instant | null => createOpenTime(hours).nextOpening(at);

/** The instant of opening is open, the instant of closing is not. */
export const isOpenAt = (at: Instant, hours: OfficeHours): boolean => createOpenTime(hours).isOpenAt(at);

/**
 * Closing time of the working day that `at` is in: of the evening before while that still runs past midnight, else of this
 * calendar day. Null when no open time remains today.
 */
export const endOfWorkingDay = (at: Instant, hours: OfficeHours): Instant | null =>
  createOpenTime(hours).endOfWorkingDay(at);

/** Gives back what it is given when that is an OpenTime already. */
export function createOpenTime(hours: OfficeHours): OpenTime {
  if (isOpenTime(hours)) return hours;
  const clock = createWallClock(hours.zone);
  const week = WEEKDAYS.map((weekday) => daySpans(hours.week[weekday] ?? []));
  const isNeverOpen = week.every((spans) => spans.length === 0);
  const closed = closedRanges(hours);
  const absences = hours.absences ?? [];
  const years = new Map<number, OpenYear>();

  const spansOn = (day: Day): readonly OpenSpan[] =>
    (isClosed(closed, day) ? [] : (week[weekdayIndex(day)] ?? []))
      .map(({ from, until }) => ({ from: clock.instantOf(day, from), until: clock.instantOf(day, until) }))
      // Hours that the spring night leaps over do not exist that day.
      .filter(({ from, until }) => from < until)
      .flatMap((span) => withoutAbsences(span, absences));
  const openYear = (year: number): OpenYear => {
    const known = years.get(year);
    if (known !== undefined) return known;
    if (years.size >= MOST_YEARS) years.clear();
    const built = buildYear(year, clock, spansOn);
    years.set(year, built);
    return built;
  };
  const yearAt = (instant: Instant): number => dateOf(clock.at(instant).day).year;

  const addMinutes = (start: Instant, minutes: number): Instant | null => {
    if (isNeverOpen || !isInstant(start) || !(minutes < Infinity)) return null;
    const wanted = Math.max(0, Math.round(minutes * MINUTE_MS));
    const first = yearAt(start);
    let left = wanted + openMsUntil(openYear(first), start);
    for (let year = first; year <= first + HORIZON_YEARS; year += 1) {
      const table = openYear(year);
      if (wanted === 0) {
        const span = table.spans[firstEndingAfter(table.spans, start)];
        if (span !== undefined) return within(Math.max(start, span.from));
      } else {
        if (left <= table.total) return within(instantAfter(table, left));
        left -= table.total;
      }
    }
    return null;
  };
  const minutesBetween = (from: Instant, until: Instant): number => {
    if (isNeverOpen || !(until > from) || !isInstant(from)) return 0;
    const first = yearAt(from);
    const last = Math.min(yearAt(Math.min(until, LAST_INSTANT)), first + HORIZON_YEARS);
    let ms = -openMsUntil(openYear(first), from);
    for (let year = first; year < last; year += 1) ms += openYear(year).total;
    return (ms + openMsUntil(openYear(last), until)) / MINUTE_MS;
  };
  const isOpen = (at: Instant): boolean => {
    if (isNeverOpen || !isInstant(at)) return false;
    const { spans } = openYear(yearAt(at));
    const span = spans[firstEndingAfter(spans, at)];
    return span !== undefined && span.from <= at;
  };
  const endOfDay = (at: Instant): Instant | null => {
    if (isNeverOpen || !isInstant(at)) return null;
    const { day } = clock.at(at);
    const today = spansOn(day);
    const running = spansOn(day - 1).filter((span) => span.from <= at && at < span.until);
    const todayRuns = today.some((span) => span.from <= at && at < span.until);
    const end = Math.max(...(running.length > 0 && !todayRuns ? running : today).map((span) => span.until));
    return end > at ? end : null;
  };
  const openingFrom = (day: Day): Instant | null => {
    if (isNeverOpen) return null;
    for (let ahead = 0; ahead <= HORIZON_YEARS * 366; ahead += 1) {
      const [first] = spansOn(day + ahead);
      if (first !== undefined) return within(first.from);
    }
    return null;
  };
  const openTime: OpenTime = {
    zone: hours.zone,
    week: hours.week,
    closures: hours.closures,
    holidays: hours.holidays,
    absences,
    addMinutes,
    minutesBetween,
    nextOpening: (at) => addMinutes(at, 0),
    isOpenAt: isOpen,
    endOfWorkingDay: endOfDay,
    openingFrom,
    openOn: spansOn,
    clock,
    isOf: (one) => one === openTime,
  };
  return openTime;
}

function isOpenTime(hours: OfficeHours): hours is OpenTime {
  return 'isOf' in hours && typeof hours.isOf === 'function' && hours.isOf(hours) === true;
}

const isInstant = (at: number): boolean => Math.abs(at) <= LAST_INSTANT;

const within = (at: Instant): Instant | null => (isInstant(at) ? at : null);

/** A day's intervals in order, overlapping and touching ones merged; one that is no interval is left out. */
function daySpans(intervals: readonly (readonly [string, string])[]): readonly DaySpan[] {
  const spans = intervals.flatMap(([fromText, untilText]) => {
    const from = wallMs(fromText);
    const until = wallMs(untilText);
    if (from === null || until === null || from === until) return [];
    return [{ from, until: until < from ? until + DAY_MS : until }];
  });
  return merge(spans.toSorted((a, b) => a.from - b.from));
}

function wallMs(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes <= 24 * 60 ? minutes * MINUTE_MS : null;
}

function merge<Piece extends { readonly from: number; readonly until: number }>(ordered: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && piece.from <= last.until) {
      merged[merged.length - 1] = { ...last, until: Math.max(last.until, piece.until) };
    } else merged.push(piece);
  }
  return merged;
}

/** What an absence leaves of a span: all of it, a piece at either end, or nothing. */
function withoutAbsences(span: OpenSpan, absences: readonly Absence[]): readonly OpenSpan[] {
  let left: readonly OpenSpan[] = [span];
  for (const { from, until } of absences) {
    left = left.flatMap((piece) =>
      until <= piece.from || piece.until <= from
        ? [piece]
        : [
            { from: piece.from, until: from },
            { from: until, until: piece.until },
          ].filter((rest) => rest.from < rest.until),
    );
  }
  return left;
}

/** Closures and holidays as merged ranges of days, `until` included. */
function closedRanges({ closures, holidays }: OfficeHours): readonly DaySpan[] {
  const ranges = [...closures, ...holidays.map((date) => ({ from: date, until: date }))].flatMap(({ from, until }) => {
    const first = parseIsoDay(from);
    const last = parseIsoDay(until);
    return first === null || last === null || last < first ? [] : [{ from: first, until: last }];
  });
  return merge(ranges.toSorted((a, b) => a.from - b.from));
}

function isClosed(ranges: readonly DaySpan[], day: Day): boolean {
  const range = ranges[firstWhere(ranges.length, (index) => (ranges[index]?.until ?? Infinity) >= day)];
  return range !== undefined && range.from <= day;
}

/** Spans clipped to the calendar year, so that years stand beside one another without overlap. */
function buildYear(year: number, clock: WallClock, spansOn: (day: Day) => readonly OpenSpan[]): OpenYear {
  const firstDay = dayOf(year, 1, 1);
  const lastDay = dayOf(year + 1, 1, 1) - 1;
  const begin = clock.instantOf(firstDay, 0);
  const end = clock.instantOf(lastDay + 1, 0);
  const all: OpenSpan[] = [];
  // The evening before may run into the year.
  for (let day = firstDay - 1; day <= lastDay; day += 1) {
    for (const span of spansOn(day)) {
      const from = Math.max(span.from, begin);
      const until = Math.min(span.until, end);
      if (from < until) all.push({ from, until });
    }
  }
  const spans = merge(all.toSorted((a, b) => a.from - b.from));
  const openBefore: number[] = [];
  let total = 0;
  for (const span of spans) {
    openBefore.push(total);
    total += span.until - span.from;
  }
  return { spans, openBefore, total };
}

/** Open time of the year before `at`. */
function openMsUntil({ spans, openBefore, total }: OpenYear, at: Instant): number {
  const index = firstEndingAfter(spans, at);
  const span = spans[index];
  return span === undefined ? total : (openBefore[index] ?? 0) + Math.max(0, at - span.from);
}

/** The earliest instant with `openMs` of the year's open time behind it; more than 0 and not more than the total. */
function instantAfter({ spans, openBefore }: OpenYear, openMs: number): Instant {
  const index = firstWhere(spans.length, (at) => (openBefore[at] ?? 0) >= openMs) - 1;
  return (spans[index]?.from ?? 0) + openMs - (openBefore[index] ?? 0);
}

const firstEndingAfter = (spans: readonly OpenSpan[], at: Instant): number =>
  firstWhere(spans.length, (index) => (spans[index]?.until ?? Infinity) > at);

/** Binary search: the first index for which it is true, `length` when for none. */
function firstWhere(length: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
