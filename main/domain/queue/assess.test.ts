import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../instant.ts';
import { assess, type AssessedMessage } from './assess.ts';
import { NO_DECISIONS, type Decisions } from './decisions.ts';

const message = (at: number, other: Partial<AssessedMessage> = {}): AssessedMessage => ({
  direction: 'in',
  kind: 'human',
  at: at * HOUR_MS,
  isHistory: false,
  isAnswered: false,
  signals: { isCloser: false },
  ...other,
});
const ours = (at: number, other: Partial<AssessedMessage> = {}) => message(at, { direction: 'out', ...other });
const closer = (at: number) => message(at, { signals: { isCloser: true } });
const turnOf = (messages: readonly AssessedMessage[], decisions: Partial<Decisions> = {}, isOwnMail = false) => {
  const { turn, isFyi, isDone, waitingSince } = assess(messages, { ...NO_DECISIONS, ...decisions }, isOwnMail);
  return { turn, isFyi, isDone, since: waitingSince === null ? null : waitingSince / HOUR_MS };
};

describe('it is our turn', () => {
  it('since the oldest customer message: writing again does not move the clock', () => {
    expect(turnOf([message(1), message(5)])).toMatchObject({ turn: 'ours', since: 1 });
  });
  it('since the oldest message after our last answer', () => {
    expect(turnOf([message(1), ours(2), message(3), message(4)])).toMatchObject({ turn: 'ours', since: 3 });
  });
  it('though our machine sent an acknowledgement', () => {
    expect(turnOf([message(1), ours(2, { kind: 'auto-reply' })])).toMatchObject({ turn: 'ours', since: 1 });
  });
  it('though the customer said thanks in advance afterwards', () => {
    expect(turnOf([message(1), closer(2)])).toMatchObject({ turn: 'ours', since: 1 });
  });
  it('for an invitation to a meeting', () => {
    expect(turnOf([message(1, { kind: 'invite' })])).toMatchObject({ turn: 'ours' });
  });
  it('when the owner put a newsletter in the queue', () => {
    expect(turnOf([message(1, { kind: 'newsletter' })], { sortedAs: 'queue' })).toMatchObject({
      turn: 'ours',
      since: 1,
    });
  });
  it('when the owner reopened what was history', () => {
    expect(turnOf([message(1, { isHistory: true })], { sortedAs: 'queue' })).toMatchObject({ turn: 'ours' });
  });
  it('for a question that came in the same second as our answer to the one before', () => {
    expect(turnOf([message(1), ours(2), message(2)])).toMatchObject({ turn: 'ours', since: 2 });
  });
  it('again when the customer writes after it was done by phone, with a clock of its own', () => {
    const phoned = { doneAt: 2 * HOUR_MS, doneBecause: 'phone', settledUntil: HOUR_MS } as const;
    expect(turnOf([message(1)], phoned)).toMatchObject({ turn: 'nobody', isDone: true });
    expect(turnOf([message(1), message(9)], phoned)).toMatchObject({ turn: 'ours', isDone: false, since: 9 });
  });
});

describe('it is their turn', () => {
  it('after our answer, from whatever program', () => {
    expect(turnOf([message(1), ours(2)])).toMatchObject({ turn: 'theirs', since: null });
  });
  it('when the newest customer message is marked answered on the server', () => {
    expect(turnOf([message(1), message(2, { isAnswered: true })])).toMatchObject({ turn: 'theirs' });
  });
  it('though only an older one is marked answered, not', () => {
    expect(turnOf([message(1, { isAnswered: true }), message(2)])).toMatchObject({ turn: 'ours', since: 2 });
  });
  it('though their machine said that they are away', () => {
    expect(turnOf([message(1), ours(2), message(3, { kind: 'auto-reply' })])).toMatchObject({ turn: 'theirs' });
  });
});

describe('a yes', () => {
  const yes = (at: number) =>
    message(at, { signals: { isCloser: true, rests: { because: 'closer', words: 'ok', isYes: true } } });
  const asking = (at: number) =>
    ours(at, { signals: { isCloser: false, asks: [{ kind: 'question', words: 'Zal ik het bestellen?' }] } });
  it('to what we asked is ours to carry out', () => {
    expect(turnOf([message(1), asking(2), yes(3)])).toMatchObject({ turn: 'ours', since: 3 });
  });
  it('to what we asked reopens what was done', () => {
    expect(turnOf([message(1), asking(2), yes(9)], { doneAt: 3 * HOUR_MS, doneBecause: 'owner' })).toMatchObject({
      turn: 'ours',
      isDone: false,
    });
  });
  it('to what we told is an end', () => {
    expect(turnOf([message(1), ours(2), yes(3)])).toMatchObject({ turn: 'nobody', isFyi: true });
  });
  it('under a letter of ours that only sounds like asking is an end', () => {
    const telling = ours(2, {
      signals: { isCloser: false, asks: [{ kind: 'question', words: 'Peeters kan je helpen' }] },
    });
    expect(turnOf([message(1), telling, yes(3)])).toMatchObject({ turn: 'nobody', isFyi: true });
  });
  it('in so many words answers whatever we asked for', () => {
    const requesting = ours(2, {
      signals: { isCloser: false, asks: [{ kind: 'question', words: 'laat maar weten of het past' }] },
    });
    const ja = message(3, { signals: { isCloser: true, rests: { because: 'closer', words: 'Ja', isYes: true } } });
    expect(turnOf([message(1), requesting, ja])).toMatchObject({ turn: 'ours', since: 3 });
  });
  it('is heard once: thanks after it says nothing more, and our answer settles it', () => {
    expect(turnOf([message(1), asking(2), yes(3), closer(4)])).toMatchObject({ turn: 'ours', since: 3 });
    expect(turnOf([message(1), asking(2), yes(3), ours(4)])).toMatchObject({ turn: 'theirs' });
  });
  it('is heard though their machine spoke in between', () => {
    expect(turnOf([message(1), asking(2), message(3, { kind: 'auto-reply' }), yes(4)])).toMatchObject({ since: 4 });
  });
});

describe("it is nobody's turn", () => {
  it.each(['newsletter', 'notification', 'bounce', 'auto-reply', 'complaint'] as const)('for a %s', (kind) => {
    expect(turnOf([message(1, { kind })])).toEqual({ turn: 'nobody', isFyi: true, isDone: false, since: null });
  });
  it('after thanks for our answer', () => {
    expect(turnOf([message(1), ours(2), closer(3)])).toMatchObject({ turn: 'nobody', isFyi: true });
  });
  it('when our answer bounced, so that it is seen and not waited for', () => {
    expect(turnOf([message(1), ours(2), message(3, { kind: 'bounce' })])).toMatchObject({
      turn: 'nobody',
      isFyi: true,
    });
  });
  it('for mail to ourselves', () => {
    expect(turnOf([ours(1)], {}, true)).toMatchObject({ turn: 'nobody', isFyi: true });
  });
  it('for history, which is not even told of', () => {
    expect(turnOf([message(1, { isHistory: true })])).toMatchObject({ turn: 'nobody', isFyi: false });
    expect(turnOf([message(1, { isHistory: true }), ours(2, { isHistory: true })])).toMatchObject({ turn: 'nobody' });
  });
  it('when the owner moved it to "Ter info"', () => {
    expect(turnOf([message(1)], { sortedAs: 'fyi' })).toMatchObject({ turn: 'nobody', isFyi: true });
  });
});

describe('what is done', () => {
  const done = { doneAt: 2 * HOUR_MS, doneBecause: 'owner', settledUntil: HOUR_MS } as const;
  it.each([
    ['thanks', closer(3)],
    ['a newsletter', message(3, { kind: 'newsletter' })],
    ['an answer of their machine', message(3, { kind: 'auto-reply' })],
    ['history that a first sync brings later', message(3, { isHistory: true })],
  ])('stays done after %s', (_, later) => {
    expect(turnOf([message(1), later], done).isDone).toBe(true);
  });
});

const anyMessages = array(
  record({
    direction: constantFrom('in' as const, 'out' as const),
    kind: constantFrom('human' as const, 'newsletter' as const, 'auto-reply' as const, 'bounce' as const),
    at: integer({ min: 1, max: 50 }).map((hours) => hours * HOUR_MS),
    isHistory: boolean(),
    isAnswered: boolean(),
    signals: record({ isCloser: boolean() }),
  }),
  { minLength: 1, maxLength: 12 },
).map((messages) => messages.toSorted((a, b) => a.at - b.at));

describe('whatever the messages', () => {
  it('we wait for an answer since a message of a customer that no answer came after', () => {
    assert(
      property(anyMessages, (messages) => {
        const { turn, waitingSince, unanswered } = assess(messages, NO_DECISIONS, false);
        expect(turn === 'ours').toBe(waitingSince !== null);
        expect(unanswered[0]?.at ?? null).toBe(waitingSince);
        const since = unanswered[0] === undefined ? messages.length : messages.indexOf(unanswered[0]);
        const answered = messages.slice(since).some(({ direction, kind }) => direction === 'out' && kind === 'human');
        expect(answered).toBe(false);
      }),
    );
  });
  it('a human answer of ours after all of them takes our turn away', () => {
    assert(
      property(anyMessages, (messages) => {
        expect(assess([...messages, ours(99)], NO_DECISIONS, false).turn).toBe('theirs');
      }),
    );
  });
  it('another message of the customer never moves the clock of the first', () => {
    assert(
      property(anyMessages, (messages) => {
        const before = assess(messages, NO_DECISIONS, false);
        const after = assess([...messages, message(99)], NO_DECISIONS, false);
        expect(after.waitingSince).toBe(before.waitingSince ?? 99 * HOUR_MS);
      }),
    );
  });
});
