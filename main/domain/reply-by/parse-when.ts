// A moment in the owner's own words, Dutch, English or French: "vr 16u", "over 2 weken", "half drie", "tomorrow morning". Reading the
// words is read-when.ts, the calendar is resolve-when.ts.
import type { Language } from '../conversation/message.ts';
import type { Instant, ZoneName } from '../instant.ts';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import { readWhen } from './read-when.ts';
import { resolveWhen } from './resolve-when.ts';

export type WhenQuestion = {
  readonly text: string;
  readonly now: Instant;
  readonly zone: ZoneName;
  /** French is read only when it is said to be French; else it decides only where Dutch and English differ ("half three"). */
  readonly language: Language | null;
  readonly hours: OfficeHours;
};

/**
 * Null when any word is not understood. A day without a time is its opening; a time without am or pm leans to the opening
 * hours. The answer lies ahead of `now`, save for a date said with its year.
 */
export function parseWhen({ text, now, zone, language, hours }: WhenQuestion): Instant | null {
  const parts = readWhen(text, language);
  if (parts === null) return null;
  const openTime = createOpenTime(hours.zone === zone ? hours : { ...hours, zone });
  return resolveWhen(parts, { now, openTime, means: 'beginning' });
}
