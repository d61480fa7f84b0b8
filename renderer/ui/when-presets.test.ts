import { expect, test } from 'vitest';
import type { OfficeHours } from '../../main/domain/office-hours/office-hours.ts';
import { afterWakePresets, replyByPresets, sendPresets, snoozeChoices } from './when-presets.ts';

const day = [['09:00', '17:30']] as const;
const hours: OfficeHours = {
  zone: 'Europe/Brussels',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  closures: [],
  holidays: [],
};
/** Friday 15 May 2026, 16:50 in Brussels: forty minutes before closing. */
const friday = Date.parse('2026-05-15T14:50:00Z');

test('near closing time no moment is offered twice, and none that has passed', () => {
  for (const presets of [snoozeChoices(friday, hours), replyByPresets(friday, hours), sendPresets(friday, hours)]) {
    const moments = presets.map(({ at }) => at);
    expect(new Set(moments).size).toBe(moments.length);
    expect(moments.every((at) => at > friday)).toBe(true);
  }
});

test('after closing, an answer can leave at opening time', () => {
  const evening = Date.parse('2026-05-15T19:00:00Z');
  expect(sendPresets(evening, hours)[0]).toEqual({ name: 'next-opening', at: Date.parse('2026-05-18T07:00:00Z') });
});

test('a conversation that wakes on Monday is offered a reply-by on that Monday', () => {
  const wake = Date.parse('2026-05-18T07:00:00Z');
  expect(afterWakePresets(wake, hours)).toEqual([
    { name: 'wake-plus-hour', at: Date.parse('2026-05-18T08:00:00Z') },
    { name: 'end-of-wake-day', at: Date.parse('2026-05-18T15:30:00Z') },
  ]);
});
