// By which words a person is found while his name is being typed: without accents and capitals, with his particles or without.
import { isParticle } from './person-name.ts';

/** As a name is looked for: "Zoë D’Hondt" is "zoe d'hondt". */
export const plainName = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/** Every word that one may begin with, a blank before each; made once, searched often. See `begins`. */
export function findableWords(name: string, address: string): string {
  const plain = plainName(name);
  const words = plain.split(/[\s,;()"<>/]+/).filter((word) => word !== '');
  const at = address.lastIndexOf('@');
  const local = plainName(address.slice(0, Math.max(at, 0)));
  const pieces = new Set([
    ...words,
    // "d'hondt" is also looked for as "hondt" and "dhondt", "anne-marie" as "marie".
    ...words.flatMap((word) => (/['-]/.test(word) ? [...word.split(/['-]/), word.replaceAll(/['-]/g, '')] : [])),
    // "vandenberg": some write it in one.
    ...words.flatMap((word, index) => (isParticle(word) ? [words.slice(index).join('')] : [])),
    plainName(address),
    ...local.split(/[._+-]/),
    plainName(address.slice(at + 1)),
  ]);
  pieces.delete('');
  return ` ${[...pieces].join(' ')}`;
}

/** Fewer letters tell nobody: a particle beside them counts. */
const TELLING_LETTERS = 3;

/** What was typed, as the words that a person must have; [] means anybody. */
export function typedWords(text: string): readonly string[] {
  const words = plainName(text)
    .split(/[\s,;"<>]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !isParticle(word));
  // "van der Berg" means Van den Berg too.
  return telling.some((word) => word.length >= TELLING_LETTERS) ? telling : words;
}

/** Does each of these words begin one of his? */
export const begins = (findable: string, words: readonly string[]): boolean =>
  words.every((word) => findable.includes(` ${word}`));
