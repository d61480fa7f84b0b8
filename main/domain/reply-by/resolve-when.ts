// Turns a moment that was read into an instant, with the calendar, the clock on the wall and the opening hours. A day that the
// owner called by its name stays that day, closed or not; a day that was counted ("over 2 weken") moves to the next open one.
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../instant.ts';
import { dateOf, daysInMonth, dayOf, realDay, weekdayIndex, type Day } from '../office-hours/calendar.ts';
import type { OpenTime } from '../office-hours/open-time.ts';
import { eveningOf, laterToday } from './snooze-presets.ts';
import type { DayPart, Edge, WhenDay, WhenParts, WhenTime } from './when-parts.ts';

/**
 * What a day, a week or a part of the day means without a time: its first open instant ("wake it on Friday"), or its last
 * ("I promise it on Friday").
 */
export type WhenMeans = 'beginning' | 'end';

export type WhenDesk = {
  readonly now: Instant;
  readonly openTime: OpenTime;
  readonly means: WhenMeans;
  /** Also what lies behind us is an answer: to tell "that is past" from "no such moment". */
  readonly mayBePast?: boolean;
};

/** On a named day that is closed. */
const HOUSE_OPENING = 9 * HOUR_MS;
const HOUSE_CLOSING = 17 * HOUR_MS;
const NOON = 12 * HOUR_MS;
/** Not noon: an afternoon begins after lunch. */
const AFTERNOON = 13 * HOUR_MS;
const AFTERNOON_END = 18 * HOUR_MS;
const NIGHT = 22 * HOUR_MS;

/** Null when it lies in the past and was not said with its year. */
export function resolveWhen(parts: WhenParts, desk: WhenDesk): Instant | null {
  if (parts.instant !== null) return parts.instant;
  if (parts.afterMs !== null) {
    const isAlone = parts.day === null && parts.time === null && parts.part === null;
    return isAlone ? desk.now + parts.afterMs : null;
  }
  if (parts.day === null) return withoutDay(parts, desk);
  const mayBePast = desk.mayBePast === true || (parts.day.kind === 'date' && parts.day.year !== null);
  const moments = daysOf(parts.day, parts, desk).map((day) => best(momentsOn(day, parts, desk), desk, mayBePast));
  return (parts.day.kind === 'weekday' ? sensible(moments, parts) : firstOf(moments))?.at ?? null;
}

type Moment = { readonly at: Instant; readonly rank: number };
/** Up to this rank a moment is one at which people work. */
const DAYTIME = 1;

function withoutDay(parts: WhenParts, desk: WhenDesk): Instant | null {
  const today = desk.openTime.clock.at(desk.now).day;
  const moments = [today, today + 1].map((day) => best(momentsOn(day, parts, desk), desk, desk.mayBePast === true));
  return sensible(moments, parts)?.at ?? null;
}

/** "9u" said at ten is tomorrow's nine and not tonight's: the first hour at which one works, if there is any. */
const sensible = (moments: readonly (Moment | null)[], { time }: WhenParts): Moment | null =>
  moments.find((moment) => moment !== null && (moment.rank <= DAYTIME || time?.isCertain === true)) ?? firstOf(moments);

const firstOf = (moments: readonly (Moment | null)[]): Moment | null =>
  moments.find((moment) => moment !== null) ?? null;

function best(moments: readonly Moment[], { now }: WhenDesk, mayBePast: boolean): Moment | null {
  const fit = mayBePast ? moments : moments.filter(({ at }) => at > now);
  return fit.toSorted((a, b) => a.rank - b.rank || a.at - b.at)[0] ?? null;
}

// ---- which day

/** Days to try in order: the first with a moment still to come is taken. */
function daysOf(said: WhenDay, parts: WhenParts, desk: WhenDesk): readonly Day[] {
  const { openTime } = desk;
  const today = openTime.clock.at(desk.now).day;
  const monday = today - weekdayIndex(today);
  switch (said.kind) {
    case 'in-days':
      return [said.isNamed ? today + said.days : openDayFrom(today + said.days, desk)];
    case 'in-weeks':
      return [openDayFrom(today + 7 * said.weeks, desk)];
    case 'working-days':
      return [workingDay(today, said.days, desk)];
    case 'in-months':
      return [openDayFrom(addMonths(today, said.months), desk)];
    case 'weekday': {
      if (said.week !== null) return [monday + 7 * said.week + said.weekday];
      const ahead = (said.weekday - weekdayIndex(today) + 7) % 7;
      const coming = today + ahead + 7 * said.plusWeeks;
      // "Vrijdag" said on a Friday is next week's, unless a time that is still to come goes with it.
      const mayBeToday = parts.time !== null || parts.part !== null;
      return ahead === 0 && !mayBeToday ? [coming + 7] : [coming, coming + 7];
    }
    case 'week':
      return weekDays(monday + 7 * said.weeks, weekEdge(said.edge, said.weeks, desk), desk);
    case 'iso-week':
      return isoWeekDays(said, today, desk);
    case 'month':
      return monthDays(said, today, desk);
    case 'weekend':
      if (said.isAfter) return [openDayFrom(monday + 7, desk)];
      return [monday + 7 * said.weeks + 5, monday + 7 * said.weeks + 6, monday + 12];
    case 'date':
      return dates(said, today);
    case 'day-of-month':
      return [...Array(13).keys()].flatMap((ahead) => {
        const { year, month } = dateOf(addMonths(today - dateOf(today).day + 1, ahead));
        return realDay(year, month, said.day) ?? [];
      });
  }
}

function dates(said: Extract<WhenDay, { kind: 'date' }>, today: Day): readonly Day[] {
  const { year } = dateOf(today);
  // Eight years, for 29 February across a century that is no leap year.
  const years = said.year === null ? [...Array(9).keys()].map((ahead) => year + ahead) : [said.year];
  return years.flatMap((one) => realDay(one, said.month, said.day) ?? []);
}

/** "Volgende week" begins or ends by what is asked; "deze week" can only end. */
const weekEdge = (edge: Edge | null, weeks: number, { means }: WhenDesk): Edge =>
  edge ?? (weeks === 0 || means === 'end' ? 'end' : 'start');

function weekDays(monday: Day, edge: Edge, desk: WhenDesk): readonly Day[] {
  const week = [...Array(7).keys()].map((ahead) => monday + ahead);
  const open = week.filter((day) => desk.openTime.openOn(day).length > 0);
  if (edge === 'middle') return [monday + 2];
  if (edge === 'start') return [open[0] ?? monday];
  return [open.at(-1) ?? monday + 4];
}

/** Of this year, or of the next where that week is over. */
function isoWeekDays(said: Extract<WhenDay, { kind: 'iso-week' }>, today: Day, desk: WhenDesk): readonly Day[] {
  const { year } = dateOf(today);
  return [year - 1, year, year + 1].flatMap((one) => {
    // 4 January is always in week 1 (ISO 8601).
    const fourth = dayOf(one, 1, 4);
    const monday = fourth - weekdayIndex(fourth) + 7 * (said.week - 1);
    if (monday + 6 < today || (said.week === 53 && dateOf(monday + 3).year !== one)) return [];
    if (said.weekday !== null) return [monday + said.weekday];
    return weekDays(monday, said.edge ?? (desk.means === 'end' ? 'end' : 'start'), desk);
  });
}

function monthDays(said: Extract<WhenDay, { kind: 'month' }>, today: Day, desk: WhenDesk): readonly Day[] {
  const now = dateOf(today);
  const first = dayOf(now.year, said.month ?? now.month, 1);
  const starts =
    said.month === null
      ? // "Einde van de maand", said when that is past, is the next month's.
        [addMonths(first, said.months), addMonths(first, said.months + 1)]
      : [first, dayOf(now.year + 1, said.month, 1)];
  const edge = said.edge ?? (said.months > 0 && desk.means === 'beginning' ? 'start' : 'end');
  return starts.map((start) => {
    if (edge === 'start') return openDayFrom(start, desk);
    if (edge === 'middle') return openDayFrom(start + 14, desk);
    return lastOpenDay(start, desk);
  });
}

function lastOpenDay(first: Day, { openTime }: WhenDesk): Day {
  const { year, month } = dateOf(first);
  const last = first + daysInMonth(year, month) - 1;
  for (let day = last; day >= first; day -= 1) if (openTime.openOn(day).length > 0) return day;
  return last;
}

/** The day itself when the shop never opens. */
function openDayFrom(day: Day, { openTime }: WhenDesk): Day {
  const opening = openTime.openingFrom(day);
  return opening === null ? day : openTime.clock.at(opening).day;
}

function workingDay(today: Day, days: number, desk: WhenDesk): Day {
  let day = today;
  for (let counted = 0; counted < days; counted += 1) day = openDayFrom(day + 1, desk);
  return day;
}

/** 31 January and a month is the last of February. */
function addMonths(day: Day, months: number): Day {
  const date = dateOf(day);
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

// ---- which moment of it

function momentsOn(day: Day, parts: WhenParts, desk: WhenDesk): readonly Moment[] {
  if (parts.time !== null) return timesOn(day, parts.time, parts.part, desk);
  return partsOn(day, parts, desk).map((at, rank) => ({ at, rank }));
}

function timesOn(day: Day, time: WhenTime, part: DayPart | null, { openTime }: WhenDesk): readonly Moment[] {
  const halfDay = 12 * 60;
  const choices = time.isCertain ? [time.minutes] : [time.minutes % halfDay, (time.minutes % halfDay) + halfDay];
  const fitting = part === null || time.isCertain ? choices : choices.filter((minutes) => isIn(part, minutes));
  return fitting.map((minutes) => {
    const at = openTime.clock.instantOf(day, minutes * MINUTE_MS);
    // Closing time counts as open: "half zes" in a shop that closes then.
    const isOpen = openTime.isOpenAt(at) || openTime.isOpenAt(at - 1);
    return { at, rank: isOpen ? 0 : hourRank(minutes) };
  });
}

function hourRank(minutes: number): number {
  if (minutes >= 7 * 60 && minutes < 19 * 60) return DAYTIME;
  return minutes >= 19 * 60 && minutes < 22 * 60 ? 2 : 3;
}

function isIn(part: DayPart, minutes: number): boolean {
  switch (part) {
    case 'morning':
      return minutes < 12 * 60;
    case 'noon':
    case 'afternoon':
    case 'end':
      return minutes >= 12 * 60;
    case 'later':
    case 'opening':
      return true;
    case 'evening':
      return minutes >= 17 * 60;
    case 'night':
      return minutes < 6 * 60;
  }
}

/** Moments of the day that the words may mean, the likeliest first. */
function partsOn(day: Day, { day: said, part }: WhenParts, desk: WhenDesk): readonly Instant[] {
  const { openTime, means } = desk;
  const wall = (msOfDay: number): Instant => openTime.clock.instantOf(day, msOfDay);
  const open = openTime.openOn(day);
  const opening = open[0]?.from ?? wall(HOUSE_OPENING);
  const closing = open.at(-1)?.until ?? wall(HOUSE_CLOSING);
  switch (part) {
    case 'morning':
      return means === 'beginning' ? [opening, wall(NOON)] : [Math.max(wall(NOON), opening)];
    case 'noon':
      return [wall(NOON)];
    case 'afternoon': {
      const end = Math.min(Math.max(closing, wall(AFTERNOON)), wall(AFTERNOON_END));
      const span = open.find(({ until }) => until > wall(AFTERNOON));
      const start = span === undefined ? wall(AFTERNOON) : Math.min(Math.max(span.from, wall(AFTERNOON)), end);
      return means === 'beginning' ? [start, end] : [end, wall(AFTERNOON_END)];
    }
    case 'evening':
      return means === 'beginning' ? [eveningOf(day, openTime), wall(NIGHT)] : [wall(NIGHT), wall(DAY_MS)];
    case 'night':
      return [];
    case 'opening':
      return [opening];
    case 'end':
      return [closing];
    case 'later':
      return [laterToday(desk.now, openTime) ?? closing];
    case null:
      return hasEnd(said, means) ? [closing] : [opening];
  }
}

function hasEnd(said: WhenDay | null, means: WhenMeans): boolean {
  if (said === null) return false;
  if (said.kind === 'iso-week') return said.weekday === null ? said.edge === 'end' || means === 'end' : means === 'end';
  if (said.kind === 'week' || said.kind === 'month') {
    if (said.edge !== null) return said.edge === 'end' || means === 'end';
    return means === 'end' || (said.kind === 'week' ? said.weeks === 0 : said.months === 0);
  }
  // "Vandaag" is before closing time.
  return means === 'end' || (said.kind === 'in-days' && said.days === 0);
}
