// Splits a mail into its parts as ranges of the bytes, without decoding any of them. A work list instead of recursion, with
// limits on depth and number, so that a hostile mail costs time in proportion to its size and nothing more.
import { firstField, readHeader, type HeaderField } from './header-block.ts';
import { parseParams, type ValueWithParams } from './header-params.ts';
import { LIMITS } from './limits.ts';
import { transferEncodingOf, type TransferEncoding } from './transfer-encoding.ts';

export type MimePart = {
  /** IMAP body section (RFC 9051 6.4.5): "1" for the only part, "2.1" for one of several; '' for a multipart at the top. */
  readonly section: string;
  readonly type: ValueWithParams;
  readonly disposition: ValueWithParams;
  readonly encoding: TransferEncoding;
  readonly contentId: string | null;
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly children: readonly MimePart[];
};

export type MimeTree = { readonly root: MimePart; readonly isTooComplex: boolean; readonly isDamaged: boolean };

type OpenPart = { -readonly [key in keyof MimePart]: MimePart[key] } & { children: OpenPart[] };

export function readMimeTree(bytes: Buffer): MimeTree {
  const start = skipEmptyLines(bytes);
  const root = readPart(bytes, start, bytes.length, 'text/plain');
  let isTooComplex = root.isCut;
  let isDamaged = false;
  let parts = 1;
  const waiting: { readonly part: OpenPart; readonly depth: number }[] = [{ part: root.part, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, depth } = next;
    if (!part.type.value.startsWith('multipart/')) continue;
    if (depth >= LIMITS.depth) {
      isTooComplex = true;
      continue;
    }
    const ranges = splitBody(bytes, part, LIMITS.parts - parts);
    if (ranges === null) {
      // No boundary, or none found: what is there is text to whoever wrote it.
      isDamaged = true;
      part.type = { value: 'text/plain', params: part.type.params };
      continue;
    }
    isTooComplex ||= ranges.hasMore;
    parts += ranges.found.length;
    const inner = part.type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    for (const [from, to] of ranges.found) {
      const child = readPart(bytes, from, to, inner);
      isTooComplex ||= child.isCut;
      child.part.section = `${part.section === '' ? '' : `${part.section}.`}${part.children.length + 1}`;
      part.children.push(child.part);
      waiting.push({ part: child.part, depth: depth + 1 });
    }
  }
  if (root.part.children.length === 0) root.part.section = '1';
  return { root: root.part, isTooComplex, isDamaged };
}

function readPart(
  bytes: Buffer,
  start: number,
  end: number,
  defaultType: string,
): { readonly part: OpenPart; readonly isCut: boolean } {
  const header = readHeader(bytes, start, end);
  return {
    part: {
      ...describePart(header.fields, defaultType),
      section: '',
      bodyStart: header.bodyStart,
      bodyEnd: end,
      children: [],
    },
    isCut: header.isCut,
  };
}

function describePart(
  fields: readonly HeaderField[],
  defaultType: string,
): Pick<MimePart, 'type' | 'disposition' | 'encoding' | 'contentId' | 'fields'> {
  let type = parseParams(firstField(fields, 'content-type'));
  // RFC 2045 5.2: no type, or one that is not a type, is plain text.
  if (!/^[^\s/]+\/[^\s/]+/.test(type.value)) {
    const bare =
      type.value === 'text' ? 'text/plain' : type.value.startsWith('multipart') ? 'multipart/mixed' : defaultType;
    type = { value: bare, params: type.params };
  }
  return {
    type,
    disposition: parseParams(firstField(fields, 'content-disposition')),
    encoding: transferEncodingOf(firstField(fields, 'content-transfer-encoding')),
    contentId: firstField(fields, 'content-id').replace(/[<>\s]/g, '') || null,
    fields,
  };
}

type Ranges = { readonly found: readonly (readonly [number, number])[]; readonly hasMore: boolean };

function splitBody(bytes: Buffer, part: MimePart, maxParts: number): Ranges | null {
  const written = part.type.params['boundary'] ?? '';
  const ranges =
    written !== '' && written.length <= LIMITS.boundaryLength ? splitAt(bytes, part, written, maxParts) : null;
  if (ranges !== null) return ranges;
  const guess = guessBoundary(bytes, part);
  return guess === null ? null : splitAt(bytes, part, guess, maxParts);
}

function splitAt(whole: Buffer, part: MimePart, boundary: string, maxParts: number): Ranges | null {
  // A search must not run past the part's own end: with many parts that is quadratic.
  const bytes = whole.subarray(0, part.bodyEnd);
  const found: [number, number][] = [];
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  let partStart = -1;
  let at = findDelimiter(bytes, delimiter, part.bodyStart, part);
  while (at !== null) {
    if (partStart >= 0) found.push([partStart, withoutLineEnd(bytes, partStart, at.start)]);
    if (found.length > maxParts) return { found: found.slice(0, Math.max(0, maxParts)), hasMore: true };
    partStart = at.isClose ? -1 : at.next;
    // What stands after the closing line is epilogue (RFC 2046 5.1.1).
    if (at.isClose) break;
    at = findDelimiter(bytes, delimiter, at.next, part);
  }
  if (partStart >= 0 && partStart < part.bodyEnd) found.push([partStart, part.bodyEnd]);
  return found.length === 0 ? null : { found, hasMore: false };
}

type Delimiter = { readonly start: number; readonly next: number; readonly isClose: boolean };

function findDelimiter(bytes: Buffer, delimiter: Buffer, from: number, part: MimePart): Delimiter | null {
  let start = bytes.indexOf(delimiter, from);
  while (start >= 0 && start < part.bodyEnd) {
    const before = bytes[start - 1];
    if (start === part.bodyStart || before === 10 || before === 13) {
      let after = start + delimiter.length;
      const isClose = bytes[after] === 45 && bytes[after + 1] === 45;
      if (isClose) after += 2;
      while (bytes[after] === 32 || bytes[after] === 9) after += 1;
      if (bytes[after] === 13 && bytes[after + 1] === 10) return { start, next: after + 2, isClose };
      if (bytes[after] === 10 || bytes[after] === 13) return { start, next: after + 1, isClose };
      if (after >= part.bodyEnd) return { start, next: part.bodyEnd, isClose };
    }
    start = bytes.indexOf(delimiter, start + delimiter.length);
  }
  return null;
}

const withoutLineEnd = (bytes: Buffer, from: number, end: number): number => {
  if (end > from && bytes[end - 1] === 10) return end - 1 > from && bytes[end - 2] === 13 ? end - 2 : end - 1;
  return end > from && bytes[end - 1] === 13 ? end - 1 : end;
};

/** The sender forgot to name it, or named another one: the first line that starts with two dashes tells. */
function guessBoundary(bytes: Buffer, part: MimePart): string | null {
  const head = bytes.toString('latin1', part.bodyStart, Math.min(part.bodyEnd, part.bodyStart + 4_000));
  const line = /(?:^|\n)--([^\s-][^\r\n]{0,200}|-[^\r\n]{3,200})\r?\nContent-/i.exec(head);
  return line === null ? null : (line[1] ?? '').trimEnd();
}

function skipEmptyLines(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === 10 || bytes[at] === 13) at += 1;
  return at === bytes.length ? 0 : at;
}
