import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, type Instant } from '../instant.ts';
import { NO_SIGNALS } from '../conversation/signals.ts';
import type { OfficeHours } from '../office-hours/office-hours.ts';
import { createOpenTime } from '../office-hours/open-time.ts';
import { afterWorkingDays, decidedFor, followUpOf, type FollowUpDecision, type WatchedMessage } from './follow-up.ts';

const day: readonly (readonly [string, string])[] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];
const shop: OfficeHours = {
  zone: 'Europe/Brussels',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  closures: [],
  holidays: [],
};
const at = (text: string): Instant => Date.parse(text);
const TUESDAY = at('2026-05-12T15:00+02:00');
const message = (hours: number, other: Partial<WatchedMessage> = {}): WatchedMessage => ({
  direction: 'out',
  kind: 'human',
  at: TUESDAY + hours * HOUR_MS,
  isHistory: false,
  signals: NO_SIGNALS,
  ...other,
});
const heard = (hours: number, other: Partial<WatchedMessage> = {}) => message(hours, { direction: 'in', ...other });
const asks = { signals: { asks: [{ kind: 'question' as const, words: 'Past vrijdag?' }] } };
const watch = (messages: readonly WatchedMessage[], decision: FollowUpDecision | null = null, workingDays = 3) =>
  followUpOf({ messages, decision, workingDays, openTime: createOpenTime(shop), leavesAt: (one) => one.at });

describe('an answer that asks for one back', () => {
  it('of Tuesday 15:00 is missed on Friday 15:00', () => {
    expect(watch([heard(-1), message(0, asks)])).toEqual({
      at: at('2026-05-15T15:00+02:00'),
      since: TUESDAY,
      isByHand: false,
      words: 'Past vrijdag?',
    });
  });
  it('is no longer watched once the customer writes, be it only thanks', () => {
    expect(watch([message(0, asks), heard(1)])).toBeNull();
  });
  it('stays watched when his machine says that he is away', () => {
    expect(watch([message(0, asks), heard(1, { kind: 'auto-reply' })])?.since).toBe(TUESDAY);
  });
  it('stays watched when we add a word that asks nothing, and begins anew when we ask again', () => {
    expect(watch([message(0, asks), message(2)])?.since).toBe(TUESDAY);
    expect(watch([message(0, asks), message(2, asks)])?.since).toBe(TUESDAY + 2 * HOUR_MS);
  });
  it('is not watched where the owner wants no watch by itself', () => {
    expect(watch([message(0, asks)], null, 0)).toBeNull();
  });
  it('is not watched when it is history', () => {
    expect(watch([message(0, { ...asks, isHistory: true })])).toBeNull();
  });
  it('is counted from the moment it leaves', () => {
    const messages = [message(0, asks)];
    const later = followUpOf({
      messages,
      decision: null,
      workingDays: 3,
      openTime: createOpenTime(shop),
      leavesAt: () => TUESDAY + DAY_MS,
    });
    expect(later?.at).toBe(at('2026-05-18T15:00+02:00'));
  });
});

describe('an answer that asks nothing', () => {
  it('is not watched', () => {
    expect(watch([heard(-1), message(0)])).toBeNull();
  });
  it('is, when the owner says so', () => {
    const friday = TUESDAY + 3 * DAY_MS;
    expect(watch([heard(-1), message(0)], { answerAt: TUESDAY, at: friday })).toEqual({
      at: friday,
      since: TUESDAY,
      isByHand: true,
      words: null,
    });
  });
});

describe('the owner’s own word', () => {
  const friday = TUESDAY + 3 * DAY_MS;
  it('ends the watch', () => {
    expect(watch([message(0, asks)], { answerAt: TUESDAY, at: null })).toBeNull();
  });
  it('holds though we add a word, and not for a new question', () => {
    const decision = { answerAt: TUESDAY, at: friday };
    expect(watch([message(0, asks), message(1)], decision)?.at).toBe(friday);
    expect(watch([message(0, asks), message(1, asks)], decision)?.isByHand).toBe(false);
  });
  it('goes with the answer that is taken back, and comes back with the one before', () => {
    const about = { answerAt: TUESDAY + HOUR_MS, at: friday };
    expect(watch([message(0), message(1)], about)?.at).toBe(friday);
    expect(watch([message(0)], about)).toBeNull();
    const before = { answerAt: TUESDAY, at: friday };
    expect(watch([message(0), message(1, asks)], before)?.at).not.toBe(friday);
    expect(watch([message(0)], before)?.at).toBe(friday);
  });
  it('is over once the customer writes', () => {
    expect(watch([message(0), heard(1), message(2)], { answerAt: TUESDAY, at: friday })).toBeNull();
  });
  it('may be about a customer who was phoned', () => {
    expect(watch([heard(0)], { answerAt: TUESDAY, at: friday })?.at).toBe(friday);
  });
  it('is about the newest message that is no machine’s', () => {
    expect(decidedFor([message(0), heard(1, { kind: 'auto-reply' })])).toBe(TUESDAY);
    expect(decidedFor([])).toBeNull();
  });
});

describe('working days', () => {
  const three = (text: string, hours: OfficeHours = shop): string =>
    new Date(afterWorkingDays(at(text), 3, createOpenTime(hours)) ?? 0).toISOString();
  it('leave out the weekend and closing days', () => {
    expect(three('2026-05-14T10:00+02:00')).toBe('2026-05-19T08:00:00.000Z');
    const closed = { ...shop, closures: [{ from: '2026-05-15', until: '2026-05-15', note: '' }] };
    expect(three('2026-05-14T10:00+02:00', closed)).toBe('2026-05-20T08:00:00.000Z');
  });
  it('begin at the next opening for an answer of the evening or the weekend', () => {
    expect(three('2026-05-12T22:00+02:00')).toBe('2026-05-18T07:00:00.000Z');
    expect(three('2026-05-16T11:00+02:00')).toBe('2026-05-21T07:00:00.000Z');
  });
  it('keep the hour on the wall when the clock changes', () => {
    expect(three('2026-10-23T10:00+02:00')).toBe('2026-10-28T09:00:00.000Z');
  });
  it('end at the first open moment where that hour is closed on the day', () => {
    const short = { ...shop, week: { ...shop.week, fri: [['09:00', '12:00']] as const } };
    expect(three('2026-05-12T15:00+02:00', short)).toBe('2026-05-18T07:00:00.000Z');
  });
  it('never end where it never opens', () => {
    const closed = { ...shop, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    expect(afterWorkingDays(TUESDAY, 3, createOpenTime(closed))).toBeNull();
  });
  it('are ever later, and always open', () => {
    const openTime = createOpenTime(shop);
    assert(
      property(integer({ min: 0, max: 400 * 24 }), integer({ min: 1, max: 30 }), (hours, days) => {
        const from = TUESDAY + hours * HOUR_MS;
        const end = afterWorkingDays(from, days, openTime) ?? 0;
        const earlier = days === 1 ? from : (afterWorkingDays(from, days - 1, openTime) ?? 0);
        return openTime.isOpenAt(end) && end > earlier;
      }),
    );
  });
});
