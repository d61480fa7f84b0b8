import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

const today = '2026-05-12';

test.each([
  ['24/12', '2026-12-24'],
  ['12-5', '2026-05-12'],
  ['3.1', '2027-01-03'],
  [' 24-12-2027 ', '2027-12-24'],
  ['1/7/26', '2026-07-01'],
])('%s is the day %s', (text, day) => {
  expect(readDate(text, today)).toBe(day);
});

test.each(['', '24', 'kerst', '31/4', '29/2/2027', '12/24/2026', '0/1'])('%s is no day', (text) => {
  expect(readDate(text, today)).toBeNull();
});
