import { expect, test } from 'vitest';
import { calendarText } from './calendar-text.ts';
import { parseMail } from './parse-mail.ts';

const CALENDAR =
  'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART;TZID="W. Europe: Standard":20250331T090000\nSUMMARY:Kennis\n making\nLOCATION:Bij ons\\, achterom\nDESCRIPTION:Neem mee:\\nde plannen\nEND:VEVENT\nEND:VCALENDAR';

test('says what, when and where', () => {
  expect(calendarText(CALENDAR)).toBe('Kennismaking\n31-03-2025 09:00\nBij ons, achterom\nNeem mee:\nde plannen');
});
test('what is no calendar says nothing', () => {
  expect(calendarText('BEGIN:VTODO')).toBe('');
});
test('stands for the text of a mail that has none', () => {
  const raw = `Content-Type: text/calendar\r\n\r\n${CALENDAR.replaceAll('\n', '\r\n')}`;
  expect(parseMail(Buffer.from(raw))).toMatchObject({ kind: 'invite', text: expect.stringContaining('Kennismaking') });
});
