import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DECISIONS, type Decisions } from '../queue/decisions.ts';
import { COMMITMENT_WORDS, commitmentStandings, type MadeCommitment, type OwnAnswer } from './standing.ts';

const MONDAY = Date.parse('2026-05-11T09:00+02:00');
const hours = (count: number): number => MONDAY + count * 3_600_000;
const promise = (other: Partial<MadeCommitment> = {}): MadeCommitment => ({
  id: 1,
  message: 10,
  madeAt: MONDAY,
  isWholeAnswer: false,
  said: 'watch',
  saidAt: MONDAY,
  because: null,
  closedAt: null,
  ...other,
});
const ITS_LETTER: OwnAnswer = { id: 10, at: MONDAY };
const LATER: OwnAnswer = { id: 11, at: hours(3) };
const standing = (made: MadeCommitment, answers: readonly OwnAnswer[], decisions: Partial<Decisions> = {}) =>
  commitmentStandings([made], answers, { ...NO_DECISIONS, ...decisions })[0];

describe('a promise', () => {
  it('is asked about until the owner says something of it', () => {
    expect(standing(promise({ said: 'nothing', saidAt: null }), [ITS_LETTER])?.state).toBe('proposed');
    expect(standing(promise(), [ITS_LETTER])?.state).toBe('open');
    expect(standing(promise({ said: 'dropped' }), [ITS_LETTER])?.state).toBe('dropped');
  });
  it('is kept by the next answer, and says by which', () => {
    const kept = { state: 'kept', because: 'answered', closedAt: LATER.at, closedBy: LATER.id };
    expect(standing(promise(), [ITS_LETTER, LATER])).toEqual(kept);
  });
  it('is not kept by what was written before it, nor by its own letter', () => {
    expect(standing(promise(), [{ id: 9, at: hours(-1) }, ITS_LETTER])?.state).toBe('open');
  });
  it('lapses when it was never confirmed and we answered again', () => {
    expect(standing(promise({ said: 'nothing' }), [ITS_LETTER, LATER])?.state).toBe('lapsed');
  });
  it('counts for nothing while its letter did not leave', () => {
    expect(standing(promise(), [])).toMatchObject({ state: 'dropped', because: 'not-sent' });
  });
  it('that was written down by hand is kept by an answer after it', () => {
    const byHand = promise({ message: null });
    expect(standing(byHand, [ITS_LETTER])?.state).toBe('open');
    expect(standing(byHand, [ITS_LETTER, LATER])?.state).toBe('kept');
  });
  it('that the owner takes up again is closed only by what comes after that', () => {
    const again = promise({ saidAt: hours(5) });
    expect(standing(again, [ITS_LETTER, LATER])?.state).toBe('open');
    expect(standing(again, [ITS_LETTER, LATER, { id: 12, at: hours(6) }])?.closedBy).toBe(12);
  });
});

describe('an answer that only promises again', () => {
  const first = promise();
  const second = promise({ id: 2, message: 11, madeAt: LATER.at, isWholeAnswer: true, said: 'nothing', saidAt: null });
  it('moves the promise that was watched, and is watched in its place', () => {
    const [moved, now] = commitmentStandings([first, second], [ITS_LETTER, LATER], NO_DECISIONS);
    expect(moved).toMatchObject({ state: 'moved', because: 'moved', closedBy: 11 });
    expect(now?.state).toBe('open');
  });
  it('may move it more than once', () => {
    const third = { ...second, id: 3, message: 12, madeAt: hours(6) };
    const answers = [ITS_LETTER, LATER, { id: 12, at: hours(6) }];
    const states = commitmentStandings([third, first, second], answers, NO_DECISIONS).map(({ state }) => state);
    expect(states).toEqual(['open', 'moved', 'moved']);
  });
  it('asks first when nothing was watched', () => {
    const [before, now] = commitmentStandings(
      [{ ...first, said: 'nothing' }, second],
      [ITS_LETTER, LATER],
      NO_DECISIONS,
    );
    expect([before?.state, now?.state]).toEqual(['lapsed', 'proposed']);
  });
  it('keeps the promise when the owner says that it promises nothing', () => {
    const [before] = commitmentStandings([first, { ...second, said: 'dropped' }], [ITS_LETTER, LATER], NO_DECISIONS);
    expect(before).toMatchObject({ state: 'kept', because: 'answered' });
  });
});

describe('putting the conversation away', () => {
  const at = hours(4);
  it.each([
    ['owner', 'kept', 'done'],
    ['phone', 'kept', 'phoned'],
    ['no-answer', 'dropped', 'no-answer'],
  ] as const)('as %s leaves the promise %s', (doneBecause, state, because) => {
    const decisions = { doneAt: at, doneBecause, promisesUntil: at };
    expect(standing(promise(), [ITS_LETTER], decisions)).toEqual({ state, because, closedAt: at, closedBy: null });
  });
  it('still holds, with its reason, when the customer writes again', () => {
    const before = promise({ because: 'phoned', closedAt: at });
    expect(standing(before, [ITS_LETTER], { promisesUntil: at })).toMatchObject({ state: 'kept', because: 'phoned' });
  });
  it('says nothing of a promise that was confirmed after it', () => {
    expect(standing(promise({ saidAt: hours(5) }), [ITS_LETTER], { promisesUntil: at })?.state).toBe('open');
  });
  it('ends the asking', () => {
    expect(standing(promise({ said: 'nothing' }), [ITS_LETTER], { promisesUntil: at })?.state).toBe('lapsed');
  });
});

describe('whatever was promised, answered and said', () => {
  const made = fc.array(
    fc.record({
      message: fc.option(fc.integer({ min: 1, max: 6 })),
      isWholeAnswer: fc.boolean(),
      said: fc.constantFrom(...COMMITMENT_WORDS),
      saidAt: fc.integer({ min: 0, max: 12 }).map(hours),
    }),
    { maxLength: 6 },
  );
  const rows = made.map((list) =>
    list.map((one, index) => promise({ ...one, id: index + 1, madeAt: hours(one.message ?? index) })),
  );
  const answers = fc
    .uniqueArray(fc.integer({ min: 1, max: 6 }))
    .map((list) => list.toSorted((a, b) => a - b).map((id): OwnAnswer => ({ id, at: hours(id) })));
  const putAway = (at: number | null): Decisions => ({
    ...NO_DECISIONS,
    promisesUntil: at === null ? null : hours(at),
  });
  const decisions = fc.option(fc.integer({ min: 0, max: 12 })).map(putAway);
  it('stands the same when it is reckoned again, in whatever order', () => {
    fc.assert(
      fc.property(rows, answers, decisions, (list, given, put) => {
        const once = commitmentStandings(list, given, put);
        const settled = list.map((one, index) => ({ ...one, ...once[index] }));
        expect(commitmentStandings(settled, given, put)).toEqual(once);
        expect(commitmentStandings(list.toReversed(), given, put).toReversed()).toEqual(once);
      }),
    );
  });
  it('stands open or asked about only when nothing came after it', () => {
    fc.assert(
      fc.property(rows, answers, decisions, (list, given, put) => {
        for (const [index, { state, because, closedAt }] of commitmentStandings(list, given, put).entries()) {
          const isOn = state === 'open' || state === 'proposed';
          expect(isOn).toBe(because === null);
          expect(isOn).toBe(closedAt === null);
          const { madeAt, saidAt } = list[index] ?? promise();
          const isLast = given.every(({ at }) => at <= Math.max(madeAt, saidAt ?? 0));
          expect(!isOn || isLast).toBe(true);
        }
      }),
    );
  });
});
