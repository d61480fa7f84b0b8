import { assert, boolean, constant, constantFrom, double, integer, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASK_KINDS } from '../conversation/signals.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../instant.ts';
import { FACTOR_NAMES, type FactorName, type Weights } from './factor.ts';
import { compareRanked, rank, type RankFacts } from './rank.ts';
import type { Moment } from './section.ts';

const NOW = Date.parse('2026-05-12T08:00:00Z');
const TONIGHT = Date.parse('2026-05-12T21:59:59.999Z');
const at = (now: number): Moment => ({ now, todayEndsAt: TONIGHT });
const HOUSE = Object.fromEntries(FACTOR_NAMES.map((name) => [name, 1])) as Record<FactorName, number>;
const facts = (other: Partial<RankFacts> = {}): RankFacts => ({
  turn: 'ours',
  isFyi: false,
  isDone: false,
  snoozedUntil: null,
  replyBy: NOW + 3 * HOUR_MS,
  waitingSince: NOW - HOUR_MS,
  ask: null,
  moneyOrDate: null,
  unanswered: 1,
  earlier: 1,
  isVip: false,
  tag: null,
  answer: null,
  followUp: null,
  commitment: null,
  windowClosesAt: null,
  ...other,
});
const sectionOf = (other: Partial<RankFacts>, now = NOW) => rank(facts(other), at(now), HOUSE).section;
const pointsOf = (name: FactorName, other: Partial<RankFacts>, weights: Weights = HOUSE) =>
  rank(facts(other), at(NOW), weights).factors.find((factor) => factor.name === name);

describe('the section', () => {
  it('is overdue from the very instant of the reply-by', () => {
    expect(sectionOf({ replyBy: NOW + 1 })).toBe('now');
    expect(sectionOf({ replyBy: NOW })).toBe('overdue');
  });
  it('is now up to the end of the day, and soon after it', () => {
    expect(sectionOf({ replyBy: TONIGHT })).toBe('now');
    expect(sectionOf({ replyBy: TONIGHT + 1 })).toBe('soon');
  });
  it('is soon for what is never due: a business that never opens', () => {
    expect(sectionOf({ replyBy: null })).toBe('soon');
  });
  it.each([
    ['done', { isDone: true, snoozedUntil: NOW + 1, isFyi: true }],
    ['snoozed', { snoozedUntil: NOW + 1, replyBy: NOW - HOUR_MS }],
    ['overdue', { snoozedUntil: NOW, replyBy: NOW - HOUR_MS }],
    ['fyi', { isFyi: true, turn: 'nobody' as const }],
    ['waiting', { turn: 'theirs' as const, replyBy: null }],
  ])('%s comes before what else could be said', (section, other) => {
    expect(sectionOf(other)).toBe(section);
  });
});

describe('a broken promise', () => {
  const words = 'Vrijdag laat ik u iets weten.';
  it('shows its words, from the very moment at which it is broken', () => {
    expect(pointsOf('broken-commitment', { commitment: { words, dueAt: NOW } })?.because).toEqual({
      kind: 'words',
      words,
    });
    expect(pointsOf('broken-commitment', { commitment: { words, dueAt: NOW + 1 } })).toBeUndefined();
  });
  it('comes before everything else that may be said of a conversation', () => {
    assert(
      property(anyFacts, (other) => {
        const broken = rank(facts({ replyBy: NOW, commitment: { words, dueAt: NOW } }), at(NOW), HOUSE);
        const { score } = rank({ ...other, commitment: null }, at(NOW), HOUSE);
        expect(broken.score).toBeGreaterThan(score);
      }),
    );
  });
});

describe('a factor', () => {
  it('shows the words that gave it', () => {
    expect(pointsOf('asks', { ask: { kind: 'quote', words: 'graag een offerte' } })).toEqual({
      name: 'asks',
      points: 25,
      because: { kind: 'ask', ask: 'quote', words: 'graag een offerte' },
    });
  });
  it('shows how much time is left, or how late it is', () => {
    expect(pointsOf('time-left', { replyBy: NOW + 90 * MINUTE_MS })?.because).toEqual({
      kind: 'minutes-left',
      minutes: 90,
    });
    expect(pointsOf('time-left', { replyBy: NOW - 90 * MINUTE_MS })?.because).toEqual({
      kind: 'minutes-late',
      minutes: 90,
    });
  });
  it('is a new customer or a known one, never both', () => {
    expect(pointsOf('new-customer', { earlier: 0 })).toBeDefined();
    expect(pointsOf('known-customer', { earlier: 0 })).toBeUndefined();
    expect(pointsOf('known-customer', { earlier: 4 })?.because).toEqual({ kind: 'count', count: 4 });
  });
  it('goes away at weight 0 and doubles at 2', () => {
    const vip = { isVip: true };
    expect(pointsOf('vip', vip, { ...HOUSE, vip: 0 })).toBeUndefined();
    expect(pointsOf('vip', vip, { ...HOUSE, vip: 2 })?.points).toBe(80);
  });
});

describe('a message that asks nothing in so many words', () => {
  const reads = (score: number) => pointsOf('needs-answer', { answer: { score, words: 'bedankt' } });
  it('stands lower the less it reads like somebody who waits, and higher the more', () => {
    expect([0.05, 0.2, 0.4, 0.6, 0.9].map((score) => reads(score)?.points ?? 0)).toEqual([-12, -6, 0, 4, 8]);
  });
  it('says how it reads, with the words that tell', () => {
    expect(reads(0.05)?.because).toEqual({ kind: 'reads-like', waits: false, words: 'bedankt' });
  });
  it('does so as much as the owner set', () => {
    const answer = { score: 0.05, words: '' };
    expect(pointsOf('needs-answer', { answer }, { ...HOUSE, 'needs-answer': 0 })).toBeUndefined();
  });
});

describe('the order', () => {
  it('puts a complaint due within the hour before a plain question that is a day late', () => {
    const complaint = rank(
      facts({ replyBy: NOW + 50 * MINUTE_MS, ask: { kind: 'complaint', words: 'kapot' } }),
      at(NOW),
      HOUSE,
    );
    const late = rank(facts({ replyBy: NOW - 30 * MINUTE_MS }), at(NOW), HOUSE);
    expect(complaint.score).toBeGreaterThan(late.score);
  });
  it('breaks ties by reply-by, and then by the older conversation', () => {
    const same = { score: 5 };
    const items = [
      { ...same, replyBy: null, id: 1 },
      { ...same, replyBy: 9, id: 3 },
      { ...same, replyBy: 9, id: 2 },
      { score: 6, replyBy: 99, id: 4 },
    ];
    expect(items.toSorted(compareRanked).map(({ id }) => id)).toEqual([4, 2, 3, 1]);
  });
});

const anyFacts = record({
  turn: constantFrom('ours' as const, 'theirs' as const, 'nobody' as const),
  isFyi: boolean(),
  isDone: boolean(),
  snoozedUntil: oneof(
    constant(null),
    integer({ min: -100, max: 100 }).map((hours) => NOW + hours * HOUR_MS),
  ),
  replyBy: oneof(
    constant(null),
    integer({ min: -20_000, max: 20_000 }).map((minutes) => NOW + minutes * MINUTE_MS),
  ),
  waitingSince: oneof(
    constant(null),
    integer({ min: 0, max: 200 }).map((hours) => NOW - hours * HOUR_MS),
  ),
  ask: oneof(constant(null), record({ kind: constantFrom(...ASK_KINDS), words: constant('x') })),
  moneyOrDate: oneof(constant(null), constant('€ 10')),
  unanswered: integer({ min: 0, max: 9 }),
  earlier: integer({ min: 0, max: 10 }),
  isVip: boolean(),
  tag: constantFrom(null, 'aannemer'),
  answer: oneof(constant(null), record({ score: double({ min: 0, max: 1, noNaN: true }), words: constant('x') })),
  followUp: oneof(
    constant(null),
    integer({ min: -200, max: 200 }).map((hours) => ({
      at: NOW + hours * HOUR_MS,
      since: NOW - 300 * HOUR_MS,
      isByHand: hours % 2 === 0,
      words: hours % 3 === 0 ? null : 'Past dat u?',
    })),
  ),
  commitment: oneof(
    constant(null),
    integer({ min: -200, max: 200 }).map((hours) => ({ words: 'vrijdag bel ik u', dueAt: NOW + hours * HOUR_MS })),
  ),
  windowClosesAt: oneof(
    constant(null),
    integer({ min: -900, max: 900 }).map((minutes) => NOW + minutes * MINUTE_MS),
  ),
});
const anyWeights = record(
  Object.fromEntries(FACTOR_NAMES.map((name) => [name, double({ min: 0, max: 5, noNaN: true })])) as Record<
    FactorName,
    ReturnType<typeof double>
  >,
);
const anyDelay = integer({ min: 0, max: 14 * DAY_MS });

describe('whatever is known of a conversation', () => {
  it('the points shown add up to the score, and none of them is nothing', () => {
    assert(
      property(anyFacts, anyWeights, (one, weights) => {
        const { score, factors } = rank(one, at(NOW), weights);
        expect(factors.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(factors.every(({ points }) => Number.isInteger(points) && points !== 0)).toBe(true);
        expect(new Set(factors.map(({ name }) => name)).size).toBe(factors.length);
      }),
    );
  });
  it('the same moment gives the same answer', () => {
    assert(
      property(anyFacts, anyWeights, (one, weights) => {
        expect(rank(one, at(NOW), weights)).toEqual(rank({ ...one }, at(NOW), { ...weights }));
      }),
    );
  });
  it('time alone never takes it out of overdue', () => {
    assert(
      property(anyFacts, anyDelay, (one, delay) => {
        if (rank(one, at(NOW), HOUSE).section !== 'overdue') return;
        expect(rank(one, { now: NOW + delay, todayEndsAt: TONIGHT + delay }, HOUSE).section).toBe('overdue');
      }),
    );
  });
  it('time alone never makes it less urgent while it is ours', () => {
    assert(
      property(anyFacts, anyDelay, (one, delay) => {
        const before = rank({ ...one, snoozedUntil: null }, at(NOW), HOUSE);
        const after = rank({ ...one, snoozedUntil: null }, at(NOW + delay), HOUSE);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });
  it('section and score hold still until the instant it names, and no shorter', () => {
    assert(
      property(anyFacts, anyDelay, (one, delay) => {
        const before = rank(one, at(NOW), HOUSE);
        expect(before.until).toBeGreaterThan(NOW);
        if (NOW + delay >= before.until) return;
        const after = rank(one, at(NOW + delay), HOUSE);
        expect([after.section, after.score]).toEqual([before.section, before.score]);
      }),
      { numRuns: 500 },
    );
  });
});
