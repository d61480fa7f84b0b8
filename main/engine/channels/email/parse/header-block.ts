// The header of a mail or of a part: where it ends, and its fields unfolded but not yet decoded. Values are latin1 strings, one
// character a byte, so that charsets can still be told apart later.
import { LIMITS } from './limits.ts';

export type HeaderField = {
  /** Lower case. */
  readonly name: string;
  /** Unfolded bytes. */
  readonly value: string;
};

export type HeaderBlock = {
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
  readonly isCut: boolean;
};

export function readHeader(bytes: Buffer, start: number, end: number): HeaderBlock {
  const block = bytes.toString(
    'latin1',
    start,
    Math.min(emptyLineAfter(bytes, start, end), start + LIMITS.headerBytes),
  );
  const fields: HeaderField[] = [];
  let isCut = false;
  let at = 0;
  let bodyStart = -1;
  // Lines that are no field: skipped when fields follow (a relay's log line), the start of the body when none does
  // (a sender who forgot the empty line).
  let junkStart = -1;
  let name = '';
  let value: string[] = [];
  const keep = (): void => {
    if (name === '') return;
    if (fields.length < LIMITS.fields)
      fields.push({ name, value: value.length === 1 ? (value[0] ?? '') : value.join(' ') });
    else isCut = true;
    name = '';
  };
  while (at < block.length) {
    const lineFeed = block.indexOf('\n', at);
    const next = lineFeed < 0 ? block.length : lineFeed + 1;
    const lineEnd =
      lineFeed < 0 ? block.length : block.charCodeAt(lineFeed - 1) === 13 && lineFeed > at ? lineFeed - 1 : lineFeed;
    const first = block.charCodeAt(at);
    if (lineEnd === at) {
      bodyStart = next;
      break;
    }
    if ((first === 32 || first === 9) && (name !== '' || fields.length > 0)) {
      const line = block.slice(at, lineEnd).trim();
      // A line of blanks alone ends the header for some programs and folds for others; the empty one decides.
      if (line !== '' && name !== '') value.push(line);
    } else {
      const colon = fieldNameEnd(block, at, lineEnd);
      if (colon > at) {
        keep();
        name = block.slice(at, colon).trim().toLowerCase();
        value = [
          block.slice(block.charCodeAt(colon) === 58 ? colon + 1 : block.indexOf(':', colon) + 1, lineEnd).trim(),
        ];
        junkStart = -1;
      } else {
        keep();
        // mbox separators stand before the first field, and some bounces hold one inside.
        const isMbox = block.startsWith('From ', at) || block.startsWith('>From ', at);
        if (junkStart < 0 && !(isMbox && fields.length === 0)) junkStart = at;
      }
    }
    at = next;
  }
  keep();
  if (bodyStart < 0) {
    isCut ||= block.length >= LIMITS.headerBytes;
    bodyStart = block.length;
  }
  if (junkStart >= 0 && !isCut) bodyStart = junkStart;
  return { fields, bodyStart: start + bodyStart, isCut };
}

/** Past the first empty line, so that a body of megabytes is not looked at for its header. */
function emptyLineAfter(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] === 10 || bytes[start] === 13) return Math.min(end, start + 2);
  const part = bytes.subarray(start, end);
  const windows = part.indexOf('\n\r\n', 0, 'latin1');
  const unix = (windows < 0 ? part : part.subarray(0, windows + 1)).indexOf('\n\n', 0, 'latin1');
  return unix >= 0 ? start + unix + 2 : windows >= 0 ? start + windows + 3 : end;
}

/** Place of the end of the field name (RFC 5322 2.2: printable, no colon, no blank), or -1. Blanks before the colon pass (RFC 5322 4.5). */
function fieldNameEnd(block: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = block.charCodeAt(at);
    if (code === 58) return at;
    if (code <= 32 || code >= 127) break;
    at += 1;
  }
  const nameEnd = at;
  while (block.charCodeAt(at) === 32 || block.charCodeAt(at) === 9) at += 1;
  return at > nameEnd && block.charCodeAt(at) === 58 && at < end ? nameEnd : -1;
}

export const firstField = (fields: readonly HeaderField[], name: string): string => {
  for (const field of fields) if (field.name === name) return field.value;
  return '';
};
