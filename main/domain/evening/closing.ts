// Which working day closed last, and which one is planned: what the evening review is about. Pure; the calendar is open-time.ts's.
import { HOUR_MS, type Instant } from '../instant.ts';
import type { Day } from '../office-hours/calendar.ts';
import type { OpenSpan, OpenTime } from '../office-hours/open-time.ts';

export type Evening = {
  /** The working day that closed last. */
  readonly day: Day;
  /** Its last closing of that day: a lunch break closes nothing. */
  readonly closedAt: Instant;
  /** The working day that runs now or comes next: the one that is planned. */
  readonly planDay: Day;
  /** Closing of the day that is planned. */
  readonly planEndsAt: Instant;
  /** The last working day is over and the next has not begun. */
  readonly isAfterClosing: boolean;
  /** This answer holds up to this instant. */
  readonly until: Instant;
};

/** Who is closed for longer has no working day that his review could be about; it is about yesterday then. */
const LOOK_BACK_DAYS = 400;

/**
 * With several intervals a day it closes at the last of them; an interval past midnight closes the day that it began on. From Friday's
 * closing until Monday's opening it is Friday that closed. Who is always open, or never, has days that end at midnight.
 */
export function eveningAt(now: Instant, openTime: OpenTime): Evening {
  const { clock } = openTime;
  const today = clock.at(now).day;
  const midnight = (day: Day): Instant => clock.instantOf(day, 0);
  const closed = lastClosed(now, today, openTime) ?? { day: today - 1, closedAt: midnight(today) };
  const running = [today - 1, today].find((day) => {
    const [opensAt, closesAt] = endsOf(openTime.openOn(day));
    return opensAt !== null && closesAt !== null && opensAt <= now && now < closesAt;
  });
  const next = running ?? nextWorkingDay(now, today, openTime);
  const [opensAt, closesAt] = next === null ? [null, null] : endsOf(openTime.openOn(next));
  if (next === null || opensAt === null || closesAt === null) {
    return {
      ...closed,
      planDay: today + 1,
      planEndsAt: midnight(today + 2),
      isAfterClosing: true,
      until: midnight(today + 1),
    };
  }
  const isAfterClosing = running === undefined;
  return { ...closed, planDay: next, planEndsAt: closesAt, isAfterClosing, until: isAfterClosing ? opensAt : closesAt };
}

/**
 * The hours of a day in which work can be planned: its opening hours. Who is open around the clock, or never, sleeps all the
 * same: then from nine to five.
 */
export function planningHours(day: Day, openTime: OpenTime): readonly OpenSpan[] {
  const { clock } = openTime;
  const open = openTime.openOn(day);
  const begin = clock.instantOf(day, 0);
  const end = clock.instantOf(day + 1, 0);
  const isRoundTheClock = open.some(({ from, until }) => from <= begin && until >= end);
  if (!isRoundTheClock && openTime.openingFrom(day) !== null) return open;
  return [{ from: clock.instantOf(day, 9 * HOUR_MS), until: clock.instantOf(day, 17 * HOUR_MS) }];
}

function lastClosed(
  now: Instant,
  today: Day,
  openTime: OpenTime,
): { readonly day: Day; readonly closedAt: Instant } | null {
  for (let day = today; day > today - LOOK_BACK_DAYS; day -= 1) {
    const closedAt = openTime.openOn(day).at(-1)?.until;
    if (closedAt !== undefined && closedAt <= now) return { day, closedAt };
  }
  return null;
}

function nextWorkingDay(now: Instant, today: Day, openTime: OpenTime): Day | null {
  const [opensAt] = endsOf(openTime.openOn(today));
  if (opensAt !== null && opensAt > now) return today;
  const opening = openTime.openingFrom(today + 1);
  return opening === null ? null : openTime.clock.at(opening).day;
}

const endsOf = (spans: readonly OpenSpan[]): readonly [opens: Instant | null, closes: Instant | null] => [
  spans[0]?.from ?? null,
  spans.at(-1)?.until ?? null,
];

/** What belongs to a working day: from its midnight, or from when the day before has closed, up to its own closing or midnight. */
export function spanOfDay(day: Day, openTime: OpenTime): OpenSpan {
  const endOf = (one: Day): Instant =>
    Math.max(openTime.clock.instantOf(one + 1, 0), openTime.openOn(one).at(-1)?.until ?? 0);
  return { from: endOf(day - 1), until: endOf(day) };
}

/** The working day next to this one, before it or after it; null when there is none within a year or so. */
export function workingDayBeside(day: Day, step: 1 | -1, openTime: OpenTime): Day | null {
  for (let away = 1; away <= LOOK_BACK_DAYS; away += 1) {
    if (openTime.openOn(day + step * away).length > 0) return day + step * away;
  }
  return null;
}
