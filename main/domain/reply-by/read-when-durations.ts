// "over 2 uur", "binnen anderhalf uur", "in three days", "over 3 werkdagen", "2 weeks from now".
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../instant.ts';
import type { WhenRule } from './when-rule.ts';
import { withAfter, withDay, type WhenParts } from './when-parts.ts';
import { NUMBER_WORDS, oneOf, readNumber } from './when-words.ts';

const LEAD = '(?:over|in|binnen|within)(?: de| the)?(?: next)?';
const AMOUNT = `(\\d{1,4}(?:[.,]\\d)?|het|de|${oneOf(NUMBER_WORDS)})`;
const UNIT =
  '(werkdagen|werkdag|(?:working|business|work) days?|minuten|minuutjes|minuutje|minuut|minutes?|mins?|min|kwartiertje|kwartier|uurtjes|uurtje|uren|uur|u|hours?|hrs?|h|dagen|dag|days?|weken|week|weeks?|wk|maanden|maand|months?|mnd|jaar|years?)';
const END = '(?![a-z0-9])';
const ARTICLE = '(?:een |an? |1 )?';

const rule = (pattern: string, read: WhenRule['read']): WhenRule => ({
  pattern: new RegExp(`^${pattern}${END}`),
  read,
});

export const DURATION_RULES: readonly WhenRule[] = [
  rule(`${LEAD} ${ARTICLE}(?:half|halve) ?(?:uurtje|uur)`, (_, parts) => exactly(parts, HOUR_MS / 2)),
  rule(`${LEAD} half an hour`, (_, parts) => exactly(parts, HOUR_MS / 2)),
  rule(`${LEAD} (?:a )?quarter of an hour`, (_, parts) => exactly(parts, HOUR_MS / 4)),
  rule(`${LEAD} anderhalf uur|${LEAD} an hour and a half`, (_, parts) => exactly(parts, 1.5 * HOUR_MS)),
  rule(`${LEAD} (?:a )?fortnight`, (_, parts) => withDay(parts, { kind: 'in-weeks', weeks: 2 })),
  rule(`${LEAD} anderhalve week`, (_, parts) => withDay(parts, { kind: 'in-days', days: 10, isNamed: false })),
  rule(`${LEAD} (\\d{1,2}) ?(?:uur|u|h) ?(?:en )?(\\d{1,2})(?: ?(?:minuten|min|m))?`, ([, hours, minutes], parts) =>
    exactly(parts, Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS),
  ),
  rule('(?:(?:eerst)?volgende|next) (?:werkdag|(?:working|business) day)', (_, parts) =>
    withDay(parts, { kind: 'working-days', days: 1 }),
  ),
  rule(`${LEAD} ${AMOUNT} ?${UNIT}(?: tijd| time)?`, ([, amount = '', unit = ''], parts) => read(parts, amount, unit)),
  rule(`(?:en|and) ${AMOUNT} ?(minuten|minutes?|min)`, ([, amount = '', unit = ''], parts) =>
    parts.afterMs === null ? null : read(parts, amount, unit),
  ),
  rule(`${AMOUNT} ?${UNIT} (?:from now|later|vanaf nu)`, ([, amount = '', unit = ''], parts) =>
    read(parts, amount, unit),
  ),
  // Bare: "2 uur" and "2u" are times of day, the rest is a length.
  rule(`${AMOUNT} ?${UNIT}`, ([, amount = '', unit = ''], parts) =>
    parts.day !== null || /^(?:uur|u|h|jaar|years?)$/.test(unit) ? null : read(parts, amount, unit),
  ),
];

function read(parts: WhenParts, amountWord: string, unit: string): WhenParts | null {
  const amount = amountWord === 'het' || amountWord === 'de' ? 1 : readNumber(amountWord);
  if (amount === null) return null;
  if (/^(?:werkdag|work|business)/.test(unit))
    return whole(amount, (days) => withDay(parts, { kind: 'working-days', days }));
  if (unit.startsWith('kwart')) return exactly(parts, amount * 15 * MINUTE_MS);
  if (unit.startsWith('min')) return exactly(parts, amount * MINUTE_MS);
  if (/^(?:u|h)/.test(unit)) return exactly(parts, amount * HOUR_MS);
  if (unit.startsWith('da')) return whole(amount, (days) => withDay(parts, { kind: 'in-days', days, isNamed: false }));
  if (unit.startsWith('w')) return whole(amount, (weeks) => withDay(parts, { kind: 'in-weeks', weeks }));
  if (unit.startsWith('m')) return whole(amount, (months) => withDay(parts, { kind: 'in-months', months }));
  return whole(amount, (years) => withDay(parts, { kind: 'in-months', months: 12 * years }));
}

/** Beyond ten years it is a slip of the finger. */
const exactly = (parts: WhenParts, ms: number): WhenParts | null =>
  ms > 0 && ms <= 3_660 * DAY_MS ? withAfter(parts, ms) : null;

const whole = (amount: number, make: (amount: number) => WhenParts | null): WhenParts | null =>
  Number.isInteger(amount) && amount > 0 && amount <= 3_660 ? make(amount) : null;
