// In which section a conversation stands at an instant. Nothing of this is stored: time alone moves it.
import { createOpenTime } from '../office-hours/open-time.ts';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import type { Instant } from '../instant.ts';
import type { Section, Turn } from './sections.ts';

export type Moment = {
  readonly now: Instant;
  /** What is due up to here is due today. */
  readonly todayEndsAt: Instant;
};

export type SectionFacts = {
  readonly turn: Turn;
  readonly isFyi: boolean;
  readonly isDone: boolean;
  readonly snoozedUntil: Instant | null;
  readonly replyBy: Instant | null;
};

/**
 * Today ends when the working day does, or with the calendar day: targets never fall between the two, but a date set by hand
 * ("tonight at eight") may.
 */
export function momentAt(now: Instant, hours: OfficeHours): Moment {
  const openTime = createOpenTime(hours);
  const midnight = openTime.clock.instantOf(openTime.clock.at(now).day + 1, 0) - 1;
  return { now, todayEndsAt: Math.max(openTime.endOfWorkingDay(now) ?? midnight, midnight) };
}

export function sectionAt(facts: SectionFacts, { now, todayEndsAt }: Moment): Section {
  if (facts.isDone) return 'done';
  if (facts.snoozedUntil !== null && facts.snoozedUntil > now) return 'snoozed';
  if (facts.isFyi || facts.turn === 'nobody') return 'fyi';
  if (facts.turn === 'theirs') return 'waiting';
  // Never open again: it has no reply-by, and is still ours to answer.
  if (facts.replyBy === null) return 'soon';
  if (facts.replyBy <= now) return 'overdue';
  return facts.replyBy <= todayEndsAt ? 'now' : 'soon';
}
