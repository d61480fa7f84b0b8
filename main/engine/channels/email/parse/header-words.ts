// Header values as people read them: encoded words (RFC 2047), raw eight-bit text, and nothing that could act as a control.
import { decodeCharset } from './charset.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts';

/** `value` holds bytes as latin1. `charset` is a guess for raw eight-bit text, such as the body's. Safe to show. */
export function readableValue(value: string, charset = ''): string {
  return withoutControls(decodeWords(value, charset));
}

export function decodeWords(value: string, charset = ''): string {
  let from = value.indexOf('=?');
  if (from < 0) return rawText(value, charset);
  let text = '';
  let plainFrom = 0;
  // Words of one charset that follow each other are joined as bytes: senders cut letters in half (RFC 2047 5 forbids it).
  let pending: Buffer[] = [];
  let pendingCharset = '';
  const flush = (): void => {
    if (pending.length > 0)
      text += decodeCharset(pending.length === 1 ? (pending[0] as Buffer) : Buffer.concat(pending), pendingCharset);
    pending = [];
  };
  while (from >= 0) {
    const word = encodedWordAt(value, from);
    if (word === 'none-left') break;
    if (word === null) {
      from = value.indexOf('=?', from + 2);
      continue;
    }
    const between = value.slice(plainFrom, from);
    // Blanks between two encoded words are not shown (RFC 2047 6.2).
    const follows = plainFrom > 0 && between.trim() === '';
    if (!follows || word.charset !== pendingCharset) flush();
    if (!follows) text += rawText(between, charset);
    pending.push(word.bytes);
    pendingCharset = word.charset;
    plainFrom = word.end;
    from = value.indexOf('=?', plainFrom);
  }
  flush();
  return text + rawText(value.slice(plainFrom), charset);
}

type EncodedWord = { readonly charset: string; readonly bytes: Buffer; readonly end: number };

/**
 * `none-left`: no word ends after this place, so looking on is wasted (and was quadratic). `longest`: what is longer is no word; for
 * whoever goes on right behind the opening of one, as a far end would be read again from each opening (100 ms at 10 kB).
 */
export function encodedWordAt(value: string, at: number, longest?: number): EncodedWord | null | 'none-left' {
  const charsetEnd = value.indexOf('?', at + 2);
  if (charsetEnd < 0) return 'none-left';
  const encoding = value.charCodeAt(charsetEnd + 1) | 32;
  if (value.charCodeAt(charsetEnd + 2) !== 63 || (encoding !== 98 && encoding !== 113)) return null;
  const charset = value.slice(at + 2, charsetEnd);
  if (charset.length > 60 || !/^[\w.:*+-]+$/.test(charset)) return null;
  const start = charsetEnd + 3;
  const inside = longest === undefined ? value : value.slice(0, at + longest);
  const end = inside.indexOf('?=', start);
  if (end < 0) return longest === undefined ? 'none-left' : null;
  const content = Buffer.from(value.slice(start, end), 'latin1');
  const bytes =
    encoding === 98
      ? decodeBase64(content)
      : decodeQuotedPrintable(
          content.includes(0x5f) ? Buffer.from(content.toString('latin1').replaceAll('_', ' '), 'latin1') : content,
        );
  return { charset: charset.toLowerCase(), bytes, end: end + 2 };
}

// oxlint-disable-next-line no-control-regex
const HIGH_BYTE = /[\x80-\xff\x1b]/;
const BEYOND_BYTES = /[\u0100-\uffff]/;

function rawText(value: string, charset: string): string {
  // Letters beyond one byte: decoded before, by the server's description of the part.
  if (!HIGH_BYTE.test(value) || BEYOND_BYTES.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  // Raw UTF-8 (RFC 6532) goes first; only then the guess, as the body's charset says little about the header.
  return decodeCharset(
    bytes,
    bytes.includes(0x1b) ? 'iso-2022-jp' : charset === 'utf-8' ? '' : isLikelyFor(bytes) ? '' : charset,
  );
}

const isLikelyFor = (bytes: Buffer): boolean => !bytes.toString('utf8').includes('�');

// Controls, line separators, and the marks that turn the direction of writing (a name that reads backwards hides its end).
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/;
// oxlint-disable-next-line no-control-regex
const BREAKS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
// oxlint-disable-next-line no-control-regex
const OTHERS = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export function withoutControls(text: string): string {
  return CONTROLS.test(text) ? text.replace(BREAKS, ' ').replace(OTHERS, '') : text;
}
