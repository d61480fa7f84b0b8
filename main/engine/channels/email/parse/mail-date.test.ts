import { expect, test } from 'vitest';
import { parseMailDate } from './mail-date.ts';

test.each([
  ['Mon, 3 Mar 2025 10:12:00 +0100', '2025-03-03T09:12:00Z'],
  ['Mon,\n 3 Mar 2025 10:12 +0530 (IST)', '2025-03-03T04:42:00Z'],
  ['3 Mar 2025 10:12:00 -0000', '2025-03-03T10:12:00Z'],
  ['Mon, 3 Mar 25 10:12:00 CET', '2025-03-03T09:12:00Z'],
  ['Tue Mar  4 10:12:00 2025', '2025-03-04T10:12:00Z'],
  ['4-Mar-2025 10:12:00 GMT', '2025-03-04T10:12:00Z'],
  ['2025-03-04T10:12:00+01:00', '2025-03-04T09:12:00Z'],
  ['ma, 3 mrt 2025 10:12:00 +0100', '2025-03-03T09:12:00Z'],
  ['Mon, 3 Mar 2025 10.12.00 +0100', '2025-03-03T09:12:00Z'],
  ['Thu, 10 Jul 1997 14:53:31 ZZZZ', '1997-07-10T14:53:31Z'],
  ['Mon, 3 Mar 2025 10:12:60 +0000', '2025-03-03T10:12:59Z'],
])('%s is %s', (header, instant) => {
  expect(parseMailDate(header)).toBe(Date.parse(instant));
});

test.each([
  '',
  'gisteren',
  'Mon, 99 Mar 2025 99:99:99 +9999',
  '31 Feb 2025 10:00 +0000',
  '3 Mar 9999 10:12',
  'some numbers 0 1 2',
])('nonsense ("%s") is no date, and never now', (header) => {
  expect(parseMailDate(header)).toBeNull();
});
