// Header fields as RFC 5322 and RFC 2047 want them written: no line of more than 998 letters, nothing but ASCII, and nothing that
// a sender once wrote able to begin a field of its own.
import type { Address } from '../../domain/conversation/message.ts';

const CRLF = '\r\n';
/** RFC 2047 2: an encoded word has at most 75 letters, of which its frame takes 12; three bytes become four letters. */
const WORD_BYTES = 45;
const LINE_LETTERS = 76;

export function headerLine(name: string, value: string): string {
  return fold(`${name}: ${isPlain(value) ? oneLine(value) : encodedWords(oneLine(value))}`) + CRLF;
}

/** '' where there is nobody. */
export function addressLine(name: string, people: readonly Address[]): string {
  if (people.length === 0) return '';
  return fold(`${name}: ${people.map(written).join(', ')}`) + CRLF;
}

/** Of Message-IDs, without their brackets. */
export function idLine(name: string, ids: readonly string[]): string {
  return ids.length === 0 ? '' : fold(`${name}: ${ids.map((id) => `<${oneLine(id)}>`).join(' ')}`) + CRLF;
}

function written({ name, address }: Address): string {
  const bare = oneLine(address).replaceAll(/[<>]/g, '');
  if (name === '') return bare === '' ? '""' : `<${bare}>`;
  const shown = oneLine(name);
  const phrase = isPlain(shown) ? `"${shown.replaceAll(/["\\]/g, '\\$&')}"` : encodedWords(shown);
  return bare === '' ? phrase : `${phrase} <${bare}>`;
}

/** What looks like an encoded word already would be read as one. */
const isPlain = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text) && !text.includes('=?');

// eslint-disable-next-line no-control-regex -- they are what is taken out
const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim();

function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join(' ');
}

/** At blanks only; what has none stays one line. */
function fold(line: string): string {
  const lines: string[] = [];
  let open = '';
  for (const word of line.split(' ')) {
    if (open !== '' && open.trim() !== '' && open.length + 1 + word.length > LINE_LETTERS) {
      lines.push(open);
      open = ` ${word}`;
    } else {
      open = open === '' ? word : `${open} ${word}`;
    }
  }
  return [...lines, open].join(CRLF);
}
