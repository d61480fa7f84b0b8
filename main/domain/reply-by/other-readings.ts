// What the same words may mean besides: "volgende vrijdag" is said of this week's by some and of next week's by others, "om 8 uur"
// of the morning and of the evening. The first reading is taken; these are offered beside it.
import type { Language } from '../conversation/message.ts';
import { HOUR_MS, type Instant } from '../instant.ts';
import { resolveWhen, type WhenDesk } from './resolve-when.ts';
import type { WhenParts } from './when-parts.ts';

/** More choices than these help nobody who types. */
const MOST = 2;
const HALF_DAY = 12 * 60;
/** Nobody means to answer a customer outside these. */
const WAKING = { from: 7 * HOUR_MS, until: 22 * HOUR_MS } as const;

export function otherReadings(
  parts: WhenParts,
  taken: Instant,
  desk: WhenDesk,
  { text, language }: { readonly text: string; readonly language: Language | null },
): readonly Instant[] {
  // At nine in a shop that is open then, nobody means the evening.
  const isOpen = desk.openTime.isOpenAt(taken) || desk.openTime.isOpenAt(taken - 1);
  // English is written by Americans too, who put the month first.
  const mayBeAmerican = language === 'en' && /\d[/.-]\d/.test(text);
  const others = [
    ...weekVariants(parts),
    ...(isOpen ? [] : timeVariants(parts)),
    ...(mayBeAmerican ? dateVariants(parts) : []),
  ]
    .map((variant) => resolveWhen(variant, desk))
    .filter((at): at is Instant => at !== null && at !== taken && at > desk.now)
    .filter((at) => {
      const { msOfDay } = desk.openTime.clock.at(at);
      return msOfDay >= WAKING.from && msOfDay <= WAKING.until;
    });
  return [...new Set(others)].slice(0, MOST);
}

const weekVariants = (parts: WhenParts): readonly WhenParts[] =>
  parts.day?.kind === 'weekday' && parts.day.week === 1 ? [{ ...parts, day: { ...parts.day, week: null } }] : [];

function timeVariants(parts: WhenParts): readonly WhenParts[] {
  const { time } = parts;
  if (time === null || time.isCertain) return [];
  const early = time.minutes % HALF_DAY;
  const at = (minutes: number): WhenParts => ({ ...parts, time: { minutes, isCertain: true } });
  return [at(early), at(early + HALF_DAY)];
}

function dateVariants(parts: WhenParts): readonly WhenParts[] {
  const { day } = parts;
  if (day?.kind !== 'date' || day.day > 12) return [];
  return [{ ...parts, day: { ...day, day: day.month, month: day.day } }];
}
