// From bytes and a charset label to text. Labels in mail lie often and in few ways: UTF-8 called Latin-1, Windows-1252 called
// Latin-1, anything called US-ASCII. What the bytes prove goes before what the label says; a wrong guess never throws.
import { isAscii, isUtf8 } from 'node:buffer';
import encodingJapanese from 'encoding-japanese';
import iconv from 'iconv-lite';

/** Text of `bytes`. `label` as the sender wrote it, '' where he wrote none. */
export function decodeCharset(bytes: Buffer, label: string): string {
  if (bytes.length === 0) return '';
  const charset = charsetOf(label);
  // ISO-2022, HZ and UTF-7 hide everything in seven bits, so plain bytes prove nothing for them.
  if (charset.kind === 'plain' && isAscii(bytes)) {
    return charset.isGuess && hasJapaneseEscape(bytes) ? japanese(bytes) : bytes.toString('latin1');
  }
  switch (charset.kind) {
    case 'plain':
      return eightBit(bytes, charset.name);
    case 'wide':
      return utf16(bytes, charset.name);
    case 'iso-2022-jp':
      return hasJapaneseEscape(bytes) ? japanese(bytes) : eightBit(bytes, '');
    case 'iso-2022-kr':
      return iconv.decode(shiftedToEightBit(bytes), 'cp949');
    case 'hz':
      return iconv.decode(tildeToEightBit(bytes), 'gb18030');
    case 'utf-7':
      return isAscii(bytes) ? iconv.decode(bytes, 'utf-7') : eightBit(bytes, '');
  }
}

type Charset =
  | { readonly kind: 'plain'; readonly name: string; readonly isGuess: boolean }
  | { readonly kind: 'wide'; readonly name: 'utf-16' | 'utf-16le' | 'utf-16be' | 'utf-32' | 'utf-32le' | 'utf-32be' }
  | { readonly kind: 'iso-2022-jp' | 'iso-2022-kr' | 'hz' | 'utf-7' };

// Supersets that senders mean when they write the smaller name (WHATWG Encoding, section 4.2), and odd names seen in mail.
const MEANT: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  tis620: 'windows-874',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  'iso-8859-6-i': 'iso-8859-6',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  'euc-kr': 'cp949',
  'ks_c_5601-1987': 'cp949',
  'ks_c_5601-1989': 'cp949',
  ks_c_5601: 'cp949',
  ksc5601: 'cp949',
  'x-windows-949': 'cp949',
  shift_jis: 'cp932',
  'shift-jis': 'cp932',
  sjis: 'cp932',
  'x-sjis': 'cp932',
  ms_kanji: 'cp932',
  'windows-31j': 'cp932',
  big5: 'big5-hkscs',
  'x-mac-roman': 'macintosh',
  'x-user-defined': 'windows-1252',
  cp850: 'ibm850',
  'unicode-1-1-utf-8': 'utf-8',
};
const NO_LABEL: ReadonlySet<string> = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  '7bit',
  '8bit',
  'unknown-8bit',
  'x-unknown',
  'default',
]);

function charsetOf(label: string): Charset {
  // RFC 2231 5 lets a language follow the charset of an encoded word: US-ASCII*EN.
  const name = label
    .trim()
    .replace(/^["']+|["']+$|\*.*$/g, '')
    .toLowerCase();
  if (name === 'utf-8' || name === 'utf8') return { kind: 'plain', name: 'utf-8', isGuess: false };
  if (NO_LABEL.has(name)) return { kind: 'plain', name: '', isGuess: true };
  if (name.startsWith('iso-2022-jp') || name === 'csiso2022jp') return { kind: 'iso-2022-jp' };
  if (name === 'iso-2022-kr' || name === 'csiso2022kr') return { kind: 'iso-2022-kr' };
  if (name === 'hz-gb-2312' || name === 'hz') return { kind: 'hz' };
  if (name === 'utf-7' || name === 'unicode-1-1-utf-7') return { kind: 'utf-7' };
  const wide = /^(?:utf-?|ucs-?)(16|2|32|4)(le|be)?$/.exec(name);
  if (wide !== null) {
    const width = wide[1] === '16' || wide[1] === '2' ? 'utf-16' : 'utf-32';
    return { kind: 'wide', name: wide[2] === 'le' ? `${width}le` : wide[2] === 'be' ? `${width}be` : width };
  }
  const usual = usualName(name);
  const known = [MEANT[usual] ?? usual, usual.replace(/^x-/, '')].find((one) => iconv.encodingExists(one));
  return { kind: 'plain', name: known ?? '', isGuess: known === undefined };
}

/** "ISO_8859-1:1987", "latin-1", "cp1252" and "x-cp1252" are names for what others call iso-8859-1 and windows-1252. */
function usualName(name: string): string {
  const iso = /^(?:cs)?iso[-_ ]?8859[-_ ]?(\d{1,2})(?:[-_ ]([ie]))?(?::\d{4})?$/.exec(name);
  if (iso !== null) return `iso-8859-${iso[1] ?? ''}${iso[2] === undefined ? '' : `-${iso[2]}`}`;
  const windows = /^(?:x-)?(?:windows|win|cp|ansi|ms)[-_ ]?(125\d)$/.exec(name);
  if (windows !== null) return `windows-${windows[1] ?? ''}`;
  return /^(?:latin[-_ ]?1|l1|cp819|ibm819|csisolatin1|iso-ir-100)$/.test(name) ? 'iso-8859-1' : name;
}

function eightBit(bytes: Buffer, name: string): string {
  const mayBeUtf8 = name === '' || name === 'utf-8' || name === 'windows-1252';
  if (mayBeUtf8 && isUtf8(bytes)) return onceEncoded(withoutMark(bytes.toString('utf8')));
  if (name === 'utf-8' || name === '') {
    if (hasWideMark(bytes)) return utf16(bytes, 'utf-16');
    return mostlyUtf8(bytes) ? withoutMark(bytes.toString('utf8')) : iconv.decode(bytes, 'windows-1252');
  }
  return withoutMark(iconv.decode(bytes, name));
}

/** What "é" looks like after UTF-8 was taken for Windows-1252 and made UTF-8 again. */
const TWISTED = /[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚„][\u0080-\u00bf‘’“”•–—˜™š›œžŸ¦]/;

/** Web forms and shop systems encode twice. Only where every letter of the part was twisted so: then the way back is the only one. */
function onceEncoded(text: string): string {
  if (!TWISTED.test(text)) return text;
  const back = iconv.encode(text, 'windows-1252');
  return isUtf8(back) && iconv.decode(back, 'windows-1252') === text ? back.toString('utf8') : text;
}

/** Cut off in the middle of a letter, or with a stray byte in between: still UTF-8. Latin-1 has hardly any valid sequence. */
function mostlyUtf8(bytes: Buffer): boolean {
  let sequences = 0;
  let strays = 0;
  const until = Math.min(bytes.length, 65_536);
  for (let at = 0; at < until; at += 1) {
    const byte = bytes[at] as number;
    if (byte < 0x80) continue;
    const tail =
      byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    let found = 0;
    while (found < tail && ((bytes[at + 1 + found] ?? 0) & 0xc0) === 0x80) found += 1;
    if (tail > 0 && found === tail) {
      sequences += 1;
      at += tail;
    } else strays += 1;
  }
  return sequences > strays * 4;
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const hasWideMark = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function utf16(bytes: Buffer, name: string): string {
  if (name.startsWith('utf-32')) return withoutMark(iconv.decode(bytes, name));
  // Some write UTF-16 on the label and UTF-8 in the body: no zero byte in Western text, then.
  if (!hasWideMark(bytes) && !bytes.includes(0) && isUtf8(bytes)) return bytes.toString('utf8');
  const bigEndian =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? true
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? false
        : name === 'utf-16le'
          ? false
          : name === 'utf-16be'
            ? true
            : zerosComeFirst(bytes);
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return withoutMark((bigEndian ? Buffer.from(even).swap16() : even).toString('utf16le'));
}

function zerosComeFirst(bytes: Buffer): boolean {
  let first = 0;
  let second = 0;
  for (let at = 0; at + 1 < Math.min(bytes.length, 2_000); at += 2) {
    if (bytes[at] === 0) first += 1;
    if (bytes[at + 1] === 0) second += 1;
  }
  // RFC 2781 4.3: without a mark it is big-endian, unless the bytes say otherwise.
  return first >= second;
}

const ESCAPE = 0x1b;
const hasJapaneseEscape = (bytes: Buffer): boolean => {
  const at = bytes.indexOf(ESCAPE);
  return at >= 0 && (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28);
};

const japanese = (bytes: Buffer): string =>
  encodingJapanese.convert(bytes, { to: 'UNICODE', from: 'JIS', type: 'string' });

/** ISO-2022-KR (RFC 1557): between SO and SI the eighth bit is meant. */
function shiftedToEightBit(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let isShifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x0e) isShifted = true;
    else if (byte === 0x0f) isShifted = false;
    else if (byte === ESCAPE && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3;
    else out[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte;
  }
  return out.subarray(0, length);
}

/** HZ (RFC 1843): between ~{ and ~} the eighth bit is meant; ~~ is a tilde. */
function tildeToEightBit(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let isChinese = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    const next = bytes[at + 1];
    if (byte === 0x7e && next === 0x7b) isChinese = true;
    else if (byte === 0x7e && next === 0x7d) isChinese = false;
    else if (byte === 0x7e && next === 0x7e) out[length++] = 0x7e;
    else {
      if (byte === 0x0a) isChinese = false;
      out[length++] = isChinese && byte > 0x20 ? byte | 0x80 : byte;
      continue;
    }
    at += 1;
  }
  return out.subarray(0, length);
}
