// In which section a conversation stands at an instant. Nothing of this is stored: time alone moves it.
import { createOpenTime } from '../office-hours/open-time.ts';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import type { FollowUp } from '../follow-up/follow-up.ts';
import type { Instant } from '../instant.ts';
import { UNTIL_THEY_WRITE } from './decisions.ts';
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
  /** The watch over our last answer, where it asked for one back. */
  readonly followUp: Pick<FollowUp, 'at'> | null;
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
  if (isAsleep(facts, { now, todayEndsAt })) return 'snoozed';
  const isUnheard = facts.followUp !== null && facts.followUp.at <= now;
  if (facts.turn !== 'ours') {
    if (facts.followUp !== null) return isUnheard ? 'now' : 'waiting';
    return facts.isFyi || facts.turn === 'nobody' ? 'fyi' : 'waiting';
  }
  if (facts.isFyi) return 'fyi';
  // Never open again: it has no reply-by, and is still ours to answer.
  if (facts.replyBy === null) return 'soon';
  if (facts.replyBy <= now) return 'overdue';
  return facts.replyBy <= todayEndsAt || isUnheard ? 'now' : 'soon';
}

/**
 * What sleeps until the customer writes has no hour to wake at. Where it is ours to answer all the same, the day of its reply-by
 * is that hour: nothing gets late unseen.
 */
export function isAsleep(
  { snoozedUntil, turn, replyBy }: Pick<SectionFacts, 'snoozedUntil' | 'turn' | 'replyBy'>,
  { now, todayEndsAt }: Moment,
): boolean {
  if (snoozedUntil === null || snoozedUntil <= now) return false;
  return snoozedUntil !== UNTIL_THEY_WRITE || turn !== 'ours' || replyBy === null || replyBy > todayEndsAt;
}
