// Pieces of FTS5's query language. Whatever is typed ends up inside its quotes, where nothing is an operator.
import { numbersIn } from './number-forms.ts';
import { searchLetters } from './search-letters.ts';

/** Words in the index that begin so, at most that many. */
export type WordsFrom = (beginning: string, most: number) => readonly string[];

/** SQLite's tokenizer sees words in these; a text without them finds nothing and must not stand in a query. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(searchLetters(text));

/** A mail's words in this order behind each other; with `isPrefix` the last may go on. */
export const phrase = (text: string, isPrefix: boolean): string =>
  `"${searchLetters(text).replaceAll('\0', ' ').replaceAll('"', ' ')}"${isPrefix ? ' *' : ''}`;

/** The index has its own lists for beginnings of two and three letters. */
const LISTED = 3;
/** Each costs 0.1 ms to find; a beginning of more words than this is left to SQLite, which reads all places of all of them. */
const MOST_WORDS = 60;

/** Matches one word, or a number in any way it may be written. */
export function createWordMatch(wordsFrom: WordsFrom): (text: string, isPrefix: boolean) => string {
  /** Of a longer beginning SQLite reads every place of every word before the first hit: the words themselves are walked instead. */
  const beginning = (text: string): string => {
    const start = foldedWord(text);
    const words = start === null || Array.from(start).length <= LISTED ? [] : wordsFrom(start, MOST_WORDS + 1);
    if (words.length === 0 || words.length > MOST_WORDS) return phrase(text, true);
    return words.length === 1
      ? phrase(words[0] ?? '', false)
      : `(${words.map((word) => phrase(word, false)).join(' OR ')})`;
  };

  return (text, isPrefix) => {
    const groups = text.split(/\s+/).filter(hasWord);
    // Its groups anywhere, as for any words.
    const asWritten =
      groups.length > 1
        ? `(${groups.map((group) => phrase(group, false)).join(' AND ')})`
        : isPrefix
          ? beginning(text)
          : phrase(text, false);
    const ways = [asWritten, ...closedForms(text).map((form) => phrase(form, false))];
    // "F20260118" is written "F-2026/0118" as well, where the letters are a word of their own.
    const coded = /^(\p{L}{1,4})(\d{6,34})$/u.exec(text);
    if (coded !== null) ways.push(`(${phrase(coded[1] ?? '', false)} AND ${phrase(coded[2] ?? '', false)})`);
    return ways.length === 1 ? asWritten : `(${ways.join(' OR ')})`;
  };
}

/** It has a beginning that was left to SQLite: reading it once is enough. */
export const readsMuch = (match: string): boolean => new RegExp(`"[^"]{${LISTED + 1},}" \\*`).test(match);

/** As SQLite's tokenizer folds it; null when it is not one word. */
function foldedWord(text: string): string | null {
  const folded = searchLetters(text).trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return /^[\p{L}\p{N}]+$/u.test(folded) ? folded : null;
}

/** A number in one piece, however it was written here; for finding its place in a text that writes it in groups. */
export const closedForms = (text: string): readonly string[] => [
  ...new Set(numbersIn(text.toUpperCase()).flatMap(({ forms }) => forms)),
];
