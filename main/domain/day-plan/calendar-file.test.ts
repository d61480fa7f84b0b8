// Read back with ical.js, which is no work of ours: the parser of Thunderbird's calendar.
import { array, assert, integer, property, record, string } from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarEvent } from './calendar-file.ts';

const stamp = Date.parse('2026-05-12T19:04:00Z');
const half = Date.parse('2026-05-13T07:30:00Z');
const planned = (part: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'gesprek-7@balie',
  from: half,
  until: half + 900_000,
  summary: 'Jan Peeters antwoorden',
  description: 'Offerte, fiets',
  ...part,
});

function readBack(file: string): readonly CalendarEvent[] {
  const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
  return events.map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      from: event.startDate.toJSDate().getTime(),
      until: event.endDate.toJSDate().getTime(),
      summary: event.summary,
      description: event.description ?? '',
    };
  });
}

describe('a calendar file', () => {
  it('reads back as what was planned, at the same instants', () => {
    expect(readBack(calendarFile([planned()], stamp))).toEqual([planned()]);
  });
  it('is made of lines that end as RFC 5545 wants, none longer than 75 octets, with all that an agenda asks for', () => {
    const file = calendarFile([planned({ summary: 'Één bericht van “Café ’t Hoekske” 🚲 '.repeat(9) })], stamp);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).toContain('DTSTART:20260513T073000Z\r\n');
    expect(file).toContain('DTSTAMP:20260512T190400Z\r\n');
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
  });
  it('keeps commas, semicolons, backslashes and lines of a customer, and nothing that could begin a line of its own', () => {
    const summary = 'a,b;c\\d\r\nEND:VEVENT\nATTENDEE:mailto:x@y';
    const [event] = readBack(calendarFile([planned({ summary })], stamp));
    expect(event?.summary).toBe(summary.replace('\r\n', '\n'));
  });
  it('with nothing in it is still a calendar', () => {
    expect(readBack(calendarFile([], stamp))).toEqual([]);
  });
  it('whatever customers are called and write about: every letter comes back, in lines of at most 75 octets', () => {
    const text = string({ unit: 'binary', maxLength: 200 });
    const readable = (given: string): string => given.replaceAll(/\r\n?/g, '\n').replaceAll(/[\p{Cc}--[\n\t]]/gv, '');
    const event = record({ summary: text, description: text, minutes: integer({ min: 0, max: 500_000 }) });
    assert(
      property(array(event, { maxLength: 4 }), (many) => {
        const events = many.map(({ summary, description, minutes }, index) =>
          planned({
            uid: `gesprek-${index}@balie`,
            summary,
            description,
            from: half + minutes * 60_000,
            until: half + minutes * 60_000 + 900_000,
          }),
        );
        const file = calendarFile(events, stamp);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const back = readBack(file);
        expect(back.map(({ uid, from, until }) => [uid, from, until])).toEqual(
          events.map(({ uid, from, until }) => [uid, from, until]),
        );
        expect(back.map(({ summary }) => summary)).toEqual(events.map(({ summary }) => readable(summary)));
        expect(back.map(({ description }) => description)).toEqual(
          events.map(({ description }) => readable(description)),
        );
      }),
    );
  });
});
