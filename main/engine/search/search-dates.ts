// Days as the owner writes them when he looks back: "2026-05-12", "12-5", "mei", "vorige week", "3 dagen geleden". The same words
// as for a date to come (domain/reply-by), but here the past is meant: "vrijdag" is the last one, "mei" the last May.
import { dateOf, dayOf, daysInMonth, realDay, weekdayIndex, type Day } from '../../domain/office-hours/calendar.ts';

/** Whole days, `until` not included. */
export type Span = { readonly from: Day; readonly until: Day };

/** null: not a date as far as we can read. */
export function spanIn(written: string, today: Day): Span | null {
  const text = written
    .slice(0, 40)
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_]+/g, ' ');
  return (
    inFigures(text, today) ??
    inMonth(text, today) ??
    WORDS.find(([names]) => names.includes(text))?.[1](today) ??
    onWeekday(text, today) ??
    ago(text, today)
  );
}

const oneDay = (day: Day): Span => ({ from: day, until: day + 1 });
const wholeYear = (year: number): Span => ({ from: dayOf(year, 1, 1), until: dayOf(year + 1, 1, 1) });
const wholeMonth = (year: number, month: number): Span => {
  const from = dayOf(year, month, 1);
  return { from, until: from + daysInMonth(year, month) };
};
/** Months count from year 0, so that the one before January is the last of the year before. */
const monthNumbered = (number: number): Span => wholeMonth(Math.floor(number / 12), (number % 12) + 1);
const weekOf = (day: Day): Span => {
  const from = day - weekdayIndex(day);
  return { from, until: from + 7 };
};
const monthNumberOf = (day: Day): number => dateOf(day).year * 12 + dateOf(day).month - 1;

type Meaning = (today: Day) => Span;
const WORDS: readonly (readonly [readonly string[], Meaning])[] = [
  [['vandaag', 'today', "aujourd'hui"], oneDay],
  [['gisteren', 'yesterday', 'hier'], (today) => oneDay(today - 1)],
  [['eergisteren', 'avant-hier'], (today) => oneDay(today - 2)],
  [['deze week', 'this week', 'cette semaine'], weekOf],
  [['vorige week', 'last week', 'verleden week', 'semaine derniere'], (today) => weekOf(today - 7)],
  [['deze maand', 'this month', 'ce mois'], (today) => monthNumbered(monthNumberOf(today))],
  [
    ['vorige maand', 'last month', 'verleden maand', 'mois dernier'],
    (today) => monthNumbered(monthNumberOf(today) - 1),
  ],
  [['dit jaar', 'this year', 'cette annee'], (today) => wholeYear(dateOf(today).year)],
  [['vorig jaar', 'last year', 'verleden jaar', 'annee derniere'], (today) => wholeYear(dateOf(today).year - 1)],
];

/** "2026", "2026-05", "2026-05-12", "12-5-2026", "12/5/26", "12.5". Without a year it is the last such day. */
function inFigures(text: string, today: Day): Span | null {
  const parts = text.split(/[-/.]/);
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  const [first = 0, second, third] = parts.map(Number);
  if (parts[0]?.length === 4) {
    if (!isYear(first)) return null;
    if (second === undefined) return wholeYear(first);
    if (second < 1 || second > 12) return null;
    return third === undefined ? wholeMonth(first, second) : dayOrNull(first, second, third);
  }
  if (second === undefined) return null;
  if (third === undefined) {
    // "5-2026" is a month, "12-5" a day.
    if (isYear(second)) return first >= 1 && first <= 12 ? wholeMonth(second, first) : null;
    return lastDay(second, first, today);
  }
  return dayOrNull(third < 100 ? 2000 + third : third, second, first);
}

const isYear = (number: number): boolean => number >= 1970 && number <= 2100;

function dayOrNull(year: number, month: number, day: number): Span | null {
  const found = isYear(year) ? realDay(year, month, day) : null;
  return found === null ? null : oneDay(found);
}

/** 29 February may be years back. */
function lastDay(month: number, day: number, today: Day): Span | null {
  for (let year = dateOf(today).year; year > dateOf(today).year - 9; year -= 1) {
    const found = realDay(year, month, day);
    if (found !== null && found <= today) return oneDay(found);
  }
  return null;
}

// Dutch, English, French; by beginnings, as nobody types "september" to the end.
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'janvier'],
  ['februari', 'february', 'fevrier'],
  ['maart', 'march', 'mars', 'mrt'],
  ['april', 'avril'],
  ['mei', 'may', 'mai'],
  ['juni', 'june', 'juin'],
  ['juli', 'july', 'juillet'],
  ['augustus', 'august', 'aout'],
  ['september', 'septembre'],
  ['oktober', 'october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'decembre'],
];

function monthOf(name: string): number | null {
  if (name.length < 3) return null;
  const index = MONTHS.findIndex((names) => names.some((one) => one.startsWith(name)));
  return index < 0 ? null : index + 1;
}

/** "mei", "mei 2025", "12 mei", "12 mei 2025", "may 12". */
function inMonth(text: string, today: Day): Span | null {
  const found = /^(?:(\d{1,2}) ?)?([a-z]{3,9})\.?(?:[ -](\d{1,2}))?(?:[ -](\d{4}))?$/.exec(text.replace(',', ''));
  const month = monthOf(found?.[2] ?? '');
  if (found === null || month === null) return null;
  const day = found[1] ?? found[3];
  const year = found[4] === undefined ? null : Number(found[4]);
  if (day !== undefined)
    return year === null ? lastDay(month, Number(day), today) : dayOrNull(year, month, Number(day));
  if (year !== null) return isYear(year) ? wholeMonth(year, month) : null;
  const now = dateOf(today);
  return wholeMonth(month > now.month ? now.year - 1 : now.year, month);
}

const WEEKDAYS: readonly (readonly string[])[] = [
  ['maandag', 'monday', 'lundi'],
  ['dinsdag', 'tuesday', 'mardi'],
  ['woensdag', 'wednesday', 'mercredi'],
  ['donderdag', 'thursday', 'jeudi'],
  ['vrijdag', 'friday', 'vendredi'],
  ['zaterdag', 'saturday', 'samedi'],
  ['zondag', 'sunday', 'dimanche'],
];

function onWeekday(text: string, today: Day): Span | null {
  const name = text.replace(/^(?:vorige|afgelopen|last) /, '');
  const index = WEEKDAYS.findIndex((names) => names.includes(name));
  if (index < 0) return null;
  const back = (weekdayIndex(today) - index + 7) % 7;
  // "vorige maandag", said on a Monday, is not today.
  return oneDay(today - (back === 0 && name !== text ? 7 : back));
}

const UNITS: readonly (readonly [RegExp, (count: number, today: Day) => Day])[] = [
  [/^(?:d|dag(?:en)?|days?|jours?)$/, (count, today) => today - count],
  [/^(?:w|weken|week|weeks?|semaines?)$/, (count, today) => today - 7 * count],
  [/^(?:m|maand(?:en)?|months?|mois)$/, (count, today) => sameDayBack(today, count)],
  [/^(?:j|y|jaar|jaren|years?|ans?)$/, (count, today) => sameDayBack(today, 12 * count)],
];

/** "3 dagen geleden", "2w", "a week ago" as "1 week". */
function ago(text: string, today: Day): Span | null {
  const found = /^(\d{1,3}) ?([a-z]{1,8})(?: (?:geleden|terug|ago))?$/.exec(text);
  const unit = UNITS.find(([name]) => name.test(found?.[2] ?? ''));
  return found === null || unit === undefined ? null : oneDay(unit[1](Number(found[1]), today));
}

function sameDayBack(today: Day, months: number): Day {
  const { year, month, day } = dateOf(today);
  const number = year * 12 + month - 1 - months;
  const [ofYear, ofMonth] = [Math.floor(number / 12), (((number % 12) + 12) % 12) + 1];
  return dayOf(ofYear, ofMonth, Math.min(day, daysInMonth(ofYear, ofMonth)));
}
