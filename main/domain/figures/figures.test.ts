import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../queue/decisions.ts';
import type { AssessedMessage } from '../queue/assess.ts';
import { figuresOf, type Answered } from './figures.ts';
import { waitsOf } from './waits.ts';

const message = (at: number, change: Partial<AssessedMessage> = {}): AssessedMessage => ({
  direction: 'in',
  kind: 'human',
  at,
  isHistory: false,
  isAnswered: false,
  signals: { isCloser: false },
  ...change,
});
const ours = (at: number, change: Partial<AssessedMessage> = {}): AssessedMessage =>
  message(at, { direction: 'out', ...change });
const told = (messages: readonly AssessedMessage[], decisions = NO_DECISIONS): unknown[] =>
  waitsOf(messages, decisions).map(({ since, isFirst, end }) => [
    since,
    isFirst,
    end.kind,
    'at' in end ? end.at : null,
  ]);

describe('a wait', () => {
  it('runs from the first question to our answer, however often the customer asked again', () => {
    expect(told([message(10), message(20), ours(50)])).toEqual([[10, true, 'answered', 50]]);
  });
  it('after our first answer is one for a next answer', () => {
    expect(told([message(10), ours(20), message(30), ours(70)])).toEqual([
      [10, true, 'answered', 20],
      [30, false, 'answered', 70],
    ]);
  });
  it('is not begun by a thank-you, a newsletter, or old mail', () => {
    expect(
      told([
        message(1, { isHistory: true }),
        message(2, { kind: 'newsletter' }),
        message(3, { signals: { isCloser: true } }),
        ours(9),
      ]),
    ).toEqual([]);
  });
  it('is not ended by our automatic acknowledgement', () => {
    expect(told([message(10), ours(11, { kind: 'auto-reply' }), ours(60)])).toEqual([[10, true, 'answered', 60]]);
  });
  it('is open while nobody answered', () => {
    expect(told([message(10)])).toEqual([[10, true, 'open', null]]);
  });
  it('ends with the telephone', () => {
    expect(told([message(10)], { ...NO_DECISIONS, doneAt: 40, doneBecause: 'phone' })).toEqual([
      [10, true, 'phoned', 40],
    ]);
  });
  it('that ended without an answer, or at a moment nobody knows, is no figure', () => {
    expect(told([message(10)], { ...NO_DECISIONS, doneAt: 40, doneBecause: 'no-answer' })).toEqual([
      [10, true, 'elsewhere', null],
    ]);
    expect(told([message(10)], { ...NO_DECISIONS, settledUntil: 40 })).toEqual([[10, true, 'elsewhere', null]]);
    expect(told([message(10, { isAnswered: true })])).toEqual([[10, true, 'elsewhere', null]]);
  });
});

const answer = (minutes: number, change: Partial<Answered> = {}): Answered => ({
  channel: 'email',
  minutes,
  isInTime: minutes <= 60,
  weekday: 0,
  hour: 9,
  ...change,
});

describe('the figures of a period', () => {
  it('are the middle and the ninth of ten', () => {
    const { all } = figuresOf([100, 20, 30, 40, 50, 60, 70, 80, 90, 10].map((minutes) => answer(minutes)));
    expect(all).toEqual({ answered: 10, inTime: 6, medianMinutes: 55, p90Minutes: 90 });
  });
  it('of nothing are nothing', () => {
    expect(figuresOf([]).all).toEqual({ answered: 0, inTime: 0, medianMinutes: null, p90Minutes: null });
    expect(figuresOf([]).byChannel).toEqual([]);
  });
  it('are told by channel, the busiest first, and by when the questions came', () => {
    const { byChannel, byWeekday, byHour } = figuresOf([
      answer(10, { channel: 'phone', weekday: 4, hour: 16 }),
      answer(20),
      answer(30),
    ]);
    expect(byChannel.map(({ channel, tally }) => [channel, tally.answered])).toEqual([
      ['email', 2],
      ['phone', 1],
    ]);
    expect(byWeekday.map(({ answered }) => answered)).toEqual([2, 0, 0, 0, 1, 0, 0]);
    expect(byHour[16]?.medianMinutes).toBe(10);
  });
  it('add up in every way of telling them', () => {
    const answers = fc.array(
      fc.record({
        channel: fc.constantFrom('email' as const, 'phone' as const, 'sms' as const),
        minutes: fc.nat(10_000),
        isInTime: fc.boolean(),
        weekday: fc.nat(6),
        hour: fc.nat(23),
      }),
    );
    const rule = fc.property(answers, (list) => {
      const { all, byChannel, byWeekday, byHour } = figuresOf(list);
      const tallies = [byChannel.map(({ tally }) => tally), byWeekday, byHour];
      const sums = tallies.map((parts) => parts.reduce((sum, part) => sum + part.answered, 0));
      const isInOrder = (all.medianMinutes ?? 0) <= (all.p90Minutes ?? 0);
      return sums.every((sum) => sum === list.length) && isInOrder && all.inTime <= all.answered;
    });
    expect(fc.check(rule).counterexample).toBeNull();
  });
});
