// From the bytes of a text/calendar part to an invitation (RFC 5545, 5546), by ical.js. What repeats is never counted out, nothing
// it names is fetched, and what cannot be read is none. Its moments are read-times', how it repeats read-series'.
import ICAL from 'ical.js';
import { isoDay, parseIsoDay } from '../../domain/office-hours/calendar.ts';
import { createWallClock } from '../../domain/office-hours/wall-clock.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { DAY_MS, SECOND_MS, type ZoneName } from '../../domain/instant.ts';
import {
  INVITATION_METHODS,
  isSameTime,
  PART_STATS,
  type EventTime,
  type Invitation,
  type InvitationMethod,
  type Invitee,
  type SeriesException,
} from '../../domain/invitation/invitation.ts';
import { calendarLines } from './calendar-lines.ts';
import { datesAside, exceptionsOf, repeatsIn } from './read-series.ts';
import { createTimes, recurrenceLine, type ReadTime, type Times } from './read-times.ts';

/** `zone`: the owner's, for times that name none. */
export function readInvitation(text: string, zone: ZoneName): Invitation | null {
  const lines = calendarLines(text);
  if (lines === null) return null;
  try {
    const calendar = new ICAL.Component(ICAL.parse(lines));
    const [event, ...others] = calendar.getAllSubcomponents('vevent');
    return event === undefined ? null : invitationIn(calendar, event, others, zone);
  } catch (error) {
    // A file that breaks the rules beyond what was mended above.
    if (error instanceof Error) return null;
    throw error;
  }
}

function invitationIn(
  calendar: ICAL.Component,
  event: ICAL.Component,
  others: readonly ICAL.Component[],
  zone: ZoneName,
): Invitation | null {
  const times = createTimes(calendar, zone);
  const uid = wordsOf(event, 'uid').trim();
  if (uid === '') return null;
  const method = methodOf(calendar);
  const { start, end, startZone } = spanOf(event, times, zone);
  const which = recurrenceOf(event, times, zone);
  const organizer = event.getFirstProperty('organizer');
  const exceptions = others
    .filter((other) => wordsOf(other, 'uid').trim() === uid)
    .flatMap((other) => exceptionIn(other, times, zone, method) ?? []);
  return {
    method,
    uid,
    recurrence: which?.line ?? null,
    occurrence: which === null ? null : { at: which.at, isFromThenOn: which.isFromThenOn },
    exceptions: exceptionsOf(exceptions, datesAside(event, times)),
    sequence: Math.max(0, Math.trunc(Number(wordsOf(event, 'sequence'))) || 0),
    stamp: instantOf(times.timeOf(event.getFirstProperty('dtstamp'))?.time ?? null),
    summary: oneLine(wordsOf(event, 'summary')),
    location: oneLine(wordsOf(event, 'location')),
    description: wordsOf(event, 'description').trim(),
    comment: wordsOf(event, 'comment').trim().slice(0, LONGEST_COMMENT),
    start,
    end,
    zone: startZone,
    repeats: repeatsIn(event, times),
    isOff: isOff(event),
    organizer: organizer === null ? null : personIn(organizer),
    people: event.getAllProperties('attendee').flatMap((property) => inviteeIn(property) ?? []),
    takesProposals: !isTrue(event, 'x-microsoft-disallow-counter'),
  };
}

function methodOf(calendar: ICAL.Component): InvitationMethod {
  const method = wordsOf(calendar, 'method').trim().toLowerCase().replace('declinecounter', 'decline-counter');
  return INVITATION_METHODS.find((known) => known === method) ?? 'publish';
}

const isOff = (event: ICAL.Component): boolean => wordsOf(event, 'status').trim().toUpperCase() === 'CANCELLED';
const isTrue = (event: ICAL.Component, name: string): boolean => /^true$/i.test(wordsOf(event, name).trim());

function recurrenceOf(event: ICAL.Component, times: Times, zone: ZoneName) {
  const property = event.getFirstProperty('recurrence-id');
  const read = times.timeOf(property);
  if (property === null || read === null) return null;
  const isFromThenOn = /^thisandfuture$/i.test(property.getFirstParameter('range') ?? '');
  return { line: recurrenceLine(read, zone, isFromThenOn), at: read.time, isFromThenOn };
}

function exceptionIn(
  event: ICAL.Component,
  times: Times,
  zone: ZoneName,
  method: InvitationMethod,
): SeriesException | null {
  const which = recurrenceOf(event, times, zone);
  if (which === null) return null;
  const { start, end } = spanOf(event, times, zone);
  const isGone = method === 'cancel' || isOff(event);
  return {
    kind: isGone ? 'off' : isSameTime(start, which.at) ? 'changed' : 'moved',
    at: which.at,
    isFromThenOn: which.isFromThenOn,
    start: isGone ? null : start,
    end: isGone ? null : end,
    location: oneLine(wordsOf(event, 'location')),
    recurrence: which.line,
  };
}

type Span = { readonly start: EventTime | null; readonly end: EventTime | null; readonly startZone: ZoneName | null };

/** Outlook writes whole days as midnights, and says beside it what it means (MS-OXCICAL 2.1.3.1.1.20.28). */
function spanOf(event: ICAL.Component, times: Times, zone: ZoneName): Span {
  const isWholeDay = isTrue(event, 'x-microsoft-cdo-alldayevent');
  const read = (name: string): ReadTime | null => {
    const found = times.timeOf(event.getFirstProperty(name));
    return found !== null && isWholeDay ? { ...found, time: asDay(found, zone) } : found;
  };
  const start = read('dtstart');
  return {
    start: start?.time ?? null,
    end: endOf(event, start?.time ?? null, read('dtend')?.time ?? null),
    startZone: start?.time.kind === 'instant' ? start.zone : null,
  };
}

function asDay({ time, zone }: ReadTime, ownZone: ZoneName): EventTime {
  if (time.kind === 'day') return time;
  const { day, msOfDay } = createWallClock(zone ?? ownZone).at(time.at);
  return msOfDay === 0 ? { kind: 'day', day: isoDay(day) } : time;
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
const LONGEST_COMMENT = 2_000;
const oneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
