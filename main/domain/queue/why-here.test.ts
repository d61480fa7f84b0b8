import { describe, expect, it } from 'vitest';
import type { MailKind } from '../conversation/message.ts';
import { NO_SIGNALS, type Signals } from '../conversation/signals.ts';
import { assess } from './assess.ts';
import { NO_DECISIONS, type Decisions } from './decisions.ts';
import { whyHere, type ExplainedMessage, type WhyHere } from './why-here.ts';

const message = (other: Partial<ExplainedMessage> = {}, signals: Partial<Signals> = {}): ExplainedMessage => ({
  direction: 'in',
  kind: 'human',
  at: 10,
  isHistory: false,
  isAnswered: false,
  signals: { ...NO_SIGNALS, ...signals },
  ...other,
});
const thanks = { isCloser: true, rests: { because: 'closer', words: 'Bedankt!', isYes: false } } as const;
const yes = { isCloser: true, rests: { because: 'closer', words: 'Ja, prima', isYes: true } } as const;
const why = (
  messages: readonly ExplainedMessage[],
  decided: Partial<Decisions> = {},
  isOwnMail = false,
): WhyHere | null => {
  const decisions = { ...NO_DECISIONS, ...decided };
  return whyHere(messages, decisions, isOwnMail, assess(messages, decisions, isOwnMail));
};

describe('in "Ter info"', () => {
  it.each<MailKind>(['newsletter', 'notification', 'bounce', 'auto-reply', 'complaint'])('a %s', (kind) => {
    expect(why([message({ kind })])).toEqual({ kind: 'machine', mail: kind });
  });
  it('thanks, with the words', () => {
    expect(why([message({}, thanks)])).toEqual({ kind: 'rests', because: 'closer', words: 'Bedankt!' });
  });
  it('thanks of before the words were kept', () => {
    expect(why([message({}, { isCloser: true })])).toEqual({ kind: 'rests', because: 'closer', words: '' });
  });
  it('a sender whom the owner set apart before', () => {
    const rests = { because: 'sender', words: '@winkel.example', isYes: false } as const;
    expect(why([message({}, { isCloser: true, rests })])).toMatchObject({ because: 'sender' });
  });
  it('what the owner moved there, whatever it looks like', () => {
    expect(why([message()], { sortedAs: 'fyi' })).toEqual({ kind: 'moved', to: 'fyi' });
  });
  it('mail of ourselves', () => {
    expect(why([message({ direction: 'out' })], {}, true)).toEqual({ kind: 'own-mail' });
  });
});

describe('in the queue', () => {
  it('a question, with its words', () => {
    const asks = [{ kind: 'quote', words: 'wat kost het' }] as const;
    expect(why([message(), message({ at: 11 }, { asks })])).toEqual({
      kind: 'asks',
      ask: 'quote',
      words: 'wat kost het',
    });
  });
  it('what reads like somebody who waits, and what nothing is certain of', () => {
    expect(why([message({}, { answer: { score: 0.7, words: 'tafel voor 6' } })])).toEqual({
      kind: 'likely',
      words: 'tafel voor 6',
    });
    expect(why([message({}, { answer: { score: 0.3, words: 'onderweg' } })])).toEqual({ kind: 'uncertain' });
    expect(why([message()])).toEqual({ kind: 'uncertain' });
  });
  it('an invitation', () => {
    expect(why([message({ kind: 'invite' })])).toEqual({ kind: 'invite' });
  });
  it('yes to what we asked', () => {
    const asked = message(
      { direction: 'out', at: 11 },
      { asks: [{ kind: 'question', words: 'Zal ik het bestellen?' }] },
    );
    expect(why([message(), asked, message({ at: 12 }, yes)])).toEqual({ kind: 'yes', words: 'Ja, prima' });
  });
  it('what the owner moved there', () => {
    expect(why([message({ kind: 'newsletter' })], { sortedAs: 'queue' })).toEqual({ kind: 'moved', to: 'queue' });
  });
});

it('needs no saying where they have the turn, or it is done', () => {
  expect(why([message(), message({ direction: 'out', at: 11 })])).toBeNull();
  expect(why([message()], { doneAt: 20, doneBecause: 'owner', settledUntil: 10 })).toBeNull();
});
