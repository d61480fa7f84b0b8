import { expect, it } from 'vitest';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import { momentAt } from './section.ts';

const shop: readonly (readonly [string, string])[] = [['09:00', '17:30']];
const hours: OfficeHours = {
  zone: 'Europe/Brussels',
  week: { mon: shop, tue: shop, wed: shop, thu: shop, fri: [['18:00', '02:00']], sat: [], sun: [] },
  closures: [],
  holidays: [],
};
const endOfDay = (text: string): string => new Date(momentAt(Date.parse(text), hours).todayEndsAt).toISOString();

it('today ends at midnight on the wall, so that a date set by hand for tonight is due today', () => {
  expect(endOfDay('2026-05-12T08:00:00Z')).toBe('2026-05-12T21:59:59.999Z');
});
it('today ends with the working day where that runs past midnight', () => {
  expect(endOfDay('2026-05-15T20:00:00Z')).toBe('2026-05-16T00:00:00.000Z');
});
it('after midnight the new calendar day is today, whatever is still open', () => {
  expect(endOfDay('2026-05-15T23:00:00Z')).toBe('2026-05-16T21:59:59.999Z');
});
it('a day on which the shop stays closed ends too', () => {
  expect(endOfDay('2026-05-17T08:00:00Z')).toBe('2026-05-17T21:59:59.999Z');
});
