// The words of an RTF letter as Outlook makes it: unpacked (MS-OXRTFCP) and read without its formatting. Groups that hold fonts,
// colours and pictures are left out; what a program wrapped as HTML in it (MS-OXRTFEX) is read as its text.
import { decodeCharset } from './charset.ts';

/** Every packed letter begins as if these had been written before it. */
const KNOWN =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const WINDOW = 4_096;
/** A letter of words is far below it, also one packed to promise more. */
const MOST_BYTES = 4_000_000;

/** As latin1 text; '' for what is no packed RTF. */
export function expandRtf(packed: Buffer): string {
  if (packed.length < 16) return '';
  const isPlain = packed.readUInt32LE(8) === 0x414c454d;
  if (isPlain) return packed.toString('latin1', 16);
  if (packed.readUInt32LE(8) !== 0x75465a4c) return '';
  const window = Buffer.alloc(WINDOW);
  let write = window.write(KNOWN, 'latin1');
  const out: number[] = [];
  const put = (byte: number): void => {
    out.push(byte);
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  let at = 16;
  while (at < packed.length && out.length < MOST_BYTES) {
    const control = packed[at++] as number;
    for (let bit = 0; bit < 8 && at < packed.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at++] as number);
        continue;
      }
      if (at + 1 >= packed.length) return Buffer.from(out).toString('latin1');
      const reference = packed.readUInt16BE(at);
      at += 2;
      const offset = reference >> 4;
      // A reference to the place where writing goes on is the end.
      if (offset === write) return Buffer.from(out).toString('latin1');
      for (let step = 0; step < (reference & 15) + 2; step += 1) put(window[(offset + step) % WINDOW] as number);
    }
  }
  return Buffer.from(out).toString('latin1');
}

const LEFT_OUT: ReadonlySet<string> = new Set(
  'fonttbl colortbl stylesheet info pict object header footer themedata listtable listoverridetable generator xmlnstbl'.split(
    ' ',
  ),
);
const LINES: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  cell: '\t',
  row: '\n',
};

/** One pass; groups are counted and never entered by calling. */
export function rtfToText(rtf: string): string {
  const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]{1,10000})/gi;
  let text = '';
  let bytes = '';
  let depth = 0;
  let quietFrom = Number.POSITIVE_INFINITY;
  let skip = 0;
  const flush = (): void => {
    text += decodeCharset(Buffer.from(bytes, 'latin1'), 'windows-1252');
    bytes = '';
  };
  for (const [, word, number, hex, sign, brace, plain] of rtf.matchAll(token)) {
    if (brace === '{') depth += 1;
    else if (brace === '}') {
      depth -= 1;
      if (depth < quietFrom) quietFrom = Number.POSITIVE_INFINITY;
    } else if (depth >= quietFrom) continue;
    else if (sign === '*' || (word !== undefined && LEFT_OUT.has(word))) quietFrom = depth;
    else if (word === 'htmlrtf') {
      // What stands between \htmlrtf and \htmlrtf0 is for readers without HTML, which we are.
      continue;
    } else if (word === 'u') {
      flush();
      text += String.fromCharCode(Number(number ?? 0) & 0xffff);
      // One letter for readers that know no Unicode follows.
      skip = 1;
    } else if (word !== undefined) bytes += LINES[word] ?? '';
    else if (hex !== undefined && skip > 0) skip = 0;
    else if (hex !== undefined) bytes += String.fromCharCode(Number.parseInt(hex, 16));
    else if (sign !== undefined) bytes += sign === '~' ? ' ' : '\\{}'.includes(sign) ? sign : '';
    else if (plain !== undefined) {
      bytes += plain.slice(skip);
      skip = 0;
    }
  }
  flush();
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .toWellFormed();
}
