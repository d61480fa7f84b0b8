import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, isoDay } from '../../domain/office-hours/calendar.ts';
import { spanIn } from './search-dates.ts';

/** A Tuesday. */
const TODAY = dayOf(2026, 5, 12);
const written = (text: string): string => {
  const span = spanIn(text, TODAY);
  return span === null ? 'no date' : `${isoDay(span.from)} ${span.until - span.from}`;
};

it.each([
  ['2026-05-12', '2026-05-12 1'],
  ['12-5-2026', '2026-05-12 1'],
  ['12/5/26', '2026-05-12 1'],
  ['2026-05', '2026-05-01 31'],
  ['5-2026', '2026-05-01 31'],
  ['2024', '2024-01-01 366'],
  ['12-5', '2026-05-12 1'],
  ['13-5', '2025-05-13 1'],
  ['29-2', '2024-02-29 1'],
  ['mei', '2026-05-01 31'],
  ['juni', '2025-06-01 30'],
  ['feb 2024', '2024-02-01 29'],
  ['12 mei', '2026-05-12 1'],
  ['24 dec', '2025-12-24 1'],
  ['may 3', '2026-05-03 1'],
  ['3 août 2025', '2025-08-03 1'],
  ['vandaag', '2026-05-12 1'],
  ['Gisteren', '2026-05-11 1'],
  ['vorige week', '2026-05-04 7'],
  ['this week', '2026-05-11 7'],
  ['vorige_maand', '2026-04-01 30'],
  ['vorig jaar', '2025-01-01 365'],
  ['maandag', '2026-05-11 1'],
  ['dinsdag', '2026-05-12 1'],
  ['vorige dinsdag', '2026-05-05 1'],
  ['vrijdag', '2026-05-08 1'],
  ['3 dagen geleden', '2026-05-09 1'],
  ['2w', '2026-04-28 1'],
  ['3 maanden', '2026-02-12 1'],
  ['1 jaar', '2025-05-12 1'],
])('%s is %s days long', (text, expected) => {
  expect(written(text)).toBe(expected);
});
it.each([
  '',
  'straks',
  '31-2',
  '31-2-2026',
  '13-13-2026',
  '0-2026',
  '9999-99-99',
  'mei 20255',
  'de',
  '1-2-3-4',
  '99 mei',
])('%j is no date', (text) => {
  expect(written(text)).toBe('no date');
});
it('reads any text, and every span has a day', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      const { from, until } = spanIn(text, TODAY) ?? { from: 0, until: 1 };
      expect(until).toBeGreaterThan(from);
    }),
  );
});
