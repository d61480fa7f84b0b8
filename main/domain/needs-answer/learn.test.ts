import { array, assert, constantFrom, integer, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelledMessages } from '../../../tests/scores/labelled-messages.ts';
import { findSignals } from '../conversation/find-signals.ts';
import { LANGUAGES } from '../conversation/message.ts';
import { FEATURES, FEATURE_NAMES, type FeatureName } from './features.ts';
import { DEEDS, LARGEST_NUDGE, learn, type Lesson } from './learn.ts';
import { readAnswer } from './needs-reply.ts';
import { FITTED_WEIGHTS } from './weights.ts';

const ANN = 'ann@firm.example';
const lesson = (deed: Lesson['deed'], other: Partial<Lesson> = {}): Lesson => ({
  sender: ANN,
  deed,
  signs: [],
  at: 1,
  ...other,
});
const apart = (lessons: readonly Lesson[], address = ANN): string | null =>
  learn(lessons).apartFor(address)?.sender ?? null;

describe('a sender', () => {
  it('is set apart after two moves, written large or small', () => {
    expect(apart([lesson('apart')])).toBeNull();
    expect(apart([lesson('apart'), lesson('apart')], 'Ann@Firm.example')).toBe(ANN);
  });
  it('begins anew when he was moved back', () => {
    expect(apart([lesson('apart'), lesson('apart'), lesson('back')])).toBeNull();
    expect(apart([lesson('apart'), lesson('back'), lesson('apart')])).toBeNull();
  });
  it('is never set apart once he was answered', () => {
    expect(apart([lesson('answered'), lesson('apart'), lesson('apart'), lesson('apart')])).toBeNull();
  });
  it('says nothing of others at a provider where everybody has a mailbox', () => {
    const moves = ['a@gmail.com', 'b@gmail.com', 'c@gmail.com'].map((sender) => lesson('apart', { sender }));
    expect(apart([...moves, ...moves], 'd@gmail.com')).toBeNull();
  });
  it('says something of his firm after three moves of two people, unless one was answered there', () => {
    const bob = { sender: 'bob@firm.example' };
    const moves = [lesson('apart'), lesson('apart'), lesson('apart', bob)];
    expect(apart(moves, 'new@firm.example')).toBe('@firm.example');
    expect(apart([...moves, lesson('answered', bob)], 'new@firm.example')).toBeNull();
  });
});

describe('a sign', () => {
  const signs: readonly FeatureName[] = ['wants something'];
  it('weighs less after messages with it were set apart, and more after they were moved back', () => {
    expect(learn([lesson('apart', { signs })]).nudges['wants something']).toBeLessThan(0);
    expect(learn([lesson('back', { signs })]).nudges['wants something']).toBeGreaterThan(0);
  });
  it('gives the same for the same deeds', () => {
    const deeds = [lesson('apart', { signs }), lesson('answered', { signs })];
    expect(learn(deeds).nudges).toEqual(learn(structuredClone(deeds)).nudges);
  });
});

const anyLesson = record({
  sender: constantFrom(ANN, 'bob@firm.example', 'c@gmail.com'),
  deed: constantFrom(...DEEDS),
  signs: subarray([...FEATURE_NAMES]),
  at: integer({ min: 0, max: 1_000 }),
});
const anyDeeds = array(anyLesson, { maxLength: 80, size: 'max' });
const ASKING = LANGUAGES.flatMap((language) => labelledMessages(language, 'build')).filter(
  (one) => readAnswer({ ...one, lang: one.language }).reading.asks.length > 0,
);

describe('whatever the owner did before', () => {
  it('a message of a person with a question in it is never set apart', () => {
    assert(
      property(anyDeeds, constantFrom(...ASKING), constantFrom(ANN, 'c@gmail.com'), (deeds, message, sender) => {
        const { nudges, apartFor } = learn(deeds);
        const { subject, text } = message;
        const signals = findSignals({ subject, text }, { nudges, apart: () => apartFor(sender)?.sender ?? null });
        expect(signals.isCloser).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
  it('nobody who waits, asking outright or not, is set apart by what was learned of words', () => {
    const waiting = LANGUAGES.flatMap((language) => labelledMessages(language, 'build')).filter(
      ({ label }) => label === '+',
    );
    assert(
      property(anyDeeds, constantFrom(...waiting), (deeds, { subject, text }) => {
        const signals = findSignals({ subject, text }, { nudges: learn(deeds).nudges, apart: () => null });
        expect(signals.isCloser).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
  it('no sign moves further than its bound, or turns into its opposite', () => {
    assert(
      property(anyDeeds, (deeds) => {
        const { nudges } = learn(deeds);
        for (const name of FEATURE_NAMES) {
          const nudge = nudges[name] ?? 0;
          const weight = FITTED_WEIGHTS[name] + nudge;
          expect(Math.abs(nudge)).toBeLessThanOrEqual(LARGEST_NUDGE + 1e-9);
          const side = { waits: 1, rests: -1, either: 0 }[FEATURES[name].leans];
          expect(weight * side).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  });
});
