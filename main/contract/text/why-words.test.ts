import { expect, it } from 'vitest';
import { FEATURE_NAMES } from '../../domain/needs-answer/features.ts';
import { signWords } from './sign-words.ts';
import { whyWords } from './why-words.ts';

it('says why in a row, and in full with the words that show it', () => {
  expect(whyWords('nl', { kind: 'rests', because: 'closer', words: 'Bedankt!' })).toEqual({
    short: 'bedankt-bericht',
    full: 'Bedankt-bericht: vraagt niets (“Bedankt!”)',
  });
  expect(whyWords('nl', { kind: 'asks', ask: 'quote', words: 'wat kost het' }).full).toBe(
    'Vraagt een offerte (“wat kost het”)',
  );
  expect(whyWords('en', { kind: 'machine', mail: 'newsletter' }).short).toBe('newsletter');
});
it('quotes nothing where no words were kept', () => {
  expect(whyWords('en', { kind: 'rests', because: 'closer', words: '' }).full).toBe('A thank-you: asks nothing');
});
it('has a name of its own for every sign, in both languages', () => {
  for (const language of ['nl', 'en'] as const) {
    expect(new Set(FEATURE_NAMES.map((name) => signWords(language, name))).size).toBe(FEATURE_NAMES.length);
  }
});
