// A moment in the owner's own words, Dutch, English or French: "vr 16u", "over 2 weken", "half drie", "tomorrow morning". Reading the
// words is read-when.ts, the calendar is resolve-when.ts, what they may mean besides is other-readings.ts.
import type { Language } from '../conversation/message.ts';
import type { Instant, ZoneName } from '../instant.ts';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import { otherReadings } from './other-readings.ts';
import { readWhen } from './read-when.ts';
import { resolveWhen, type WhenDesk } from './resolve-when.ts';
import { plainWords } from './when-words.ts';

export type WhenQuestion = {
  readonly text: string;
  readonly now: Instant;
  readonly zone: ZoneName;
  /** French is read only when it is said to be French; else it decides only where Dutch and English differ ("half three"). */
  readonly language: Language | null;
  readonly hours: OfficeHours;
  /** Which end of a day or part of it is meant: "vrijdag" is its opening, but what is promised by then is due at its close. */
  readonly means?: WhenDesk['means'];
};

export type Understood =
  /** `others`: what the same words may mean as well, the likeliest first; for asking, never taken by itself. */
  | { readonly kind: 'moment'; readonly at: Instant; readonly others: readonly Instant[] }
  | { readonly kind: 'past' }
  | { readonly kind: 'unknown' };

/**
 * Null when any word is not understood. A day without a time is its opening; a time without am or pm leans to the opening
 * hours. The answer lies ahead of `now`, save for a date said with its year.
 */
export function parseWhen(question: WhenQuestion): Instant | null {
  const parts = readWhen(question.text, question.language);
  return parts === null ? null : resolveWhen(parts, deskOf(question));
}

/** For whoever types and waits for an answer. */
export function understandWhen(question: WhenQuestion): Understood {
  if (SAID_PAST.test(plainWords(question.text.slice(0, 200)))) return { kind: 'past' };
  const parts = readWhen(question.text, question.language);
  if (parts === null) return { kind: 'unknown' };
  const desk = deskOf(question);
  const at = resolveWhen(parts, desk);
  if (at !== null && at > question.now) {
    return { kind: 'moment', at, others: otherReadings(parts, at, desk, question) };
  }
  return at !== null || resolveWhen(parts, { ...desk, mayBePast: true }) !== null
    ? { kind: 'past' }
    : { kind: 'unknown' };
}

const SAID_PAST =
  /\b(?:(?:eer)?gister\p{L}*|daarnet|daarstraks|zopas|(?:vorige|afgelopen|verleden) \p{L}+|geleden|yesterday|last (?:week|month|night|\p{L}+day)|ago|hier|avant-hier|il y a)(?![\p{L}])/u;

const deskOf = ({ zone, hours, now, means = 'beginning' }: WhenQuestion): WhenDesk => ({
  now,
  openTime: createOpenTime(hours.zone === zone ? hours : { ...hours, zone }),
  means,
});
