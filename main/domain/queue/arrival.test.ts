import { describe, expect, it } from 'vitest';
import type { AssessedMessage } from './assess.ts';
import { decisionsAfter, decisionsMerged } from './arrival.ts';
import { NO_DECISIONS, type Decisions } from './decisions.ts';

const message = (other: Partial<AssessedMessage> = {}): AssessedMessage => ({
  direction: 'in',
  kind: 'human',
  at: 10,
  isHistory: false,
  isAnswered: false,
  signals: { isCloser: false },
  ...other,
});
const decided: Decisions = {
  doneAt: 5,
  doneBecause: 'owner',
  snoozedUntil: 99,
  replyByHand: 50,
  sortedAs: 'queue',
  settledUntil: 4,
};
const after = (one: AssessedMessage, turnBefore: 'ours' | 'theirs' | 'nobody' = 'ours', isNewest = true): Decisions =>
  decisionsAfter(decided, { message: one, isNewest, turnBefore, lastAtBefore: 3 });

describe('a message of the customer', () => {
  it('wakes and reopens, and leaves how the owner sorted it', () => {
    expect(after(message())).toEqual({ ...decided, doneAt: null, doneBecause: null, snoozedUntil: null });
  });
  it('takes a date set by hand away when it is a new question', () => {
    expect(after(message(), 'theirs').replyByHand).toBeNull();
    expect(after(message(), 'ours').replyByHand).toBe(50);
  });
  it.each([
    ['thanks', message({ signals: { isCloser: true } })],
    ['a robot', message({ kind: 'notification' })],
    ['history', message({ isHistory: true })],
  ])('changes nothing when it is %s', (_, one) => {
    expect(after(one)).toBe(decided);
  });
  it('changes nothing when it is older than what was known: a first sync brings it', () => {
    expect(after(message(), 'ours', false)).toBe(decided);
  });
  it('changes nothing where nothing was decided', () => {
    const arrival = { message: message(), isNewest: true, turnBefore: 'theirs', lastAtBefore: 3 } as const;
    expect(decisionsAfter(NO_DECISIONS, arrival)).toBe(NO_DECISIONS);
  });
});

it('an answer of ours wakes and reopens too, but keeps the date: it may be taken back', () => {
  expect(after(message({ direction: 'out' }))).toEqual({
    ...decided,
    doneAt: null,
    doneBecause: null,
    snoozedUntil: null,
  });
});

it('two conversations that become one are done only if both were', () => {
  expect(decisionsMerged(decided, { doneAt: 7 })).toBe(decided);
  expect(decisionsMerged(decided, { doneAt: null })).toMatchObject({
    doneAt: null,
    doneBecause: null,
    snoozedUntil: 99,
  });
});
it('a merged conversation is watched as was decided for the newer of the two answers', () => {
  const followUp = { answerAt: 8, at: 50 };
  expect(decisionsMerged(decided, { doneAt: 7, followUp }).followUp).toEqual(followUp);
  const newer = { ...decided, followUp: { answerAt: 9, at: null } };
  expect(decisionsMerged(newer, { doneAt: 7, followUp })).toBe(newer);
});

describe('what was thrown away', () => {
  const deleted: Decisions = { ...decided, doneAt: 8, doneBecause: 'deleted', deletedAt: 8 };
  const arriving = (one: AssessedMessage, isNewest = true): Decisions =>
    decisionsAfter(deleted, { message: one, isNewest, turnBefore: 'ours', lastAtBefore: 7 });

  it.each([
    ['a question', message()],
    ['thanks', message({ signals: { isCloser: true } })],
    ['a robot', message({ kind: 'notification' })],
  ])('comes back by %s, and what was asked before no longer waits', (_, one) => {
    expect(arriving(one)).toMatchObject({ deletedAt: null, doneAt: null, snoozedUntil: null, settledUntil: 7 });
  });
  it('comes back also by a message of the very same second', () => {
    expect(arriving(message({ at: 7 })).settledUntil).toBe(6);
  });
  it('stays away when a first sync brings what is older, or history', () => {
    expect(arriving(message(), false)).toBe(deleted);
    expect(arriving(message({ isHistory: true }))).toBe(deleted);
  });
  it('joined with what was not, it is back where it stood', () => {
    expect(decisionsMerged(deleted, { doneAt: null })).toMatchObject({ deletedAt: null, doneAt: null });
    expect(decisionsMerged(deleted, { doneAt: 3 })).toMatchObject({ deletedAt: null, doneAt: null });
    expect(decisionsMerged(deleted, { doneAt: 3, deletedAt: 3 })).toBe(deleted);
    const doneBefore: Decisions = { ...deleted, doneBecause: 'owner' };
    expect(decisionsMerged(doneBefore, { doneAt: 3 })).toMatchObject({ deletedAt: null, doneAt: 8 });
  });
});
