import { expect, it } from 'vitest';
import type { Availability } from '../../domain/office-hours/availability.ts';
import { availabilityWords } from './availability-words.ts';

const at = (local: string): number => Date.parse(`${local}+01:00`);
const NOW = at('2026-11-20T16:00');
const open = (until: string): Availability => ({ kind: 'open', by: 'hours', until: at(until) });
const closed = (until: string): Availability => ({ kind: 'closed', by: 'hours', until: at(until) });
const away = (until: string): Availability => ({ kind: 'away', by: 'owner', until: at(until) });

it.each<[Availability, string, string]>([
  [open('2026-11-20T17:30'), 'Open tot 17:30', 'Open until 17:30'],
  [open('2026-11-21T00:00'), 'Open tot middernacht', 'Open until midnight'],
  [open('2026-11-21T02:00'), 'Open tot morgen 2:00', 'Open until tomorrow 2:00'],
  [closed('2026-11-23T09:00'), 'Gesloten · ma 9:00 open', 'Closed · opens Mon 9:00'],
  [closed('2026-11-20T16:30'), 'Gesloten · 16:30 open', 'Closed · opens 16:30'],
  [{ kind: 'closed', by: 'hours', until: null }, 'Gesloten', 'Closed'],
  [away('2026-12-01T09:00'), 'Afwezig tot 1 dec', 'Away until 1 Dec'],
  [away('2026-11-25T13:30'), 'Afwezig tot wo 13:30', 'Away until Wed 13:30'],
  [away('2026-11-20T18:00'), 'Afwezig tot 18:00', 'Away until 18:00'],
])('says %o in a few words', (availability, dutch, english) => {
  expect(availabilityWords('nl', availability, NOW, 'Europe/Brussels')).toBe(dutch);
  expect(availabilityWords('en', availability, NOW, 'Europe/Brussels')).toBe(english);
});
