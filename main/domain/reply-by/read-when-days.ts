// Which day is meant: "morgenvroeg", "volgende week dinsdag", "vr namiddag", "12 mei", "12/5", "einde van de maand", "the 12th".
import { parseIsoDay, realDay } from '../office-hours/calendar.ts';
import type { WhenRule } from './when-rule.ts';
import { withDay, withPart, withTime, type DayPart, type Edge, type WhenParts } from './when-parts.ts';
import { MONTH_WORDS, oneOf, WEEKDAY_WORDS } from './when-words.ts';

const END = '(?![a-z0-9])';
const rule = (pattern: string, read: WhenRule['read']): WhenRule => ({
  pattern: new RegExp(`^(?:${pattern})${END}`),
  read,
});

const PART_OF: Readonly<Record<string, DayPart>> = {
  ochtend: 'morning',
  morgen: 'morning',
  voormiddag: 'morning',
  vroeg: 'morning',
  morning: 'morning',
  namiddag: 'afternoon',
  middag: 'afternoon',
  afternoon: 'afternoon',
  avond: 'evening',
  evening: 'evening',
  night: 'evening',
  nacht: 'night',
};
const PART = oneOf(Object.keys(PART_OF));
const SAID_PART = `(?: ?(?:'s |in de |in the )?(${PART})s?)?`;

const WEEKDAY = oneOf(WEEKDAY_WORDS);
const MONTH = oneOf(MONTH_WORDS);
const ORDINAL = '(?:ste|de|e|st|nd|rd|th)?';
const EDGE_OF: Readonly<Record<string, Edge>> = {
  begin: 'start',
  early: 'start',
  start: 'start',
  beginning: 'start',
  midden: 'middle',
  half: 'middle',
  halverwege: 'middle',
  mid: 'middle',
  middle: 'middle',
  einde: 'end',
  eind: 'end',
  end: 'end',
  laat: 'end',
  late: 'end',
  'eerste werkdag': 'start',
  'laatste werkdag': 'end',
  'first working day': 'start',
  'last working day': 'end',
};
const EDGE = `(${oneOf(Object.keys(EDGE_OF))})`;
const OF = '[ -](?:van |v/d |v\\.?d\\.? |of )?(?:de |the )?';

export const DAY_RULES: readonly WhenRule[] = [
  rule(
    String.raw`(\d{4}-\d{2}-\d{2})(?:[t ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(z|[+-]\d{2}:?\d{2})?)?`,
    ([whole = '', date = '', hours = '', minutes = '', , offset], parts) => {
      const day = parseIsoDay(date);
      if (day === null) return null;
      if (offset !== '') {
        const instant = Date.parse(whole.toUpperCase().replace(' ', 'T'));
        return Number.isNaN(instant) ? null : { ...parts, instant };
      }
      const [year = 0, month = 0, ofMonth = 0] = date.split('-').map(Number);
      const dated = withDay(parts, { kind: 'date', year, month, day: ofMonth });
      if (dated === null || hours === '') return dated;
      return withTime(dated, { minutes: Number(hours) * 60 + Number(minutes), isCertain: true });
    },
  ),

  // the working day's and the week's edges
  rule(
    `(?:einde?|end)${OF}(?:werk|business |working )?(?:dag|day)|eod|cob|(?:close|end) of business|(?:bij |voor |tegen )?(?:sluitingstijd|sluitingsuur|sluiting)|closing(?: time)?`,
    (_, parts) => withPart(parts, 'end'),
  ),
  rule(
    '(?:bij |tegen |vanaf |at )?(?:opening|openingstijd|openingsuur|opening time)|(?:zodra|als) (?:we|wij|ik) open(?:gaan|ga| gaan| ga)?',
    (_, parts) => withPart(parts, 'opening'),
  ),
  rule('(?:voor|tegen|before) (?:het |the )?(?:weekend|weekeinde)', (_, parts) =>
    withDay(parts, { kind: 'week', weeks: 0, edge: 'end' }),
  ),
  rule(`(?:na|after) (?:het |the )?(?:weekend|weekeinde)`, (_, parts) =>
    withDay(parts, { kind: 'weekend', weeks: 0, isAfter: true }),
  ),
  rule(
    `(?:(?:dit|het|this|the|komend|in het|over the) )*(?:(volgend|next) )?(?:weekend|weekeinde)`,
    ([, next], parts) => withDay(parts, { kind: 'weekend', weeks: next === '' ? 0 : 1, isAfter: false }),
  ),
  rule(`(?:${EDGE}${OF})?(?:week|wk) ?(\\d{1,2})(?![:.,/]\\d)`, ([, edge = '', number], parts) => {
    const week = Number(number);
    if (week < 1 || week > 53) return null;
    return withDay(parts, { kind: 'iso-week', week, edge: EDGE_OF[edge] ?? null, weekday: null });
  }),
  rule(
    `(?:${EDGE}${OF})?(?:(volgende|komende|next|coming|deze|this) )?(?:week|wk)`,
    ([, edge = '', which = ''], parts) =>
      edge === '' && which === ''
        ? null
        : withDay(parts, { kind: 'week', weeks: isNext(which) ? 1 : 0, edge: EDGE_OF[edge] ?? null }),
  ),
  rule(
    `(?:${EDGE}${OF})?(?:(volgende|komende|next|coming|deze|this) )?(?:maand|month)`,
    ([, edge = '', which = ''], parts) =>
      edge === '' && which === ''
        ? null
        : withDay(parts, { kind: 'month', month: null, months: isNext(which) ? 1 : 0, edge: EDGE_OF[edge] ?? null }),
  ),
  rule(`${EDGE}${OF}(${MONTH})\\.?`, ([, edge = '', month = ''], parts) =>
    withDay(parts, { kind: 'month', month: MONTH_WORDS[month] ?? null, months: 0, edge: EDGE_OF[edge] ?? null }),
  ),

  // the edges of a part of the day
  rule(`(?:begin|vroeg|early|start)(?: van| in| of)?(?: de| the)? (${PART})`, ([, part = ''], parts) =>
    saidPart(parts, part),
  ),
  rule('(?:einde?|laat|late|end)(?: van| in| of)?(?: de| the)? (?:ochtend|voormiddag|morning)', (_, parts) =>
    withPart(parts, 'noon'),
  ),
  rule('(?:einde?|laat|late|end)(?: van| in| of)?(?: de| the)? (?:namiddag|middag|afternoon)', (_, parts) =>
    withPart(parts, 'end'),
  ),

  // today and the days after it
  rule(`overmorgen${SAID_PART}|(?:the )?day after tomorrow${SAID_PART}`, ([, one = '', two = ''], parts) =>
    namedDay(parts, 2, one || two),
  ),
  rule(`morgen ?(${PART})|tomorrow${SAID_PART}`, ([, dutch = '', english = ''], parts) =>
    namedDay(parts, 1, dutch || english),
  ),
  rule(`(?:'s |in de |in the )(${PART})s?`, ([, part = ''], parts) => saidPart(parts, part)),
  rule('morgen', (_, parts) => namedDay(parts, 1, '')),
  rule(
    `van ?(ochtend|morgen|voormiddag|namiddag|middag|avond)|(?:deze|this) (ochtend|morgen|voormiddag|namiddag|middag|avond|morning|afternoon|evening)`,
    ([, one = '', two = ''], parts) => namedDay(parts, 0, one || two),
  ),
  rule('(ochtend|voormiddag|namiddag|middag|avond|morning|afternoon|evening)', ([, part = ''], parts) =>
    saidPart(parts, part),
  ),
  rule('tonight', (_, parts) => namedDay(parts, 0, 'evening')),
  rule(`vandaag${SAID_PART}|today${SAID_PART}`, ([, one = '', two = ''], parts) => namedDay(parts, 0, one || two)),

  rule('straks|later vandaag|later today|later on', (_, parts) => {
    const dated = withDay(parts, { kind: 'in-days', days: 0, isNamed: true });
    return dated === null ? null : withPart(dated, 'later');
  }),

  // days of the week
  rule(
    `(?:(volgende|komende|aanstaande|next|this coming|coming|deze|dit|this) )?(${WEEKDAY})\\.?(?: (?:aanstaande|as|a\\.s\\.?))?${SAID_PART}`,
    ([, which = '', name = '', part = ''], parts) => {
      const weekday = WEEKDAY_WORDS[name];
      if (weekday === undefined) return null;
      // "Volgende vrijdag" is said of next week's; "komende" of the first to come.
      const week = which === 'volgende' || which === 'next' ? 1 : null;
      const dated = withDay(parts, { kind: 'weekday', weekday, week, plusWeeks: 0 });
      return dated === null || part === '' ? dated : saidPart(dated, part);
    },
  ),

  // dates
  rule(`(\\d{1,2}) ?${ORDINAL} ?(?:of )?(${MONTH})\\.?(?:,? (\\d{4}))?`, ([, day, month = '', year], parts) =>
    date(parts, Number(day), MONTH_WORDS[month], year),
  ),
  rule(`(${MONTH})\\.? (\\d{1,2})${ORDINAL}(?![:.u])(?:,? (\\d{4}))?`, ([, month = '', day, year], parts) =>
    date(parts, Number(day), MONTH_WORDS[month], year),
  ),
  rule(
    String.raw`(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})|(\d{1,2})[/-](\d{1,2})`,
    ([, day, , month, year = '', shortDay, shortMonth], parts, language) => {
      const first = Number(day === '' ? shortDay : day);
      const second = Number(day === '' ? shortMonth : month);
      // Day first, as both countries write it; an American date is only taken where it can be nothing else.
      const isAmerican = language === 'en' && second > 12 && first <= 12;
      return date(
        parts,
        isAmerican ? second : first,
        isAmerican ? first : second,
        year.length === 2 ? `20${year}` : year,
      );
    },
  ),
  rule(
    `(?:de|the) (\\d{1,2})(?:ste|de|e|st|nd|rd|th)?|(\\d{1,2})(?:ste|de|e|st|nd|rd|th)`,
    ([, one = '', two = ''], parts) => {
      const day = Number(one || two);
      return day >= 1 && day <= 31 ? withDay(parts, { kind: 'day-of-month', day }) : null;
    },
  ),
];

const isNext = (which: string): boolean => /^(?:volgende|komende|next|coming)$/.test(which);

function namedDay(parts: WhenParts, days: number, part: string): WhenParts | null {
  const dated = withDay(parts, { kind: 'in-days', days, isNamed: true });
  return dated === null || part === '' ? dated : saidPart(dated, part);
}

function saidPart(parts: WhenParts, word: string): WhenParts | null {
  const part = PART_OF[word];
  return part === undefined ? null : withPart(parts, part);
}

function date(parts: WhenParts, day: number, month: number | undefined, year = ''): WhenParts | null {
  // 2024 was a leap year: 29 February is a date, 30 February in no year.
  if (month === undefined || realDay(year === '' ? 2024 : Number(year), month, day) === null) return null;
  return withDay(parts, { kind: 'date', year: year === '' ? null : Number(year), month, day });
}
