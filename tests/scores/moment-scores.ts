// How well a moment in the owner's own words is read: every line of tests/data/moments, right to the minute.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficeHours } from '../../main/domain/office-hours/office-hours.ts';
import { MINUTE_MS, type Instant } from '../../main/domain/instant.ts';
import { isoDay } from '../../main/domain/office-hours/calendar.ts';
import { wallTimeAt } from '../../main/domain/office-hours/wall-clock.ts';
import { parseWhen } from '../../main/domain/reply-by/parse-when.ts';
import { scoreOf, type Score } from '../helpers/shared-data.ts';

const LINES = join(import.meta.dirname, '..', 'data', 'moments');
const ZONE = 'Europe/Amsterdam';
const DAY: readonly (readonly [string, string])[] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
export const SHOP_OF_MOMENTS: OfficeHours = {
  zone: ZONE,
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: [], sun: [] },
  closures: [],
  holidays: [],
};
/** Tuesday. */
export const SAID_AT: Instant = Date.parse('2026-05-12T10:20+02:00');

export function scoreMoments(language: 'nl' | 'en' | 'fr', part: 'build' | 'held'): Score {
  const cases = readFileSync(join(LINES, `${language}-${part}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const bar = line.lastIndexOf(' | ');
      return { id: line.slice(0, bar), meant: line.slice(bar + 3) };
    });
  return scoreOf(
    `moments-${language}-${part}`,
    cases,
    ({ id, meant }) => {
      const read = parseWhen({ text: id, now: SAID_AT, zone: ZONE, language, hours: SHOP_OF_MOMENTS });
      const words = read === null ? '-' : onTheWall(read);
      return words === meant ? [] : [`${words} instead of ${meant}`];
    },
    '',
  );
}

function onTheWall(at: Instant): string {
  const { day, msOfDay } = wallTimeAt(ZONE, at);
  const minutes = msOfDay / MINUTE_MS;
  return `${isoDay(day)} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
