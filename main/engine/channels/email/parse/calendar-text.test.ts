import { expect, test } from 'vitest';
import { calendarText } from './calendar-text.ts';
import { parseMail } from './parse-mail.ts';

const CALENDAR =
  'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART;TZID="W. Europe: Standard":20250331T090000\nSUMMARY:Kennis\n making\nLOCATION:Bij ons\\, achterom\nDESCRIPTION:Neem mee:\\nde plannen\nEND:VEVENT\nEND:VCALENDAR';

test('says what, when and where', () => {
  expect(calendarText(CALENDAR)).toBe('Kennismaking\n31-03-2025 09:00\nBij ons, achterom\nNeem mee:\nde plannen');
});
test('says until when and who asks, and that a time is in UTC', () => {
  const calendar = [
    'BEGIN:VEVENT',
    'DTSTART:20260601T070000Z',
    'DTEND:20260601T083000Z',
    'SUMMARY:Opmeting',
    'ORGANIZER;CN="Peeters, Jan":mailto:jan@peeters.be',
    'RRULE:FREQ=SECONDLY;COUNT=100000000',
    'ATTACH:file:///etc/passwd',
    'END:VEVENT',
  ].join('\n');
  expect(calendarText(calendar)).toBe('Opmeting\n01-06-2026 07:00 UTC – 08:30 UTC\nPeeters, Jan <jan@peeters.be>');
  expect(
    calendarText('BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260603\nORGANIZER:mailto:a@b.be'),
  ).toBe('01-06-2026 – 03-06-2026\na@b.be');
});
test('what is no calendar says nothing', () => {
  expect(calendarText('BEGIN:VTODO')).toBe('');
});
test('stands for the text of a mail that has none', () => {
  const raw = `Content-Type: text/calendar\r\n\r\n${CALENDAR.replaceAll('\n', '\r\n')}`;
  expect(parseMail(Buffer.from(raw))).toMatchObject({ kind: 'invite', text: expect.stringContaining('Kennismaking') });
});
