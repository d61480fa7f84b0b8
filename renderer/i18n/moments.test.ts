import { expect, test } from 'vitest';
import { UNTIL_THEY_WRITE } from '../../main/domain/queue/decisions.ts';
import { createMoments } from './moments.ts';

const tuesday = Date.parse('2026-05-12T08:20:00Z');
const at = (iso: string): number => Date.parse(iso);

test('moments are told as one would say them', () => {
  const moments = createMoments('nl', 'Europe/Brussels', tuesday);
  expect(moments.when(at('2026-05-12T14:00:00Z'))).toBe('vandaag 16:00');
  expect(moments.when(at('2026-05-13T07:00:00Z'))).toBe('morgen 9:00');
  expect(moments.when(at('2026-05-15T14:00:00Z'))).toBe('vrijdag 16:00');
  expect(moments.short(at('2026-05-12T05:20:00Z'))).toBe('7:20');
  expect(moments.short(at('2025-05-12T05:20:00Z'))).toBe('12 mei 2025');
});

test('the day changes at midnight on the wall, not in Greenwich, also in the night of the clock change', () => {
  const night = createMoments('en', 'Europe/Brussels', at('2026-03-28T22:30:00Z'));
  expect(night.when(at('2026-03-28T23:30:00Z'))).toBe('tomorrow 0:30');
  expect(night.when(at('2026-03-29T21:30:00Z'))).toBe('tomorrow 23:30');
});

test('sizes are rounded to what one reads', () => {
  const moments = createMoments('nl', 'Europe/Brussels', tuesday);
  expect(moments.size(900)).toBe('900 byte');
  expect(moments.size(2_310_000)).toBe('2,3 MB');
});

test('a snooze without an hour of its own ends with the customer, and a far day has its year', () => {
  const moments = createMoments('nl', 'Europe/Brussels', tuesday);
  expect(moments.full(UNTIL_THEY_WRITE)).toBe('de klant schrijft');
  expect(moments.full(at('2027-05-14T14:00:00Z'))).toBe('vrijdag 14 mei 2027 16:00');
  expect(moments.full(at('2026-05-15T14:00:00Z'))).toBe('vrijdag 15 mei 16:00');
});
