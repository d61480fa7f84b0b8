// Finds the tags in HTML without building a tree: for taking the text out of a page and the quote out of a reply.
// Linear in the length, whatever the page is made of. Nothing that is shown is made with this; that is the
// sanitizer's work.
import { wordSet } from '../phrases.ts';

export type HtmlTag = {
  /** Lower case; '' for comments, declarations and processing instructions. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Range of the attributes; the tag itself goes from its "<" to `end`. */
  readonly attributesFrom: number;
  readonly end: number;
};

/** The tag whose "<" stands at `open`; null when that is only a letter ("a < b"). */
export function tagAt(source: string, open: number): HtmlTag | null {
  const code = source.charCodeAt(open + 1);
  if (code === 33 || code === 63) {
    const close = source.startsWith('<!--', open) ? endAfter(source, '-->', open + 2) : endAfter(source, '>', open + 1);
    // Without an end it takes the rest with it, as in a browser.
    const end = close < 0 ? source.length : close;
    return { name: '', isClosing: false, attributesFrom: end, end };
  }
  const isClosing = code === 47;
  const nameStart = isClosing ? open + 2 : open + 1;
  let nameEnd = nameStart;
  while (isNameCode(source.charCodeAt(nameEnd)) && nameEnd - nameStart < LONGEST_NAME) nameEnd += 1;
  if (nameEnd === nameStart) return null;
  return {
    name: source.slice(nameStart, nameEnd).toLowerCase(),
    isClosing,
    attributesFrom: nameEnd,
    end: tagEnd(source, nameEnd),
  };
}

/** Place after `</name>`; the end when it never closes. */
export function afterClosing(source: string, name: string, from: number): number {
  let at = source.indexOf('</', from);
  while (at >= 0) {
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) {
      const end = endAfter(source, '>', at);
      return end < 0 ? source.length : end;
    }
    at = source.indexOf('</', at + 2);
  }
  return source.length;
}

/** What is between these tags is not for reading. */
export const UNSEEN_TAGS: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template']);

/** These begin a new line. */
export const BLOCK_TAGS = wordSet`
  address article aside blockquote body center dd div dl dt fieldset figure footer form
  h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section
  table tbody tfoot thead tr ul
`;

const LONGEST_NAME = 20;
/** A quote that somebody forgot to close would swallow the mail; no real attribute is this long, save pictures, and those are closed. */
const LONGEST_OPEN_QUOTE = 20_000;

const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58);

const endAfter = (source: string, mark: string, from: number): number => {
  const at = source.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};

/** Past the `>` that ends the tag; one inside a quoted attribute does not. */
function tagEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === 62) return at + 1;
    if ((code === 34 || code === 39) && source.charCodeAt(at - 1) === 61) {
      const close = source.indexOf(code === 34 ? '"' : "'", at + 1);
      if (close < 0 || (close - at > LONGEST_OPEN_QUOTE && !source.startsWith('data:', at + 1))) break;
      at = close;
    }
    at += 1;
  }
  const plain = endAfter(source, '>', from);
  return plain < 0 ? source.length : plain;
}
