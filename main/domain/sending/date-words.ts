// Dates that an answer names by weekday and day of the month together: when the two do not fit, or the day promised is over, one
// of them is a slip. A date without a year is the coming one, or one of the last months.
import { isPromise } from '../commitment/promise-words.ts';
import { ownSentences } from '../commitment/own-sentences.ts';
import type { Language } from '../conversation/message.ts';
import type { Instant, ZoneName } from '../instant.ts';
import { dateOf, realDay, weekdayIndex, weekdayOf, type Day } from '../office-hours/calendar.ts';
import type { Weekday } from '../office-hours/office-hours.ts';
import { wallTimeAt } from '../office-hours/wall-clock.ts';
import { MONTH_WORDS, oneOf, plainWords, WEEKDAY_WORDS, type Vocabulary } from '../reply-by/when-words.ts';

export type DateTrouble =
  | { readonly kind: 'wrong-weekday'; readonly words: string; readonly weekday: Weekday }
  | { readonly kind: 'past-date'; readonly words: string };

type DateQuestion = {
  readonly own: string;
  readonly language: Language | null;
  readonly now: Instant;
  readonly zone: ZoneName;
};

/** At most one of each sentence. */
export function dateTroubles({ own, language, now, zone }: DateQuestion): readonly DateTrouble[] {
  const today = wallTimeAt(zone, now).day;
  // "Freitag, den 27. November" is one sentence.
  const joined = own.replaceAll(/(?<=\d)\. (?=\p{Lu}\p{Ll}{2})/gu, ' ');
  return ownSentences(joined).flatMap((sentence) => {
    const dates = datesIn(sentence);
    // Most sentences name none, and need not be read as a promise.
    const isOwed = dates.length > 0 && isPromise(sentence, language);
    return dates.flatMap((said) => troubleOf(said, today, isOwed) ?? []).slice(0, 1);
  });
}

type SaidDate = {
  readonly words: string;
  /** 0 is Monday; null where the date stands alone. */
  readonly weekday: number | null;
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
};

/** Longer ago than this, the same date of next year is meant. */
const LONGEST_AGO_DAYS = 270;

function troubleOf({ words, weekday, day, month, year }: SaidDate, today: Day, isOwed: boolean): DateTrouble | null {
  const candidates = (year === null ? yearsAround(today) : [year]).flatMap((one) => realDay(one, month, day) ?? []);
  const near = year === null ? nearest(candidates, today) : candidates;
  const [first] = near;
  if (first === undefined) return null;
  if (weekday !== null && !near.some((one) => weekdayIndex(one) === weekday)) {
    return { kind: 'wrong-weekday', words, weekday: weekdayOf(first) };
  }
  const meant = weekday === null ? near : near.filter((one) => weekdayIndex(one) === weekday);
  return isOwed && meant.every((one) => one < today) ? { kind: 'past-date', words } : null;
}

const yearsAround = (today: Day): readonly number[] => {
  const { year } = dateOf(today);
  return [year - 1, year, year + 1];
};

/** The coming one first, then the last one where that is not long ago. */
const nearest = (days: readonly Day[], today: Day): readonly Day[] => [
  ...days.filter((day) => day >= today).slice(0, 1),
  ...days.filter((day) => day < today && today - day <= LONGEST_AGO_DAYS).slice(-1),
];

const FRENCH_AND_GERMAN_DAYS: Vocabulary = {
  lundi: 0,
  mardi: 1,
  mercredi: 2,
  jeudi: 3,
  vendredi: 4,
  samedi: 5,
  dimanche: 6,
  montag: 0,
  dienstag: 1,
  mittwoch: 2,
  donnerstag: 3,
  freitag: 4,
  samstag: 5,
  sonntag: 6,
};
const FRENCH_AND_GERMAN_MONTHS: Vocabulary = {
  janvier: 1,
  fevrier: 2,
  mars: 3,
  avril: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  aout: 8,
  septembre: 9,
  octobre: 10,
  novembre: 11,
  decembre: 12,
  januar: 1,
  februar: 2,
  marz: 3,
  juni: 6,
  juli: 7,
  oktober: 10,
  dezember: 12,
};
const DAYS: Vocabulary = { ...WEEKDAY_WORDS, ...FRENCH_AND_GERMAN_DAYS };
const MONTHS: Vocabulary = { ...MONTH_WORDS, ...FRENCH_AND_GERMAN_MONTHS };

const DAY_NAME = `(?:(?<weekday>${oneOf(DAYS)})\\.?,? +(?:(?:de|den|dem|the|le|op) +)?)?`;
const YEAR = `(?:[ ,]+(?<year>20\\d{2})(?!\\d))?`;
/** "vrijdag 27 november", "Friday the 27th of November 2026", "vendredi 1er mai", "Freitag, den 27. November" */
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d/.-])${DAY_NAME}(?<day>\\d{1,2})(?:st|nd|rd|th|e|er|ste|de)?\\.?(?: of)? +(?<month>${oneOf(MONTHS)})(?![\\p{L}])\\.?${YEAR}`,
  'gu',
);
/** "Friday, November 27th" */
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}])${DAY_NAME}(?<month>${oneOf(MONTHS)}) +(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.,]\\d| ?%|\\d)${YEAR}`,
  'gu',
);
/** "vrijdag 27/11", "vr. 27-11-2026". Never without a weekday: "1/2" is a half, and phone numbers have dashes. */
const IN_FIGURES = new RegExp(
  `(?<![\\p{L}])(?<weekday>${oneOf(DAYS)})\\.? +(?<day>\\d{1,2})[/-](?<month>\\d{1,2})(?:[/-](?<year>20\\d{2}))?(?![\\d/:-])(?! ?(?:dag|jour|day|uur))`,
  'gu',
);

function datesIn(sentence: string): readonly SaidDate[] {
  const plain = plainWords(sentence);
  return [DAY_FIRST, MONTH_FIRST, IN_FIGURES]
    .flatMap((pattern) => Array.from(plain.matchAll(pattern)))
    .map(({ 0: words, groups = {} }) => ({
      words: words.replace(/[\s.,]+$/, ''),
      weekday: groups['weekday'] === undefined ? null : (DAYS[groups['weekday']] ?? null),
      day: Number(groups['day']),
      month: MONTHS[groups['month'] ?? ''] ?? Number(groups['month']),
      year: groups['year'] === undefined ? null : Number(groups['year']),
    }));
}
