import { expect, it } from 'vitest';
import {
  WEEKDAYS,
  type OfficeHours,
  type OpenInterval,
  type Weekday,
  type WeekHours,
} from '../office-hours/office-hours.ts';
import { snoozePresets } from './snooze-presets.ts';

const zone = 'Europe/Amsterdam';
function weekOf(open: readonly Weekday[], ...intervals: OpenInterval[]): WeekHours {
  const on = (day: Weekday): OpenInterval[] => (open.includes(day) ? intervals : []);
  return {
    mon: on('mon'),
    tue: on('tue'),
    wed: on('wed'),
    thu: on('thu'),
    fri: on('fri'),
    sat: on('sat'),
    sun: on('sun'),
  };
}
const shop: OfficeHours = {
  zone,
  week: weekOf(['mon', 'tue', 'wed', 'thu', 'fri'], ['09:00', '12:30'], ['13:30', '17:30']),
  closures: [],
  holidays: ['2026-05-25'],
};
const offered = (now: string, hours = shop): Record<string, string> =>
  Object.fromEntries(
    snoozePresets({ now: Date.parse(now), hours }).map(({ preset, until }) => [
      preset,
      new Date(until + 2 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
    ]),
  );

it('offers on a Wednesday morning: after lunch, after closing, tomorrow, Monday and Wednesday next', () => {
  expect(offered('2026-05-13T10:05+02:00')).toEqual({
    'later-today': '2026-05-13 13:30',
    'this-evening': '2026-05-13 18:00',
    tomorrow: '2026-05-14 09:00',
    'after-weekend': '2026-05-18 09:00',
    'next-week': '2026-05-20 09:00',
  });
});
it('offers nothing more for today once it is evening', () => {
  expect(Object.keys(offered('2026-05-13T21:00+02:00'))).toEqual(['tomorrow', 'after-weekend', 'next-week']);
});
it('calls Tuesday the next opening on the Friday before Whit Monday, once', () => {
  expect(offered('2026-05-22T16:00+02:00')).toEqual({
    'this-evening': '2026-05-22 18:00',
    'next-opening': '2026-05-26 09:00',
    'next-week': '2026-05-29 09:00',
  });
});
it('keeps the evening of a bar to hours in which one still answers mail', () => {
  const bar = { ...shop, week: weekOf([...WEEKDAYS], ['16:00', '02:00']) };
  expect(offered('2026-05-13T12:00+02:00', bar)['this-evening']).toBe('2026-05-13 20:00');
});
it('has only the evening for a business that never opens', () => {
  expect(offered('2026-05-13T12:00+02:00', { ...shop, week: weekOf([]) })).toEqual({
    'this-evening': '2026-05-13 18:00',
  });
});
