// The moments in a calendar object: on which clock each is written, and what it is on ours.
import ICAL from 'ical.js';
import { SECOND_MS, DAY_MS, type ZoneName } from '../../domain/instant.ts';
import { orderOf, type EventTime } from '../../domain/invitation/invitation.ts';
import { dayOf, isoDay } from '../../domain/office-hours/calendar.ts';
import { createWallClock, type WallClock } from '../../domain/office-hours/wall-clock.ts';
import { zoneMeant } from './event-zone.ts';

/** `isFloating`: it names no clock at all (RFC 5545 3.3.5, form 1). */
export type ReadTime = { readonly time: EventTime; readonly zone: ZoneName | null; readonly isFloating: boolean };

export type Times = {
  readonly timeOf: (property: ICAL.Property | null) => ReadTime | null;
  /** Of a property that names several the first `most`; of periods their beginnings. */
  readonly timesOf: (property: ICAL.Property, most: number) => readonly EventTime[];
  /** On the owner's clock, where it names none. */
  readonly timeIn: (value: ICAL.Time) => EventTime;
};

/** `ownZone`: for times that name none. */
export function createTimes(calendar: ICAL.Component, ownZone: ZoneName): Times {
  // A clock reckons its years once; an event of a hundred moments asks it a hundred times.
  const clocks = new Map<ZoneName, WallClock>();
  const clockOf = (zone: ZoneName): WallClock => {
    const clock = clocks.get(zone) ?? createWallClock(zone);
    clocks.set(zone, clock);
    return clock;
  };
  const timeIn = (value: ICAL.Time, zone: ZoneName = ownZone): EventTime => {
    const day = dayOf(value.year, value.month, value.day);
    if (value.isDate) return { kind: 'day', day: isoDay(day) };
    const msOfDay = ((value.hour * 60 + value.minute) * 60 + value.second) * SECOND_MS;
    if (value.zone === ICAL.Timezone.utcTimezone) return { kind: 'instant', at: day * DAY_MS + msOfDay };
    return { kind: 'instant', at: clockOf(zone).instantOf(day, msOfDay) };
  };
  const rulesOf = (tzid: string): ICAL.Component | null =>
    calendar.getAllSubcomponents('vtimezone').find((one) => String(one.getFirstPropertyValue('tzid')) === tzid) ?? null;
  /** A name that the rules themselves give goes before what they reckon. */
  const namedBy = (tzid: string): ZoneName | null =>
    zoneMeant(tzid) ?? zoneMeant(String(rulesOf(tzid)?.getFirstPropertyValue('x-lic-location') ?? ''));
  /** By the rules that came along; asked only for zones that nobody knows by name. */
  const byOwnRules = (value: ICAL.Time, tzid: string): EventTime | null => {
    const rules = rulesOf(tzid);
    if (rules === null || value.isDate || value.year < 1970 || value.year > 2200) return null;
    value.zone = new ICAL.Timezone(rules);
    return { kind: 'instant', at: value.toUnixTime() * SECOND_MS };
  };
  const read = (property: ICAL.Property, value: ICAL.Time): ReadTime => {
    const tzid = property.getFirstParameter('tzid');
    const zone = typeof tzid === 'string' ? namedBy(tzid) : null;
    if (zone !== null) return { time: timeIn(value, zone), zone, isFloating: false };
    const ruled = typeof tzid === 'string' ? byOwnRules(value, tzid) : null;
    if (ruled !== null) return { time: ruled, zone: null, isFloating: false };
    const isFloating = !value.isDate && value.zone !== ICAL.Timezone.utcTimezone;
    return { time: timeIn(value), zone: null, isFloating };
  };
  return {
    timeIn,
    timeOf: (property) => {
      const value = property?.getFirstValue();
      return property === null || !(value instanceof ICAL.Time) || !isReal(value) ? null : read(property, value);
    },
    timesOf: (property, most) =>
      property
        .getValues()
        .slice(0, most)
        .flatMap((value) => {
          const time = value instanceof ICAL.Period ? value.start : value;
          return time instanceof ICAL.Time && isReal(time) ? [read(property, time).time] : [];
        }),
  };
}

export const isReal = ({ year, month, day }: ICAL.Time): boolean =>
  year > 0 && year < 10_000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;

/**
 * In UTC, for then no zone needs to be explained again (RFC 5545 3.8.4.4); one that names no clock stays as it was written, or it
 * would be another.
 */
export function recurrenceLine({ time, isFloating }: ReadTime, ownZone: ZoneName, isFromThenOn: boolean): string {
  const range = isFromThenOn ? ';RANGE=THISANDFUTURE' : '';
  if (time.kind === 'day') return `RECURRENCE-ID${range};VALUE=DATE:${time.day.replaceAll('-', '')}`;
  if (!isFloating) return `RECURRENCE-ID${range}:${basic(time.at)}Z`;
  const { day, msOfDay } = createWallClock(ownZone).at(time.at);
  return `RECURRENCE-ID${range}:${basic(day * DAY_MS + msOfDay)}`;
}

/** "20260602T060000". */
const basic = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}Z/g, '');

export const inOrder = <One extends { readonly at: EventTime }>(list: readonly One[]): readonly One[] =>
  list.toSorted((one, other) => orderOf(one.at) - orderOf(other.at));
