import { describe, expect, test } from 'vitest';
import { anywhere, atStart, oneOf, wholeText, wholeWords, wordList, wordSet } from './phrases.ts';

describe('phrases, one a line', () => {
  test('make the pattern that one would write on one line', () => {
    const written = wholeWords('i')`
      # nl
      prijs|prijzen
      hoe (?:duur|veel)

      # en
      how much
    `;
    expect(written).toEqual(/\b(?:prijs|prijzen|hoe (?:duur|veel)|how much)\b/i);
  });
  test('keep their back-slashes', () => {
    expect(anywhere('iu')`\p{L}+\.\d`).toEqual(/\p{L}+\.\d/iu);
  });
  test('are found between the edges of words', () => {
    const price = wholeWords('i')`prijs`;
    expect(price.test('De Prijs?')).toBe(true);
    expect(price.test('prijslijst')).toBe(false);
  });
  test('are found inside a word when anywhere will do', () => {
    expect(anywhere('i')`prijs`.test('prijslijst')).toBe(true);
  });
  test('all of them must stand at the start, not only the first', () => {
    const machine = atStart('')`
      ticket
      order
    `;
    expect(machine.test(' order 12')).toBe(true);
    expect(machine.test('mijn order')).toBe(false);
  });
  test('all of them must be the whole text', () => {
    const bare = wholeText('')`
      toch
      right
    `;
    expect(bare.test('right')).toBe(true);
    expect(bare.test('right now')).toBe(false);
    expect(bare.test('maar toch')).toBe(false);
  });
  test('can be built into others', () => {
    const day = oneOf`
      maandag
      dinsdag
    `;
    expect(wholeWords('')`(?:op )?(?:${day})`).toEqual(/\b(?:(?:op )?(?:maandag|dinsdag))\b/);
  });
  test('may end in a blank or begin with a number sign, when bracketed', () => {
    expect(anywhere('')`
      [#]\d+
      track[ ]
    `).toEqual(/[#]\d+|track[ ]/);
  });
});

describe('words between white space', () => {
  test('are read over several lines', () => {
    expect(wordList`
      # thanks
      dank  merci

      # agreement
      oke
    `).toEqual(['dank', 'merci', 'oke']);
  });
  test('are looked up whole', () => {
    const thanks = wordSet`dank merci`;
    expect(thanks.has('merci')).toBe(true);
    expect(thanks.has('mer')).toBe(false);
  });
});
