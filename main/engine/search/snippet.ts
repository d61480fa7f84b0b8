// The piece of a message around the first place where the searched words stand, with those words marked. Found in the text as
// FTS5's tokenizer finds them: whole words (or beginnings), without regard to case and diacritics.
import type { SearchHit } from '../../contract/views.ts';
import type { Term } from './search-words.ts';

type Piece = SearchHit['snippet'][number];
type Match = { readonly from: number; readonly until: number };

const LENGTH = 180;
const BEFORE = 50;
/** Looking further for a word than this takes longer than it tells. */
const MOST_CHARS = 100_000;

export function snippetOf(text: string, terms: readonly Term[]): readonly Piece[] {
  const body = text.length > MOST_CHARS ? text.slice(0, MOST_CHARS) : text;
  const folded = fold(body);
  const wanted = terms.flatMap(wordsOf);
  const first = wanted.reduce<number | null>((earliest, word) => {
    const at = findWord(folded, word, 0);
    return at === -1 ? earliest : Math.min(earliest ?? at, at);
  }, null);
  const from = first === null || first <= BEFORE ? 0 : wordStart(body, first - BEFORE);
  const until = from + LENGTH >= body.length ? body.length : wordStart(body, from + LENGTH);
  return piecesOf(body, from, until, matchesIn(folded, wanted, from, until));
}

/** Same length as the text, so that places in the one are places in the other. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  // "İ" is the one letter that grows; its line is then highlighted a place off, which is better than not at all.
  return (lower.length === text.length ? lower : text).replace(/[\u0080-\uffff]/g, (char) => {
    const base = char.normalize('NFD');
    return base.length > 1 ? (base[0] ?? char) : char;
  });
}

type Wanted = { readonly word: string; readonly isPrefix: boolean };

/** The words of a phrase are marked each; only the last may be a beginning. */
function wordsOf({ words, isPrefix }: Term): readonly Wanted[] {
  const parts = fold(words).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return parts.map((word, index) => ({ word, isPrefix: isPrefix && index === parts.length - 1 }));
}

function findWord(folded: string, { word, isPrefix }: Wanted, from: number): number {
  for (let at = folded.indexOf(word, from); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (!isWordChar(folded[at - 1]) && (isPrefix || !isWordChar(folded[at + word.length]))) return at;
  }
  return -1;
}

function matchesIn(folded: string, wanted: readonly Wanted[], from: number, until: number): readonly Match[] {
  const found: Match[] = [];
  for (const one of wanted) {
    for (let at = findWord(folded, one, from); at !== -1 && at < until; at = findWord(folded, one, at + 1)) {
      let end = at + one.word.length;
      while (one.isPrefix && end < until && isWordChar(folded[end])) end += 1;
      found.push({ from: at, until: Math.min(end, until) });
    }
  }
  return found.toSorted((a, b) => a.from - b.from || b.until - a.until);
}

function piecesOf(body: string, from: number, until: number, matches: readonly Match[]): readonly Piece[] {
  const pieces: Piece[] = [];
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
