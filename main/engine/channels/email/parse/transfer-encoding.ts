// Content-Transfer-Encoding (RFC 2045 6), read the way real mail needs it: names with odd spelling, quoted-printable with stray
// "=", base64 with blanks, with padding in the middle, or none at the end.
export type TransferEncoding = 'plain' | 'quoted-printable' | 'base64' | 'uuencode';

export function transferEncodingOf(value: string): TransferEncoding {
  const name = value.trim().toLowerCase();
  if (name.startsWith('base64') || name === 'b') return 'base64';
  if (name.startsWith('quoted') || name === 'qp' || name === 'q') return 'quoted-printable';
  if (name === 'x-uuencode' || name === 'uuencode' || name === 'x-uue' || name === 'uue') return 'uuencode';
  return 'plain';
}

export function decodeTransfer(bytes: Buffer, encoding: TransferEncoding): Buffer {
  switch (encoding) {
    case 'plain':
      return bytes;
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    case 'base64':
      return decodeBase64(bytes);
    case 'uuencode':
      return decodeUu(bytes)?.content ?? bytes;
  }
}

/** Size after decoding, without decoding: attachments are listed long before anybody opens them. */
export function decodedSize(bytes: Buffer, encoding: TransferEncoding): number {
  if (encoding === 'plain') return bytes.length;
  if (encoding !== 'base64') return decodeTransfer(bytes, encoding).length;
  let letters = 0;
  for (let at = 0; at < bytes.length; at += 1) letters += IS_BASE64[bytes[at] as number] as number;
  return Math.floor((letters * 3) / 4);
}

const IS_BASE64 = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  IS_BASE64[letter.charCodeAt(0)] = 1;
}

export function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const padding = text.indexOf('=');
  if (padding < 0 || !/[A-Za-z0-9+/]/.test(text.slice(padding, padding + 200))) return Buffer.from(text, 'base64');
  // Joined from several encodings, each with its own padding: decode them one by one, as the decoder stops at the first.
  return Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, 'base64')));
}

const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}
const EQUALS = 0x3d;
const SPACE = 0x20;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;

export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  let next = bytes.indexOf(EQUALS);
  if (next < 0) return bytes;
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let from = 0;
  while (next >= 0) {
    length += bytes.copy(out, length, from, next);
    const high = HEX[bytes[next + 1] ?? 0] as number;
    const low = HEX[bytes[next + 2] ?? 0] as number;
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      from = next + 3;
    } else {
      // A soft break, also with blanks that a relay added before the line end; any other "=" stands for itself.
      let end = next + 1;
      while (bytes[end] === SPACE || bytes[end] === TAB) end += 1;
      if (bytes[end] === CR && bytes[end + 1] === LF) from = end + 2;
      else if (bytes[end] === LF || bytes[end] === CR) from = end + 1;
      else if (end >= bytes.length) from = end;
      else {
        out[length++] = EQUALS;
        from = next + 1;
      }
    }
    next = bytes.indexOf(EQUALS, from);
  }
  length += bytes.copy(out, length, from, bytes.length);
  return out.subarray(0, length);
}

export type UuFile = {
  readonly fileName: string;
  readonly content: Buffer;
  readonly start: number;
  readonly end: number;
};

/** The first uuencoded file in the bytes, with the range it takes there; null where there is none. */
export function decodeUu(bytes: Buffer, from = 0): UuFile | null {
  let start = bytes.indexOf('begin ', from, 'latin1');
  while (start > 0 && bytes[start - 1] !== LF && bytes[start - 1] !== CR)
    start = bytes.indexOf('begin ', start + 1, 'latin1');
  if (start < 0) return null;
  const headEnd = lineEnd(bytes, start);
  const head = /^begin [0-7]{3,4} (.{1,250}?)\r?$/.exec(
    bytes.toString('latin1', start, Math.min(headEnd, start + 300)),
  );
  if (head === null) return null;
  const out = Buffer.alloc(Math.ceil(((bytes.length - headEnd) * 3) / 4) + 3);
  let length = 0;
  let at = headEnd + 1;
  while (at < bytes.length) {
    const end = lineEnd(bytes, at);
    const count = ((bytes[at] as number) - SPACE) & 0x3f;
    if (bytes[at] === 0x65 && bytes.toString('latin1', at, at + 3) === 'end') {
      return { fileName: head[1] ?? '', content: out.subarray(0, length), start, end: Math.min(end + 1, bytes.length) };
    }
    const lineLength = (bytes[end - 1] === CR ? end - 1 : end) - at;
    // A line that is not one of uuencode's own ends it: it was only a sentence that starts with "begin".
    if (lineLength > 0 && lineLength + 2 < Math.ceil((count * 4) / 3)) return null;
    let left = lineLength > 0 ? count : 0;
    for (let place = at + 1; left > 0; place += 4) {
      const bits = [0, 1, 2, 3].map(
        (step) => ((place + step < end ? (bytes[place + step] as number) : SPACE) - SPACE) & 0x3f,
      );
      const [a = 0, b = 0, c = 0, d = 0] = bits;
      if (left-- > 0) out[length++] = (a << 2) | (b >> 4);
      if (left-- > 0) out[length++] = ((b & 15) << 4) | (c >> 2);
      if (left-- > 0) out[length++] = ((c & 3) << 6) | d;
    }
    at = end + 1;
  }
  return null;
}

const lineEnd = (bytes: Buffer, from: number): number => {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end;
};
