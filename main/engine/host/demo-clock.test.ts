import { expect, it } from 'vitest';
import { demoClockOffset, demoMorning } from './demo-clock.ts';

const brussels = 'Europe/Brussels';

it.each([
  ['a Saturday evening', '2026-11-21T20:00:00Z', '2026-11-17T09:40:00.000Z'],
  ['that Tuesday itself, an hour later', '2026-11-17T10:40:00Z', '2026-11-17T09:40:00.000Z'],
  ['a Tuesday before the desk opens', '2026-11-17T07:00:00Z', '2026-11-10T09:40:00.000Z'],
  ['the week in which summer time ended', '2026-10-26T12:00:00Z', '2026-10-20T08:40:00.000Z'],
  ['a Monday night that is Tuesday here already', '2026-11-16T23:30:00Z', '2026-11-10T09:40:00.000Z'],
])('filled on %s, the desk opens at 10:40 of the latest Tuesday', (_when, now, morning) => {
  expect(new Date(demoMorning(Date.parse(now), brussels)).toISOString()).toBe(morning);
});

it('runs on beside the machine’s clock', () => {
  const filledAt = Date.parse('2026-11-21T20:00:00Z');
  const offset = demoClockOffset(filledAt, brussels);
  expect(new Date(filledAt + 60_000 + offset).toISOString()).toBe('2026-11-17T09:41:00.000Z');
});
