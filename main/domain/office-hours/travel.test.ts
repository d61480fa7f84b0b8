import { expect, it } from 'vitest';
import { isElsewhere } from './travel.ts';

const WINTER = Date.parse('2026-01-15T12:00Z');
const SUMMER = Date.parse('2026-07-15T12:00Z');

it('a machine in Lisbon is elsewhere than a shop in Amsterdam, the whole year', () => {
  for (const now of [WINTER, SUMMER]) expect(isElsewhere('Europe/Lisbon', 'Europe/Amsterdam', now)).toBe(true);
});
it('a machine in Brussels has the same clock', () => {
  for (const now of [WINTER, SUMMER]) expect(isElsewhere('Europe/Brussels', 'Europe/Amsterdam', now)).toBe(false);
});
it('a machine in Lagos, whose clock agrees in winter, is elsewhere all the same', () => {
  expect(isElsewhere('Africa/Lagos', 'Europe/Amsterdam', WINTER)).toBe(true);
});
it('a machine that is set to no place is not on the road', () => {
  for (const zone of ['UTC', 'Etc/UTC', 'GMT']) expect(isElsewhere(zone, 'Europe/Amsterdam', SUMMER)).toBe(false);
});
