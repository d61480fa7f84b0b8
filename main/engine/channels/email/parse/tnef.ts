// Opens winmail.dat: the parcel (MS-OXTNEF) in which Outlook sometimes puts a whole mail for readers that cannot open it. Only the
// files inside are taken out. Every length is checked against what is left, and nothing is opened within what was opened.

import { decodeCharset } from './charset.ts';

export type TnefFile = {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
};

/** The files inside, in order; empty for what is not TNEF. A damaged end costs only what is behind it. */
export function decodeTnef(raw: Uint8Array): readonly TnefFile[] {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const files: TnefFile[] = [];
  let open: Draft | null = null;
  for (const { level, id, data } of tnefAttributes(bytes)) {
    if (level !== 2) continue;
    if (id === ATTRIBUTE.startOfFile) {
      if (open !== null) files.push(fileOf(open));
      if (files.length >= MOST_FILES) return files;
      open = { title: '', content: null, properties: new Map() };
    } else if (open !== null) {
      if (id === ATTRIBUTE.title) open.title = narrowText(data);
      else if (id === ATTRIBUTE.data) open.content = data;
      else if (id === ATTRIBUTE.properties) open.properties = readProperties(data);
    }
  }
  if (open !== null) files.push(fileOf(open));
  return files;
}

export type TnefAttribute = { readonly level: number; readonly id: number; readonly data: Buffer };

/** Level (1: of the letter, 2: of a file), id, length, then the data and a checksum of two bytes (2.1.3). */
export function* tnefAttributes(bytes: Buffer): Generator<TnefAttribute> {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return;
  let at = 6;
  while (at + 9 <= bytes.length) {
    const level = bytes[at] as number;
    const id = bytes.readUInt32LE(at + 1);
    const from = at + 9;
    const end = from + bytes.readUInt32LE(at + 5);
    if ((level !== 1 && level !== 2) || end > bytes.length) return;
    yield { level, id, data: bytes.subarray(from, end) };
    at = end + 2;
  }
}

export const isTnef = (contentType: string, fileName: string): boolean =>
  contentType === 'application/ms-tnef' ||
  contentType === 'application/vnd.ms-tnef' ||
  fileName.toLowerCase() === 'winmail.dat';

const SIGNATURE = 0x223e9f78;
const MOST_FILES = 500;
const MOST_PROPERTIES = 2_000;

const ATTRIBUTE = { startOfFile: 0x00069002, title: 0x00018010, data: 0x0006800f, properties: 0x00069005 } as const;
const PROPERTY = {
  displayName: 0x3001,
  data: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeType: 0x370e,
} as const;

type Draft = { title: string; content: Buffer | null; properties: ReadonlyMap<number, Property> };
export type Property = { readonly kind: number; readonly value: Buffer };

function fileOf(draft: Draft): TnefFile {
  const text = (id: number): string => {
    const property = draft.properties.get(id);
    if (property === undefined) return '';
    return property.kind === KIND.wideText
      ? withoutEnd(property.value.toString('utf16le'))
      : narrowText(property.value);
  };
  return {
    fileName: text(PROPERTY.longFileName) || draft.title || text(PROPERTY.fileName) || text(PROPERTY.displayName),
    contentType: text(PROPERTY.mimeType).toLowerCase() || 'application/octet-stream',
    // An embedded message or OLE object has its bytes in a property, behind the id of its interface.
    content: draft.content ?? draft.properties.get(PROPERTY.data)?.value.subarray(16) ?? new Uint8Array(),
  };
}

export const KIND = { text: 0x1e, wideText: 0x1f, object: 0x0d, binary: 0x102 } as const;
const VARIABLE: ReadonlySet<number> = new Set(Object.values(KIND));
const FIXED_BYTES: Readonly<Record<number, number>> = {
  0x00: 4,
  0x01: 4,
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};
const IS_LIST = 0x1000;

/** A list of MAPI properties (2.1.3.4); what does not fit ends it. */
export function readProperties(data: Buffer): ReadonlyMap<number, Property> {
  const found = new Map<number, Property>();
  if (data.length < 4) return found;
  const count = Math.min(data.readUInt32LE(0), MOST_PROPERTIES);
  let at = 4;
  const takeNumber = (): number => {
    const value = at + 4 <= data.length ? data.readUInt32LE(at) : Number.POSITIVE_INFINITY;
    at += 4;
    return value;
  };
  for (let index = 0; index < count && at + 4 <= data.length; index += 1) {
    const kind = data.readUInt16LE(at);
    const id = data.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      // Named: an id of its set, then a number or a name.
      at += 16;
      if (takeNumber() === 0) at += 4;
      else at += padded(takeNumber());
    }
    const plainKind = kind & ~IS_LIST;
    const isVariable = VARIABLE.has(plainKind);
    const values = isVariable || (kind & IS_LIST) !== 0 ? takeNumber() : 1;
    const fixed = FIXED_BYTES[plainKind];
    if (values > MOST_PROPERTIES || (!isVariable && fixed === undefined)) return found;
    for (let value = 0; value < values; value += 1) {
      const length = isVariable ? takeNumber() : (fixed ?? 0);
      if (at + length > data.length) return found;
      if (value === 0 && !found.has(id)) found.set(id, { kind: plainKind, value: data.subarray(at, at + length) });
      at += padded(length);
    }
  }
  return found;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

const withoutEnd = (text: string): string => {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
};
/** In the sender's code page, which is Windows-1252 for nearly all of them; UTF-8 where it proves to be. */
export const narrowText = (bytes: Buffer): string => withoutEnd(decodeCharset(bytes, ''));
