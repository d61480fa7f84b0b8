// Address lists (RFC 5322 3.4) as senders really write them: groups, comments as names, quoted local parts, missing brackets,
// commas inside encoded words. The structure is read before anything is decoded, so an encoded name can never become an address.
import type { Address } from '../../../../domain/conversation/message.ts';
import { encodedWordAt, readableValue } from './header-words.ts';
import { LIMITS } from './limits.ts';

/** Group members come out flat. An entry without an address is kept with address '' when `keepNameless`, else left out. */
export function parseAddresses(header: string, keepNameless = false, charset = ''): readonly Address[] {
  const found: Address[] = [];
  let phrase = '';
  let comment = '';
  let angle: string | null = null;
  // What has no end once has none later either; looking again at every opening would be quadratic.
  let noWordsLeft = false;
  let noQuotesLeft = false;
  const lastClose = header.lastIndexOf('>');

  const finish = (): void => {
    const entry = entryOf(phrase, comment, angle, charset);
    if (entry !== null && (entry.address !== '' || keepNameless) && found.length < LIMITS.addresses) found.push(entry);
    phrase = '';
    comment = '';
    angle = null;
  };

  let at = 0;
  while (at < header.length && found.length < LIMITS.addresses) {
    const letter = header[at] as string;
    if (letter === '"' && !noQuotesLeft) {
      const end = quotedEnd(header, at);
      noQuotesLeft = end === at + 1;
      phrase += header.slice(at, end);
      at = end;
    } else if (letter === '(') {
      const end = commentEnd(header, at);
      comment += `${comment === '' ? '' : ' '}${header.slice(at + 1, end - 1)}`;
      at = end;
      phrase += ' ';
    } else if (letter === '<') {
      if (angle !== null) finish();
      const end = angleEnd(header, at, lastClose);
      angle = header.slice(at + 1, end.close);
      at = end.next;
    } else if (letter === ',' || letter === ';') {
      finish();
      at += 1;
    } else if (letter === ':' && angle === null && !phrase.includes('@')) {
      // The name of a group; its members follow and ";" ends it like a comma does.
      phrase = '';
      comment = '';
      at += 1;
    } else if (letter === '[') {
      const end = header.indexOf(']', at);
      const until = end < 0 || end - at > 100 ? at + 1 : end + 1;
      phrase += header.slice(at, until);
      at = until;
    } else if (letter === '=' && header[at + 1] === '?' && !noWordsLeft) {
      const word = encodedWordAt(header, at, LONGEST_ENTRY);
      if (word === 'none-left') noWordsLeft = true;
      const isWord = word !== null && word !== 'none-left';
      const until = isWord ? word.end : at + 2;
      phrase += header.slice(at, until);
      at = until;
    } else {
      const end = nextSpecial(header, at + 1);
      phrase += header.slice(at, end);
      at = end;
    }
  }
  finish();
  return found;
}

/** Longer than any name or address; keeps what follows linear. */
const LONGEST_ENTRY = 2_000;

function entryOf(phrase: string, comment: string, angle: string | null, charset: string): Address | null {
  const words = phrase.slice(0, LONGEST_ENTRY).trim();
  if (angle === null) {
    // A bare address, perhaps with its name in a comment; or words without an address.
    const isAddress = /@/.test(words) && (!/\s/.test(words) || words.startsWith('"') || /^\S+\s*@\s*\S+$/.test(words));
    if (isAddress) return { name: nameOf(comment, charset), address: cleanAddress(words, charset) };
    const inside = /\s/.test(words) ? words.split(/\s+/).find((word) => /^[^\s"@]+@[^\s"@]+$/.test(word)) : undefined;
    if (inside !== undefined) {
      return { name: nameOf(words.replace(inside, ' '), charset), address: cleanAddress(inside, charset) };
    }
    const name = nameOf(words === '' ? comment : words, charset);
    return name === '' ? null : { name, address: '' };
  }
  const address = cleanAddress(angle, charset);
  const name = nameOf(words === '' ? comment : words, charset);
  return address === '' && name === '' ? null : { name, address };
}

function nameOf(words: string, charset: string): string {
  const plain = words.includes('"') ? withoutQuotes(words) : words;
  return readableValue(plain.replace(/\s+/g, ' '), charset).trim();
}

function withoutQuotes(words: string): string {
  let text = '';
  for (let at = 0; at < words.length; at += 1) {
    const letter = words[at] as string;
    if (letter === '\\' && at + 1 < words.length) text += words[(at += 1)] as string;
    else if (letter !== '"') text += letter;
  }
  return text;
}

/** Without route (RFC 5322 4.4), comments, stray brackets and blanks; a quoted local part keeps its quotes. */
function cleanAddress(raw: string, charset: string): string {
  let text = raw.slice(0, LONGEST_ENTRY);
  text = text.includes('(') ? text.replace(/\([^()]{0,200}\)/g, '') : text;
  text = text.trim();
  if (text.startsWith('@') && text.includes(':')) text = text.slice(text.lastIndexOf(':') + 1);
  if (/^mailto:/i.test(text) && !text.includes('?')) text = text.slice(7);
  text = text.startsWith('"') ? text.replace(/"\s*@\s*/, '"@') : text.replace(/[\s<>]+/g, '');
  text = readableAddress(text, charset);
  return text === '@' ? '' : text;
}

const readableAddress = (text: string, charset: string): string =>
  // Encoded words have no place in an address (RFC 2047 5) and stay as written; only raw eight-bit letters are read.
  text.includes('=?') ? text.replace(/[^\x21-\x7e]/g, '') : readableValue(text, charset);

const SPECIALS: ReadonlySet<number> = new Set(Buffer.from('"(<,;:[='));

function nextSpecial(header: string, from: number): number {
  let at = from;
  while (at < header.length && !SPECIALS.has(header.charCodeAt(at))) at += 1;
  return at;
}

function quotedEnd(header: string, start: number): number {
  for (let at = start + 1; at < header.length; at += 1) {
    const code = header.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 34) return at + 1;
  }
  // Never closed: then the quote was a letter, and the rest is read without it.
  return start + 1;
}

function commentEnd(header: string, start: number): number {
  let depth = 0;
  for (let at = start; at < header.length; at += 1) {
    const code = header.charCodeAt(at);
    if (code === 92) at += 1;
    else if (code === 40) depth += 1;
    else if (code === 41 && (depth -= 1) === 0) return at + 1;
  }
  return header.length + 1;
}

/** `<` is closed by the first `>` outside quotes, or by the next comma or `<` when somebody forgot it. */
function angleEnd(header: string, start: number, lastClose: number): { readonly close: number; readonly next: number } {
  let isQuoted = false;
  for (let at = start + 1; at < header.length; at += 1) {
    const letter = header[at] as string;
    if (letter === '\\') at += 1;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === '>') return { close: at, next: at + 1 };
    else if (letter === '<' || (letter === ',' && (lastClose < at || at - start > LONGEST_ENTRY))) {
      return { close: at, next: at };
    }
  }
  return { close: header.length, next: header.length };
}
