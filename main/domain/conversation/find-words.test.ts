import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, placesOfWords } from './find-words.ts';

const found = (text: string, wanted: string): readonly string[] =>
  placesOfWords(text, wanted).map(({ from, until }) => text.slice(from, until));

describe('finding words in a letter', () => {
  it('reads past capitals and accents, and marks them as they were written', () => {
    expect(found('De Café is dicht, het CAFE ook.', 'cafe')).toEqual(['Café', 'CAFE']);
    expect(found('Een cafe\u0301 met een los accent', 'café met')).toEqual(['cafe\u0301 met']);
  });
  it('finds what a line end cuts in two', () => {
    expect(found('de keuken\n   kast', 'keuken kast')).toEqual(['keuken\n   kast']);
  });
  it('finds nothing for nothing', () => {
    expect(countWords('abc', '  ')).toBe(0);
    expect(placesOfWords('abc', '')).toEqual([]);
  });
  it('letters of two units before it do not shift it', () => {
    expect(found('👩‍👩‍👧 \u{1d518} İstanbul en de kast', 'kast')).toEqual(['kast']);
  });
  it('counts what it marks, in any text', () => {
    assert(
      property(
        string({ unit: 'grapheme', maxLength: 60 }),
        constantFrom('a', 'e', ' ', 'ss', 'é', 'İ', 'a b'),
        (text, wanted) => {
          const spread = `${text}${wanted}${text}`;
          expect(placesOfWords(spread, wanted)).toHaveLength(countWords(spread, wanted));
        },
      ),
    );
  });
});
