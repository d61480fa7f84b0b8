// From the bytes of a text/calendar part to an invitation (RFC 5545, 5546), by ical.js. What repeats is never counted out, nothing
// it names is fetched, and what cannot be read is none.
import ICAL from 'ical.js';
import { dayOf, isoDay, parseIsoDay } from '../../domain/office-hours/calendar.ts';
import { createWallClock } from '../../domain/office-hours/wall-clock.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { DAY_MS, SECOND_MS, type ZoneName } from '../../domain/instant.ts';
import {
  INVITATION_METHODS,
  PART_STATS,
  type EventTime,
  type Invitation,
  type Invitee,
  type Repeats,
} from '../../domain/invitation/invitation.ts';
import { calendarLines } from './calendar-lines.ts';
import { zoneMeant } from './event-zone.ts';

/** `zone`: the owner's, for times that name none. `method`: as the part's own header says it, or ''. */
export function readInvitation(text: string, zone: ZoneName): Invitation | null {
  const lines = calendarLines(text);
  if (lines === null) return null;
  try {
    const calendar = new ICAL.Component(firstOf(ICAL.parse(lines)));
    const event = calendar.getFirstSubcomponent('vevent');
    return event === null ? null : invitationIn(calendar, event, zone);
  } catch (error) {
    // A file that breaks the rules beyond what was mended above.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Of several calendars one below the other the first. */
const firstOf = (parsed: unknown[]): unknown[] => (Array.isArray(parsed[0]) ? (parsed[0] as unknown[]) : parsed);

function invitationIn(calendar: ICAL.Component, event: ICAL.Component, zone: ZoneName): Invitation | null {
  const read = readerOf(calendar, zone);
  const uid = wordsOf(event, 'uid').trim();
  if (uid === '') return null;
  const start = read.timeOf(event.getFirstProperty('dtstart'));
  const recurrence = read.timeOf(event.getFirstProperty('recurrence-id'));
  const organizer = event.getFirstProperty('organizer');
  const method = wordsOf(calendar, 'method').trim().toLowerCase();
  return {
    method: INVITATION_METHODS.find((known) => known === method) ?? 'publish',
    uid,
    recurrence: recurrence === null ? null : recurrenceLine(recurrence.time),
    sequence: Math.max(0, Math.trunc(Number(wordsOf(event, 'sequence'))) || 0),
    stamp: instantOf(read.timeOf(event.getFirstProperty('dtstamp'))?.time ?? null),
    summary: oneLine(wordsOf(event, 'summary')),
    location: oneLine(wordsOf(event, 'location')),
    description: wordsOf(event, 'description').trim(),
    start: start?.time ?? null,
    end: endOf(event, start?.time ?? null, read.timeOf(event.getFirstProperty('dtend'))?.time ?? null),
    zone: start?.zone ?? null,
    repeats: repeatsIn(event, read),
    isOff: wordsOf(event, 'status').trim().toUpperCase() === 'CANCELLED',
    organizer: organizer === null ? null : personIn(organizer),
    people: event.getAllProperties('attendee').flatMap((property) => inviteeIn(property) ?? []),
  };
}

type ReadTime = { readonly time: EventTime; readonly zone: ZoneName | null };
type Reader = {
  readonly timeOf: (property: ICAL.Property | null) => ReadTime | null;
  readonly timeIn: (value: ICAL.Time) => EventTime;
};

function readerOf(calendar: ICAL.Component, ownZone: ZoneName): Reader {
  const timeIn = (value: ICAL.Time, zone: ZoneName = ownZone): EventTime => {
    const day = dayOf(value.year, value.month, value.day);
    if (value.isDate) return { kind: 'day', day: isoDay(day) };
    const msOfDay = ((value.hour * 60 + value.minute) * 60 + value.second) * SECOND_MS;
    if (value.zone === ICAL.Timezone.utcTimezone) return { kind: 'instant', at: day * DAY_MS + msOfDay };
    return { kind: 'instant', at: createWallClock(zone).instantOf(day, msOfDay) };
  };
  /** By the rules that came along; asked only for zones that nobody knows by name. */
  const byOwnRules = (value: ICAL.Time, tzid: string): EventTime | null => {
    const rules = calendar
      .getAllSubcomponents('vtimezone')
      .find((one) => String(one.getFirstPropertyValue('tzid')) === tzid);
    if (rules === undefined || value.isDate || value.year < 1970 || value.year > 2200) return null;
    value.zone = new ICAL.Timezone(rules);
    return { kind: 'instant', at: value.toUnixTime() * SECOND_MS };
  };
  return {
    timeIn,
    timeOf: (property) => {
      const value = property?.getFirstValue();
      if (property === null || !(value instanceof ICAL.Time) || !isReal(value)) return null;
      const tzid = property.getFirstParameter('tzid');
      const zone = typeof tzid === 'string' ? zoneMeant(tzid) : null;
      if (zone !== null) return { time: timeIn(value, zone), zone };
      const ruled = typeof tzid === 'string' ? byOwnRules(value, tzid) : null;
      return { time: ruled ?? timeIn(value), zone: null };
    },
  };
}

const isReal = ({ year, month, day }: ICAL.Time): boolean =>
  year > 0 && year < 10_000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** In UTC: then no zone needs to be explained again (RFC 5545 3.8.4.4). */
function recurrenceLine(time: EventTime): string {
  if (time.kind === 'day') return `RECURRENCE-ID;VALUE=DATE:${time.day.replaceAll('-', '')}`;
  return `RECURRENCE-ID:${new Date(time.at).toISOString().replace(/[-:]|\.\d{3}/g, '')}`;
}

const instantOf = (time: EventTime | null): number | null => (time?.kind === 'instant' ? time.at : null);

/** DTEND, or what DURATION makes of the beginning (RFC 5545 3.6.1). */
function endOf(event: ICAL.Component, start: EventTime | null, end: EventTime | null): EventTime | null {
  if (end !== null || start === null) return end;
  const length = event.getFirstPropertyValue('duration');
  if (!(length instanceof ICAL.Duration)) return null;
  const ms = length.toSeconds() * SECOND_MS;
  if (!Number.isFinite(ms) || ms <= 0) return null;
  if (start.kind === 'instant') return { kind: 'instant', at: start.at + ms };
  const day = parseIsoDay(start.day);
  return day === null ? null : { kind: 'day', day: isoDay(day + Math.ceil(ms / DAY_MS)) };
}

const UNITS: Readonly<Record<string, Repeats['every']>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function repeatsIn(event: ICAL.Component, { timeIn }: Reader): Repeats | null {
  const rules = event.getAllProperties('rrule');
  const hasMore = event.hasProperty('rdate') || event.hasProperty('exdate') || rules.length > 1;
  const rule = rules[0]?.getFirstValue();
  if (!(rule instanceof ICAL.Recur)) {
    return hasMore ? { every: 'day', interval: 1, weekdays: [], until: null, count: null, isMore: true } : null;
  }
  const every = UNITS[rule.freq];
  const parts = rule.parts as Readonly<Record<string, readonly unknown[]>>;
  const days = (parts['BYDAY'] ?? []).map(String);
  const isSimple = Object.keys(parts).every((name) => name === 'BYDAY') && days.every((day) => WEEKDAYS.includes(day));
  const { until, count } = rule as { readonly until: unknown; readonly count: unknown };
  return {
    every: every ?? 'day',
    interval: Math.min(1_000, Math.max(1, rule.interval)),
    weekdays: every === 'week' && isSimple ? days.map((day) => WEEKDAYS.indexOf(day) + 1) : [],
    until: until instanceof ICAL.Time && isReal(until) ? timeIn(until) : null,
    count: typeof count === 'number' && count > 0 ? count : null,
    isMore: hasMore || every === undefined || !(isSimple && (every === 'week' || days.length === 0)),
  };
}

/** Whoever has no mail address cannot be written to. */
function personIn(property: ICAL.Property): Address | null {
  const address = String(property.getFirstValue() ?? '')
    .replace(/^mailto:/i, '')
    .trim();
  if (!/^[^\s@<>]{1,64}@[^\s@<>]{1,250}$/.test(address)) return null;
  const name = property.getFirstParameter('cn');
  const shown = typeof name === 'string' ? oneLine(name).slice(0, 200) : '';
  return { name: shown === address ? '' : shown, address };
}

function inviteeIn(property: ICAL.Property): Invitee | null {
  const person = personIn(property);
  const said = (property.getFirstParameter('partstat') ?? '').toLowerCase();
  return person === null ? null : { ...person, said: PART_STATS.find((known) => known === said) ?? 'needs-action' };
}

const wordsOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '').toWellFormed();

/** Most that a title or a place is shown of. */
const LONGEST = 500;
const oneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
