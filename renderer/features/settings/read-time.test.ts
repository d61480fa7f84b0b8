import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

test.each([
  ['9', '09:00'],
  ['9u', '09:00'],
  ['9u30', '09:30'],
  ['9.30', '09:30'],
  ['0930', '09:30'],
  ['17:05', '17:05'],
  ['24:00', '24:00'],
])('%s is read as %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});

test.each(['', 'negen', '25:00', '9:75', '24:30', '9:3'])('%s is no time of day', (text) => {
  expect(readTime(text)).toBeNull();
});
