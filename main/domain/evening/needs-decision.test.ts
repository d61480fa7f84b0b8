import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../instant.ts';
import { needsDecision, type ReviewFacts } from './needs-decision.ts';
import { planStands } from './plan-stands.ts';

const closedAt = Date.parse('2026-05-12T15:30:00Z');
const planEndsAt = Date.parse('2026-05-13T15:30:00Z');
const asks = (facts: Partial<ReviewFacts>): boolean =>
  needsDecision({ section: 'soon', askedAt: null, replyBy: null, planned: null, ...facts }, { closedAt, planEndsAt });

describe('a decision is needed', () => {
  it('on what arrived after closing, and not on what arrived before', () => {
    expect(asks({ askedAt: closedAt + 1 })).toBe(true);
    expect(asks({ askedAt: closedAt })).toBe(false);
  });
  it('on what would be late before tomorrow ends, and not on what has longer', () => {
    expect(asks({ section: 'overdue', replyBy: closedAt - HOUR_MS })).toBe(true);
    expect(asks({ replyBy: planEndsAt })).toBe(true);
    expect(asks({ replyBy: planEndsAt + 1 })).toBe(false);
  });
  it.each(['waiting', 'snoozed', 'fyi', 'done'] as const)('on nothing that is %s', (section) => {
    expect(asks({ section, askedAt: closedAt + 1, replyBy: closedAt })).toBe(false);
  });
});

describe('what is planned', () => {
  const planned = { at: closedAt + 16 * HOUR_MS, seenUntil: closedAt + HOUR_MS };
  it('is decided', () => {
    expect(asks({ planned, askedAt: closedAt + HOUR_MS, replyBy: planEndsAt })).toBe(false);
  });
  it('is asked about again when the customer wrote since, or when its time passed with the day', () => {
    expect(asks({ planned, askedAt: closedAt + HOUR_MS + 1 })).toBe(true);
    expect(asks({ planned: { ...planned, at: closedAt } })).toBe(true);
  });
});

describe('a plan', () => {
  const planned = { at: 50, seenUntil: 20 };
  const stands = (facts: Partial<Parameters<typeof planStands>[1]>): boolean =>
    planStands(planned, { turn: 'ours', isDone: false, waitingSince: 10, lastAt: 20, ...facts });
  it('stands while the same question is open, whatever more the customer says', () => {
    expect(stands({})).toBe(true);
    expect(stands({ lastAt: 30 })).toBe(true);
  });
  it('has gone with its question once that is answered or done: a later question has none', () => {
    expect(stands({ turn: 'theirs', waitingSince: null, lastAt: 25 })).toBe(false);
    expect(stands({ waitingSince: 30, lastAt: 30 })).toBe(false);
    expect(stands({ isDone: true })).toBe(false);
  });
  it('to ask again, made while we wait, stands until somebody writes', () => {
    expect(stands({ turn: 'theirs', waitingSince: null, lastAt: 20 })).toBe(true);
  });
});
