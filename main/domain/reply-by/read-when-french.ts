// Moments as French says them, in Belgium and in France: "demain matin", "d'ici vendredi", "lundi en huit", "sous 48 heures",
// "fin de semaine prochaine", "mardi à 14 heures". Figures ("14h30", "12/5") are read by the rules of the other languages.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../instant.ts';
import type { WhenRule } from './when-rule.ts';
import { withAfter, withDay, withPart, withTime, type DayPart, type Edge, type WhenParts } from './when-parts.ts';
import { oneOf, type Vocabulary } from './when-words.ts';

const END = '(?![a-z0-9])';
const rule = (pattern: string, read: WhenRule['read']): WhenRule => ({
  pattern: new RegExp(`^(?:${pattern})${END}`),
  read,
});

const NUMBERS: Vocabulary = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
};
const WEEKDAYS: Vocabulary = { lundi: 0, mardi: 1, mercredi: 2, jeudi: 3, vendredi: 4, samedi: 5, dimanche: 6 };
const MONTHS: Vocabulary = {
  janvier: 1,
  janv: 1,
  fevrier: 2,
  fevr: 2,
  mars: 3,
  avril: 4,
  avr: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  juil: 7,
  aout: 8,
  septembre: 9,
  sept: 9,
  octobre: 10,
  oct: 10,
  novembre: 11,
  nov: 11,
  decembre: 12,
  dec: 12,
};
const PART_OF: Readonly<Record<string, DayPart>> = {
  matin: 'morning',
  matinee: 'morning',
  midi: 'noon',
  'apres-midi': 'afternoon',
  soir: 'evening',
  soiree: 'evening',
};
const EDGE_OF: Readonly<Record<string, Edge>> = { debut: 'start', mi: 'middle', milieu: 'middle', fin: 'end' };

const NUMBER = `(\\d{1,4}|${oneOf(NUMBERS)})`;
const WEEKDAY = oneOf(WEEKDAYS);
const MONTH = oneOf(MONTHS);
const PART = `(${oneOf(Object.keys(PART_OF))})`;
const SAID_PART = `(?: (?:dans l'|dans la |en |au |l')?${PART})?`;
const EDGE = `(?:(debut|mi|milieu|fin)(?: de la| du| de)?[ -])?`;
const NEXT = 'prochaine?|suivante?|qui vient';
const LEAD = "(?:dans|sous|d'ici|endeans|en)(?: les| la| le)?(?: prochaine?s)?";

/** Words that say nothing about which moment it is. */
export const FRENCH_FILLERS =
  /^(?:au plus tard|dans le courant|dans la journee|courant|d'ici|jusqu'a|a partir|avant|pour|vers|des|en|le|la|les|l'|a|du|de|dans|et)(?![a-z0-9])|^l'/;

export const FRENCH_RULES: readonly WhenRule[] = [
  rule(`(?:en |la |a la )?fin de (?:la )?journee|(?:avant |a )?la fermeture`, (_, parts) => withPart(parts, 'end')),
  rule(`(?:en |la )?fin (?:de matinee|d'avant-midi)`, (_, parts) => withPart(parts, 'morning')),
  rule(`(?:en |la )?fin d'apres-midi`, (_, parts) => withPart(parts, 'afternoon')),
  rule('(?:avant|pour) le (?:week-?end|week end)', (_, parts) =>
    withDay(parts, { kind: 'week', weeks: 0, edge: 'end' }),
  ),
  rule('apres le (?:week-?end|week end)', (_, parts) => withDay(parts, { kind: 'weekend', weeks: 0, isAfter: true })),
  rule(`(?:ce |le )?(?:week-?end|week end)(?: (${NEXT}))?`, ([, next], parts) =>
    withDay(parts, { kind: 'weekend', weeks: next === '' ? 0 : 1, isAfter: false }),
  ),
  rule(`${EDGE}(?:(cette|la) )?semaine(?: (${NEXT}))?`, ([, edge = '', which = '', next = ''], parts) =>
    edge === '' && which !== 'cette' && next === ''
      ? null
      : withDay(parts, { kind: 'week', weeks: next === '' ? 0 : 1, edge: EDGE_OF[edge] ?? null }),
  ),
  rule(`${EDGE}(?:(ce|le) )?mois(?: (${NEXT}))?`, ([, edge = '', which = '', next = ''], parts) =>
    edge === '' && which !== 'ce' && next === ''
      ? null
      : withDay(parts, { kind: 'month', month: null, months: next === '' ? 0 : 1, edge: EDGE_OF[edge] ?? null }),
  ),
  rule(`(debut|mi|fin)[ -](${MONTH})`, ([, edge = '', month = ''], parts) =>
    withDay(parts, { kind: 'month', month: MONTHS[month] ?? null, months: 0, edge: EDGE_OF[edge] ?? null }),
  ),

  rule(`apres-demain${SAID_PART}`, ([, part], parts) => namedDay(parts, 2, part)),
  rule(`demain${SAID_PART}`, ([, part], parts) => namedDay(parts, 1, part)),
  rule(`aujourd'hui${SAID_PART}`, ([, part], parts) => namedDay(parts, 0, part)),
  rule(`(?:ce|cette|cet) ${PART}`, ([, part], parts) => namedDay(parts, 0, part)),
  rule(`(?:dans l'|dans la |en |l'|le |la )?${PART}`, ([, part = ''], parts) => saidPart(parts, part)),
  rule("tout a l'heure|tantot|plus tard dans la journee", (_, parts) => {
    const dated = withDay(parts, { kind: 'in-days', days: 0, isNamed: true });
    return dated === null ? null : withPart(dated, 'later');
  }),

  // "Lundi prochain" is the first to come, unlike the Dutch "volgende maandag"; "en huit" is the one after it.
  rule(`(?:ce |le )?(${WEEKDAY})(?: (?:${NEXT}))?( en huit)?${SAID_PART}`, ([, name = '', later, part = ''], parts) => {
    const weekday = WEEKDAYS[name];
    if (weekday === undefined) return null;
    const dated = withDay(parts, { kind: 'weekday', weekday, week: null, plusWeeks: later === '' ? 0 : 1 });
    return dated === null || part === '' ? dated : saidPart(dated, part);
  }),
  rule(`(?:le )?(\\d{1,2}|1er) (${MONTH})\\.?(?: (\\d{4}))?`, ([, day = '', month = '', year = ''], parts) => {
    const known = MONTHS[month];
    const ofMonth = Number.parseInt(day, 10);
    if (known === undefined || ofMonth < 1 || ofMonth > 31) return null;
    return withDay(parts, { kind: 'date', year: year === '' ? null : Number(year), month: known, day: ofMonth });
  }),
  rule('le (\\d{1,2}|1er)(?! ?(?:[:./-] ?\\d|h\\b|heures?))', ([, word = ''], parts) => {
    const day = Number.parseInt(word, 10);
    return day >= 1 && day <= 31 ? withDay(parts, { kind: 'day-of-month', day }) : null;
  }),

  rule(`${LEAD} quinzaine(?: de jours)?`, (_, parts) => withDay(parts, { kind: 'in-weeks', weeks: 2 })),
  rule(`${LEAD} huitaine|${LEAD} huit jours`, (_, parts) => withDay(parts, { kind: 'in-weeks', weeks: 1 })),
  rule(`${LEAD} une demi-heure`, (_, parts) => after(parts, HOUR_MS / 2)),
  rule(
    `${LEAD} ${NUMBER} ?(jours? (?:ouvrables?|ouvres?)|minutes?|min|heures?|h|jours?|semaines?|mois)`,
    ([, amount = '', unit = ''], parts) => length(parts, NUMBERS[amount] ?? Number(amount), unit),
  ),
  rule('(?:le )?(?:jour ouvrable suivant|prochain jour ouvrable)', (_, parts) =>
    withDay(parts, { kind: 'working-days', days: 1 }),
  ),

  rule(
    `(?:a |vers |avant |pour )?${NUMBER} ?(?:heures?|h) ?(\\d{2}|et demie|et quart|trente)?`,
    ([, hour = '', rest = ''], parts) => {
      const hours = NUMBERS[hour] ?? Number(hour);
      const minutes = rest === '' ? 0 : (MINUTES_OF[rest] ?? Number(rest));
      if (hours > 24 || minutes > 59) return null;
      return withTime(parts, { minutes: hours * 60 + minutes, isCertain: hours > 12 || hour.startsWith('0') });
    },
  ),
];

const MINUTES_OF: Vocabulary = { 'et demie': 30, trente: 30, 'et quart': 15 };

function namedDay(parts: WhenParts, days: number, part = ''): WhenParts | null {
  const dated = withDay(parts, { kind: 'in-days', days, isNamed: true });
  return dated === null || part === '' ? dated : saidPart(dated, part);
}

function saidPart(parts: WhenParts, word: string): WhenParts | null {
  const part = PART_OF[word];
  return part === undefined ? null : withPart(parts, part);
}

const after = (parts: WhenParts, ms: number): WhenParts | null =>
  ms > 0 && ms <= 3_660 * DAY_MS ? withAfter(parts, ms) : null;

function length(parts: WhenParts, amount: number, unit: string): WhenParts | null {
  if (amount < 1 || amount > 3_660) return null;
  if (/ouvr/.test(unit)) return withDay(parts, { kind: 'working-days', days: amount });
  if (unit.startsWith('min')) return after(parts, amount * MINUTE_MS);
  if (unit.startsWith('h')) return after(parts, amount * HOUR_MS);
  if (unit.startsWith('j')) return withDay(parts, { kind: 'in-days', days: amount, isNamed: false });
  if (unit.startsWith('s')) return withDay(parts, { kind: 'in-weeks', weeks: amount });
  return withDay(parts, { kind: 'in-months', months: amount });
}
