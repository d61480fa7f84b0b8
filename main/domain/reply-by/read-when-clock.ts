// The time on the clock: "16u", "14u30", "half drie", "kwart over 4", "tien voor half vier", "3pm", "quarter to five", "noon".
import type { Language } from '../conversation/message.ts';
import type { WhenRule } from './when-rule.ts';
import { withPart, withTime, type WhenParts } from './when-parts.ts';
import { ENGLISH_NUMBERS, MONTH_WORDS, NUMBER_WORDS, oneOf, readNumber } from './when-words.ts';

const END = '(?![a-z0-9])';
const rule = (pattern: string, read: WhenRule['read']): WhenRule => ({
  pattern: new RegExp(`^(?:${pattern})${END}`),
  read,
});
const NUMBER = `(\\d{1,2}|${oneOf(NUMBER_WORDS)})`;
const HALF_DAY = '(am|pm|a\\.m\\.?|p\\.m\\.?)';
const MONTH = oneOf(MONTH_WORDS);
/** Figures that go on to be a date, a time with minutes, or a length are none of the bare hour's business. */
const NOT_MORE = `(?! ?(?:[:./-] ?\\d|u\\b|uur|h\\b|am\\b|pm\\b|a\\.m|p\\.m|o'clock|min|dag|day|week|weken|over |voor |past |to |(?:${MONTH})\\b))`;
const OCLOCK = "(?: ?(?:uur|u|h|o'clock))?";

export const CLOCK_RULES: readonly WhenRule[] = [
  rule(`(?:noon|midday|(?:tegen|op|over|voor|rond) de middag)`, (_, parts) =>
    parts.time === null ? withTime(parts, { minutes: 12 * 60, isCertain: true }) : withPart(parts, 'afternoon'),
  ),
  rule(
    '(?:(?:voor|tegen|rond|tijdens|met|by|before|around|at|over) )?(?:de )?(?:lunch|lunchpauze|lunchtime)',
    (_, parts) => withPart(parts, 'noon'),
  ),
  rule('na de (?:middag|lunch)|after lunch', (_, parts) => withPart(parts, 'afternoon')),
  rule('middernacht|midnight', (_, parts) => withTime(parts, { minutes: 24 * 60, isCertain: true })),

  rule(`${NUMBER} (?:minuten )?(over|voor|na) half ${NUMBER}${OCLOCK}`, ([, minutes, side, hour], parts) =>
    besides(parts, hour, (side === 'voor' ? -1 : 1) * (readNumber(minutes ?? '') ?? 99) - 30),
  ),
  rule(`half (past )?${NUMBER}${OCLOCK}`, ([, past, hour], parts, language) =>
    // "Half three" is half past three in English and half past two in Dutch.
    besides(parts, hour, past !== '' || isEnglish(hour, language) ? 30 : -30),
  ),
  rule(
    `(?:een |a )?(?:kwart|quarter) (over|na|past|after|voor|to|before) ${NUMBER}${OCLOCK}`,
    ([, side, hour], parts) => besides(parts, hour, isBefore(side) ? -15 : 15),
  ),
  rule(`${NUMBER} (?:minuten |minutes )?(over|na|past|voor|to) ${NUMBER}${OCLOCK}`, ([, minutes, side, hour], parts) =>
    besides(parts, hour, (isBefore(side) ? -1 : 1) * (readNumber(minutes ?? '') ?? 99)),
  ),

  rule(
    `(\\d{1,2})(?:(?::|\\.|h| ?uur | ?u ?)(\\d{2}))? ?${HALF_DAY}`,
    ([, hour = '', minutes = '', half = ''], parts) => {
      const hours = Number(hour);
      if (hours < 1 || hours > 12) return null;
      return at(parts, (hours % 12) + (half.startsWith('p') ? 12 : 0), Number(minutes), true);
    },
  ),
  rule(`(\\d{1,2})[:.](\\d{2})(?![/-]\\d)(?: ?(?:uur|u|h))?`, ([, hour = '', minutes], parts) =>
    at(parts, Number(hour), Number(minutes), isCertain(hour)),
  ),
  // "14u30", "14 uur 30"; but "10u 12 mei" and "10u 11u" are two things.
  rule(
    `(\\d{1,2})(?: uur | ?u ?|h)(\\d{2})(?! ?(?:[/-]\\d|uur|u|h|(?:${MONTH})\\b))`,
    ([, hour = '', minutes], parts) => at(parts, Number(hour), Number(minutes), isCertain(hour)),
  ),
  rule(`(\\d{1,2}) ?(?:uur|u|h|o'clock)`, ([, hour = ''], parts) => at(parts, Number(hour), 0, isCertain(hour))),
  rule(`(${oneOf(NUMBER_WORDS)}) (?:uur|u|o'clock)`, ([, hour = ''], parts) => besides(parts, hour, 0)),
  // A bare figure is a time after "om" or after a day, never by itself.
  rule(`(?:om|at|@|rond|tegen|around|by) ${NUMBER}${NOT_MORE}`, ([, hour = ''], parts) =>
    /^\d/.test(hour) ? at(parts, Number(hour), 0, isCertain(hour)) : besides(parts, hour, 0),
  ),
  rule(String.raw`(\d{1,2})`, ([, hour = ''], parts) =>
    parts.day === null ? null : at(parts, Number(hour), 0, isCertain(hour)),
  ),
];

const isBefore = (side: string | undefined): boolean => side === 'voor' || side === 'to' || side === 'before';

const isEnglish = (word: string | undefined, language: Language | null): boolean =>
  /^\d/.test(word ?? '') ? language === 'en' : Object.hasOwn(ENGLISH_NUMBERS, word ?? '');

/** "09" and "16" leave no doubt; "9" may be the evening. */
const isCertain = (hour: string): boolean => hour.startsWith('0') || Number(hour) > 12;

function at(parts: WhenParts, hours: number, minutes: number, certain: boolean): WhenParts | null {
  if (hours > 24 || minutes > 59) return null;
  return withTime(parts, { minutes: hours * 60 + minutes, isCertain: certain });
}

/** A time said from an hour of the clock face: minutes before or after it. */
function besides(parts: WhenParts, hourWord: string | undefined, minutes: number): WhenParts | null {
  const hour = readNumber(hourWord ?? '');
  if (hour === null || !Number.isInteger(hour) || hour > 24 || hour < 1 || Math.abs(minutes) > 60) return null;
  return withTime(parts, { minutes: hour * 60 + minutes, isCertain: hour > 12 });
}
