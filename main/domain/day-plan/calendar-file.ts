// An iCalendar file (RFC 5545) of planned times, that any agenda takes in. Which times, and in which words, is engine/evening's.
import type { Instant } from '../instant.ts';

export type CalendarEvent = {
  /** The same for the same thing at every export, so that an agenda moves it instead of showing it twice. */
  readonly uid: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly summary: string;
  readonly description: string;
};

/** `stamp`: when the file is made. Instants are written in UTC, so that no agenda needs to know the owner's time zone rules. */
export function calendarFile(events: readonly CalendarEvent[], stamp: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Balie//Dagplan//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${textValue(event.uid)}`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(event.from)}`,
      `DTEND:${utc(event.until)}`,
      `SUMMARY:${textValue(event.summary)}`,
      ...(event.description === '' ? [] : [`DESCRIPTION:${textValue(event.description)}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545, 3.3.5, form 2: "20260513T073000Z". */
export const utc = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** RFC 5545, 3.3.11. Other control characters may not stand in a text at all, and half a letter is none. */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}--[\n\t]]/gv, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

const LINE_OCTETS = 75;

/** RFC 5545, 3.1: no line is longer than 75 octets; what follows a fold begins with a space. Never inside a letter. */
export function folded(line: string): string {
  const lines: string[] = [];
  let piece = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > LINE_OCTETS) {
      lines.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...lines, piece].join('\r\n');
}

/** In UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
