import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAID_AT, scoreMoments, SHOP_OF_MOMENTS } from '../../../tests/scores/moment-scores.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../instant.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import { momentRemarks } from './moment-remarks.ts';
import { understandWhen } from './parse-when.ts';

const understand = (text: string, language: 'nl' | 'en' | 'fr' = 'nl', now: Instant = SAID_AT) =>
  understandWhen({ text, language, now, zone: SHOP_OF_MOMENTS.zone, hours: SHOP_OF_MOMENTS });
const at = (text: string): Instant => Date.parse(`${text}+02:00`);

describe('moments that were written down for it', () => {
  it.each([
    ['nl', 'build', 1],
    ['nl', 'held', 0.95],
    ['en', 'build', 1],
    ['en', 'held', 0.95],
    ['fr', 'build', 1],
    ['fr', 'held', 0.95],
  ] as const)('%s, %s: are read right to the minute', (language, part, floor) => {
    const { good, total } = scoreMoments(language, part);
    expect(good / total).toBeGreaterThanOrEqual(floor);
  });
});

describe('a day by which something is promised', () => {
  it('stands for its close', () => {
    const question = { language: 'nl', now: SAID_AT, zone: SHOP_OF_MOMENTS.zone, hours: SHOP_OF_MOMENTS } as const;
    const opening = understandWhen({ ...question, text: 'vrijdag' });
    const close = understandWhen({ ...question, text: 'vrijdag', means: 'end' });
    if (opening.kind !== 'moment' || close.kind !== 'moment') throw new Error('not understood');
    const { clock, endOfWorkingDay } = createOpenTime(SHOP_OF_MOMENTS);
    expect(clock.at(close.at).day).toBe(clock.at(opening.at).day);
    expect(close.at).toBe(endOfWorkingDay(opening.at));
  });
});

describe('a moment that may be another', () => {
  it('is next week’s Friday, or this week’s', () => {
    expect(understand('volgende vrijdag')).toEqual({
      kind: 'moment',
      at: at('2026-05-22T09:00'),
      others: [at('2026-05-15T09:00')],
    });
    expect(understand('next friday', 'en')).toMatchObject({ others: [at('2026-05-15T09:00')] });
  });
  it('is eight in the morning, before the shop opens, or in the evening', () => {
    expect(understand('morgen 8 uur')).toMatchObject({ at: at('2026-05-13T08:00'), others: [at('2026-05-13T20:00')] });
  });
  it('is no question where the shop is open at one of the two', () => {
    expect(understand('vr 9u')).toMatchObject({ at: at('2026-05-15T09:00'), others: [] });
    expect(understand('half drie')).toMatchObject({ at: at('2026-05-12T14:30'), others: [] });
  });
  it('is day and month, or in English month and day', () => {
    expect(understand('5/6', 'en')).toMatchObject({ at: at('2026-06-05T09:00'), others: [at('2027-05-06T09:00')] });
    expect(understand('5/6')).toMatchObject({ others: [] });
    expect(understand('5 june', 'en')).toMatchObject({ others: [] });
  });
});

describe('a moment that is past', () => {
  it.each(['gisteren', 'vandaag 09:00', '12 mei 2020', 'eergisteravond', 'vorige week', '3 dagen geleden'])(
    '%s is told from one that is none',
    (text) => {
      expect(understand(text).kind).toBe('past');
    },
  );
  it('is past in English and French too', () => {
    expect(understand('yesterday 4pm', 'en').kind).toBe('past');
    expect(understand('last friday', 'en').kind).toBe('past');
    expect(understand('hier', 'fr').kind).toBe('past');
  });
  it('is not what was never a moment', () => {
    expect(understand('31 februari').kind).toBe('unknown');
    expect(understand('zo snel mogelijk').kind).toBe('unknown');
  });
});

it('whatever is typed, what is understood lies ahead, and its other readings too', () => {
  const words = constantFrom('morgen', 'volgende', 'vrijdag', 'om', '8', 'uur', '5/6', 'half', 'drie', 'over', 'weken');
  assert(
    property(string({ unit: words, maxLength: 5 }), constantFrom('nl', 'en', 'fr'), (text, language) => {
      const understood = understand(text, language);
      return (
        understood.kind !== 'moment' ||
        [understood.at, ...understood.others].every((one, index, all) => one > SAID_AT && all.indexOf(one) === index)
      );
    }),
  );
});

describe('a remark', () => {
  const openTime = createOpenTime(SHOP_OF_MOMENTS);
  it('counts the working time until then', () => {
    expect(momentRemarks(at('2026-05-13T09:30'), SAID_AT, openTime)).toEqual({
      // 10:20 to 12:30, 13:30 to 17:30, and half an hour on Wednesday.
      workingMinutes: 130 + 240 + 30,
      isClosed: false,
      isFar: false,
    });
  });
  it('says that nobody is there, save at closing time itself', () => {
    expect(momentRemarks(at('2026-05-12T20:00'), SAID_AT, openTime).isClosed).toBe(true);
    expect(momentRemarks(at('2026-05-12T13:00'), SAID_AT, openTime).isClosed).toBe(true);
    expect(momentRemarks(at('2026-05-12T17:30'), SAID_AT, openTime).isClosed).toBe(false);
  });
  it('says that it is more than a year ahead', () => {
    expect(momentRemarks(SAID_AT + 400 * DAY_MS, SAID_AT, openTime).isFar).toBe(true);
    expect(momentRemarks(SAID_AT + 300 * DAY_MS + HOUR_MS, SAID_AT, openTime).isFar).toBe(false);
  });
});
