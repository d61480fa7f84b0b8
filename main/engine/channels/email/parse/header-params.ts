// Content-Type and Content-Disposition: the value and its parameters (RFC 2045 5.1), with continuations and charsets (RFC 2231)
// and the habits of programs that know neither (encoded words in quotes, blanks without quotes, backslashes in Windows paths).
import { decodeCharset } from './charset.ts';
import { readableValue, withoutControls } from './header-words.ts';

export type ValueWithParams = {
  /** Lower case. */
  readonly value: string;
  /** Lower-case names to decoded values. The first of a name wins. */
  readonly params: Readonly<Record<string, string>>;
};

export function parseParams(header: string): ValueWithParams {
  const semicolon = header.indexOf(';');
  const value = (semicolon < 0 ? header : header.slice(0, semicolon))
    .replace(/\([^()]{0,200}\)|[\s"]/g, '')
    .toLowerCase();
  if (semicolon < 0) return { value, params: {} };
  return { value, params: parametersOf(rawParams(header, semicolon + 1)) };
}

/** Parameters by name, from names and values as written: continuations joined, encodings read. */
export function parametersOf(written: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  const plain = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const [name, text] of written) {
    const star = name.indexOf('*');
    if (star < 0) {
      if (!plain.has(name)) plain.set(name, readableValue(text));
      continue;
    }
    const base = name.slice(0, star);
    const rest = name.slice(star + 1);
    const isEncoded = rest === '' || rest.endsWith('*');
    const list = pieces.get(base) ?? [];
    // A file name in more than 100 pieces is no file name.
    if (list.length < 100) list.push({ order: Number.parseInt(rest, 10) || 0, isEncoded, text });
    pieces.set(base, list);
  }
  for (const [name, list] of pieces) {
    const joined = joinPieces(list);
    if (joined !== '') plain.set(name, joined);
  }
  return Object.fromEntries(plain);
}

type Piece = { readonly order: number; readonly isEncoded: boolean; readonly text: string };

function joinPieces(pieces: readonly Piece[]): string {
  let charset = '';
  let bytes = '';
  let hasEncoded = false;
  const sorted = pieces.toSorted((a, b) => a.order - b.order);
  sorted.forEach((piece, index) => {
    let text = piece.text;
    if (piece.isEncoded) {
      hasEncoded = true;
      const mark = index === 0 ? /^([^']{0,60})'[^']{0,60}'/.exec(text) : null;
      if (mark !== null) {
        charset = mark[1] ?? '';
        text = text.slice(mark[0].length);
      }
      text = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
    bytes += text;
  });
  return hasEncoded ? withoutControls(decodeCharset(Buffer.from(bytes, 'latin1'), charset)) : readableValue(bytes);
}

function* rawParams(header: string, start: number): Generator<readonly [string, string]> {
  let at = start;
  // No sender needs more; a header of a million semicolons does not get to make a million objects.
  for (let count = 0; at < header.length && count < 500; count += 1) {
    while (at < header.length && /[\s;]/.test(header[at] as string)) at += 1;
    const equals = header.indexOf('=', at);
    if (equals < 0) return;
    const semicolon = header.indexOf(';', at);
    if (semicolon >= 0 && semicolon < equals) {
      at = semicolon + 1;
      continue;
    }
    const name = header.slice(at, equals).replace(/\s+/g, '').toLowerCase();
    at = equals + 1;
    while (header[at] === ' ' || header[at] === '\t') at += 1;
    let text: string;
    if (header[at] === '"') {
      const end = closingQuote(header, at + 1);
      text = unquoted(header.slice(at + 1, end));
      const next = header.indexOf(';', end);
      at = next < 0 ? header.length : next + 1;
    } else {
      const next = header.indexOf(';', at);
      text = header.slice(at, next < 0 ? header.length : next).trim();
      at = next < 0 ? header.length : next + 1;
    }
    // "access-type=mail-server server=x": the folded line lost its semicolon; the first word is the value.
    if (name !== '') yield [name, text];
  }
}

/** The closing quote, or the end. A quote that is followed by more text is part of it ("5" pijp.pdf"). */
function closingQuote(header: string, from: number): number {
  let last = -1;
  for (let at = from; at < header.length; at += 1) {
    const code = header.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34) {
      last = at;
      if (/^\s*(?:;|\(|$)/.test(header.slice(at + 1, at + 40))) return at;
      if (at - from > 2_000) return at;
    }
  }
  return last < 0 ? header.length : last;
}

/** RFC 822 quoting, save in Windows paths: there a backslash is a backslash. */
function unquoted(text: string): string {
  if (!text.includes('\\')) return text;
  return /^[A-Za-z]:\\[^\\]/.test(text) ? text : text.replace(/\\(.)/g, '$1');
}
