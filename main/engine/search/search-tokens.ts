// Cuts what was typed into pieces: words, "phrases", key:value, each perhaps behind a minus. Numbers written in groups stay whole.
// What the keys mean is domain/search/search-keys.ts.
import { numbersIn } from './number-forms.ts';

export type Token = {
  /** As typed, minus and key included. */
  readonly text: string;
  /** Lower case, or null. */
  readonly key: string | null;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isExcluded: boolean;
};

/** More words than this narrow nothing any more, and each costs a walk through the index. */
const MOST_TOKENS = 24;

// key:"two words", key:value, "a phrase", or anything up to a blank. A quote that is never closed runs to the end.
const PIECE = /(-?)(?:(\p{L}{1,12}):)?(?:"([^"]*)(?:"|$)|(\S+))/uy;

export function tokensOf(query: string): readonly Token[] {
  const numbers = numbersIn(query);
  const tokens: Token[] = [];
  let at = 0;
  while (tokens.length < MOST_TOKENS) {
    while (/\s/.test(query[at] ?? '')) at += 1;
    if (at >= query.length) break;
    const number = numbers.find(({ from }) => from === at);
    PIECE.lastIndex = at;
    const piece = PIECE.exec(query);
    if (piece === null) {
      // A key with nothing behind it, such as "van:" while the rest is still being typed.
      const end = nextBlank(query, at);
      tokens.push(wordOf(query.slice(at, end)));
      at = end;
    } else if (number !== undefined && number.until > at + piece[0].length) {
      tokens.push(wordOf(query.slice(at, number.until)));
      at = number.until;
    } else {
      const [text, minus = '', key, quoted, bare] = piece;
      tokens.push({
        text,
        key: key?.toLowerCase() ?? null,
        value: quoted ?? bare ?? '',
        isQuoted: quoted !== undefined,
        isExcluded: minus !== '',
      });
      at += text.length;
    }
  }
  return tokens;
}

const wordOf = (text: string): Token => ({ text, key: null, value: text, isQuoted: false, isExcluded: false });

function nextBlank(query: string, from: number): number {
  let at = from;
  while (at < query.length && !/\s/.test(query[at] ?? '')) at += 1;
  return at;
}
