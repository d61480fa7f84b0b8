import { expect, it } from 'vitest';
import type { OfficeHours, OpenInterval } from '../office-hours/office-hours.ts';
import { replyByFor } from './reply-by.ts';

const at = (text: string): number => Date.parse(text);
const shopDay: OpenInterval[] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
const shop: OfficeHours = {
  zone: 'Europe/Brussels',
  week: { mon: shopDay, tue: shopDay, wed: shopDay, thu: shopDay, fri: shopDay, sat: [], sun: [] },
  closures: [],
  holidays: [],
};

it('gives a mail of Friday 17:00 eight working hours: half an hour today, the rest on Monday', () => {
  expect(replyByFor({ since: at('2026-05-08T17:00+02:00'), targetMinutes: 480, hours: shop }).replyBy).toBe(
    at('2026-05-11T17:30+02:00'),
  );
});
it('warns when three quarters of the working time are used, lunch not counted', () => {
  expect(replyByFor({ since: at('2026-05-11T09:00+02:00'), targetMinutes: 400, hours: shop }).warnAt).toBe(
    at('2026-05-11T15:00+02:00'),
  );
});
it('knows no moment for a business that never opens', () => {
  const shut: OfficeHours = { ...shop, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
  expect(replyByFor({ since: 0, targetMinutes: 60, hours: shut })).toEqual({ replyBy: null, warnAt: null });
});
