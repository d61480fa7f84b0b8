// The piece of a message around the first place where the searched words stand, with those words marked. Found in the text as
// FTS5's tokenizer finds them: whole words (or beginnings), without regard to case and diacritics.
import type { TextPiece } from '../../contract/views.ts';
import { numbersIn } from './number-forms.ts';
import { searchLetters } from './search-letters.ts';
import type { Term } from './search-words.ts';
import { closedForms } from './word-match.ts';

type Match = { readonly from: number; readonly until: number };

const LENGTH = 180;
const BEFORE = 50;
/** Looking further for a word than this takes longer than it tells. */
const MOST_CHARS = 100_000;

export function snippetOf(text: string, terms: readonly Term[]): readonly TextPiece[] {
  const body = text.length > MOST_CHARS ? text.slice(0, MOST_CHARS) : text;
  const folded = fold(body);
  const wanted = terms.flatMap(wordsOf);
  const numbers = numbersAt(body, terms);
  const firstWord = wanted.reduce<number | null>((earliest, word) => {
    const at = findWord(folded.text, word, 0);
    return at === -1 ? earliest : Math.min(earliest ?? at, at);
  }, null);
  const firsts = [
    ...(firstWord === null ? [] : [folded.placeOf(firstWord)]),
    ...numbers.slice(0, 1).map(({ from }) => from),
  ];
  const first = firsts.length === 0 ? 0 : Math.min(...firsts);
  const from = first <= BEFORE ? 0 : wordStart(body, first - BEFORE);
  const until = from + LENGTH >= body.length ? body.length : wordStart(body, from + LENGTH);
  const matches = [
    ...matchesIn(folded, wanted, from, until),
    ...numbers.filter((one) => one.from >= from && one.until <= until),
  ];
  return piecesOf(
    body,
    from,
    until,
    matches.toSorted((a, b) => a.from - b.from || b.until - a.until),
  );
}

/** Are all the words in it, as search finds them? */
export function holdsAll(text: string, terms: readonly Term[]): boolean {
  const { text: folded } = fold(text);
  return terms.every(
    (term) => wordsOf(term).every((word) => findWord(folded, word, 0) !== -1) || numbersAt(text, [term]).length > 0,
  );
}

/** Where a number that was looked for stands in groups. */
function numbersAt(body: string, terms: readonly Term[]): readonly Match[] {
  const forms = new Set(terms.flatMap(({ words }) => [...closedForms(words), foldWord(words)]));
  if (![...forms].some((form) => /\d{6}/.test(form))) return [];
  return numbersIn(body).filter((number) => number.forms.some((form) => forms.has(form)));
}

type Folded = {
  /** As the index has it: without case and diacritics, ligatures spelled out. */
  readonly text: string;
  /** Where in the text itself the letter at this place stands. */
  readonly placeOf: (at: number) => number;
};

/** Nearly all text folds letter by letter, and then places in the one are places in the other. */
function fold(text: string): Folded {
  const lower = text.toLowerCase();
  if (lower.length === text.length && !/\p{M}/u.test(text) && searchLetters(text) === text) {
    return { text: lower.replace(/[\u0080-\uffff]/g, withoutMarks), placeOf: (at) => at };
  }
  let folded = '';
  const places: number[] = [];
  // A Chinese page has thousands of letters and some hundreds of different ones.
  const known = new Map<string, string>();
  let place = 0;
  for (const letter of text) {
    const spelled = known.get(letter) ?? foldWord(letter);
    known.set(letter, spelled);
    folded += spelled;
    for (let index = 0; index < spelled.length; index += 1) places.push(place);
    place += letter.length;
  }
  return { text: folded, placeOf: (at) => places[at] ?? text.length };
}

function withoutMarks(letter: string): string {
  const base = letter.normalize('NFD');
  return base.length > 1 ? (base[0] ?? letter) : letter;
}

const foldWord = (text: string): string => searchLetters(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Wanted = { readonly word: string; readonly isPrefix: boolean };

/** The words of a phrase are marked each; only the last may be a beginning. */
function wordsOf({ words, isPrefix }: Term): readonly Wanted[] {
  const parts = foldWord(words).match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.map((word, index) => ({ word, isPrefix: isPrefix && index === parts.length - 1 }));
}

function findWord(folded: string, { word, isPrefix }: Wanted, from: number): number {
  for (let at = folded.indexOf(word, from); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (!isWordChar(folded[at - 1]) && (isPrefix || !isWordChar(folded[at + word.length]))) return at;
  }
  return -1;
}

function matchesIn(folded: Folded, wanted: readonly Wanted[], from: number, until: number): readonly Match[] {
  const found: Match[] = [];
  for (const one of wanted) {
    for (let at = findWord(folded.text, one, 0); at !== -1; at = findWord(folded.text, one, at + 1)) {
      let end = at + one.word.length;
      while (one.isPrefix && isWordChar(folded.text[end])) end += 1;
      const place = folded.placeOf(at);
      if (place >= until) break;
      // A letter that is written as two ends with the second of them.
      if (place >= from) found.push({ from: place, until: Math.min(until, folded.placeOf(end - 1) + 1) });
    }
  }
  return found;
}

function piecesOf(body: string, from: number, until: number, matches: readonly Match[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const add = (start: number, end: number, isMatch: boolean): void => {
    const text = body.slice(start, end).replaceAll(/\s+/g, ' ');
    if (text !== '') pieces.push({ text, isMatch });
  };
  let at = from;
  for (const match of matches) {
    if (match.from < at) continue;
    add(at, match.from, false);
    add(match.from, match.until, true);
    at = match.until;
  }
  add(at, until, false);
  if (from > 0) pieces.unshift({ text: '… ', isMatch: false });
  if (until < body.length) pieces.push({ text: ' …', isMatch: false });
  return pieces;
}

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);

/** The start of the word that the place is in, or the place itself where a word is endless. */
function wordStart(text: string, at: number): number {
  for (let start = at; start > at - 30 && start > 0; start -= 1) {
    if (!isWordChar(text[start - 1])) return start;
  }
  return at;
}
