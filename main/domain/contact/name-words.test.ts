import { describe, expect, it } from 'vitest';
import { begins, findableWords, typedWords } from './name-words.ts';

const isFound = (typed: string, name: string, address = 'x@y.be'): boolean =>
  begins(findableWords(name, address), typedWords(typed));

describe('a person is found by the beginning of any word of his name', () => {
  it.each([
    ['jan', 'Jan van den Berg'],
    ['ber', 'Jan van den Berg'],
    ['jan berg', 'Jan van den Berg'],
    ['berg, jan', 'Jan van den Berg'],
    ['van d', 'Jan van den Berg'],
    ['van der berg', 'Jan van den Berg'],
    ['vandenb', 'Jan van den Berg'],
    ['zoe', 'Zoë Lemmens'],
    ['Zoë', 'Zoe Lemmens'],
    ['hondt', "Bart D'Hondt"],
    ['dhondt', 'Bart D’Hondt'],
    ['marie', 'Anne-Marie Janssens'],
    ['Jan <jan@', 'Jan Peeters', 'jan@peeters.be'],
  ])('%s: %s', (typed, name, address?: string) => {
    expect(isFound(typed, name, address)).toBe(true);
  });
  it.each([
    ['erg', 'Jan van den Berg'],
    ['jan peeters', 'Jan van den Berg'],
    ['van', 'Jan Peeters'],
  ])('%s is not %s', (typed, name) => {
    expect(isFound(typed, name)).toBe(false);
  });
});

it.each(['an.p', 'peet', 'bakk', 'an.peeters@bakkerij.be'])('or of his address or its domain: %s', (typed) => {
  expect(isFound(typed, '', 'an.peeters@bakkerij.be')).toBe(true);
});
