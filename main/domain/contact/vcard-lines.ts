// The lines of a vCard, of all three versions that are about: unfolded, decoded, taken apart into name, parameters and value. What
// the properties mean is vcard-read.ts.
//
// One reader for vCard 2.1 (1996), 3.0 (RFC 2426) and 4.0 (RFC 6350): exports say one version and write another, and of a library's
// strict reading the rest would be lost. 2.1 has bare parameters ("TEL;CELL:"), quoted-printable and a charset of its own a line.

export type VcardLine = {
  /** "item1.TEL" belongs together with "item1.X-ABLabel". '': none. */
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  /** Upper-case names; bare ones of 2.1 are of the type TYPE, or of ENCODING. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** Still escaped: a ";" may part it, or be part of it. */
  readonly value: string;
};

/** A line longer than this is a picture, or an attack. */
const LONGEST_LINE = 200_000;

/** Each card's lines, in the order of the file; what lies outside of cards is nobody's, and so are cards within cards (AGENT). */
export function vcardLines(text: string): readonly (readonly VcardLine[])[] {
  const cards: VcardLine[][] = [];
  let depth = 0;
  for (const line of unfolded(text)) {
    const parsed = line.length > LONGEST_LINE ? null : parsedLine(line);
    if (parsed === null) continue;
    const isCard = parsed.value.trim().toUpperCase() === 'VCARD';
    if (parsed.name === 'BEGIN' && isCard) {
      depth += 1;
      if (depth === 1) cards.push([]);
    } else if (parsed.name === 'END' && isCard) depth = Math.max(0, depth - 1);
    else if (depth === 1) cards.at(-1)?.push(parsed);
  }
  return cards;
}

/** RFC 6350 3.2; and in 2.1 a line of quoted-printable goes on below a "=" at its end. */
function unfolded(text: string): readonly string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.length - 1;
    if (isOpen) lines[last] = `${lines[last]?.slice(0, -1) ?? ''}${line}`;
    else if (/^[ \t]/.test(line) && last >= 0) lines[last] += line.slice(1);
    else lines.push(line);
    const whole = lines.at(-1) ?? '';
    isOpen = whole.endsWith('=') && /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(whole);
  }
  return lines;
}

function parsedLine(line: string): VcardLine | null {
  const colon = colonOf(line);
  const [head = '', ...rest] = colon < 0 ? [] : partsOf(line.slice(0, colon));
  const dot = head.lastIndexOf('.');
  const name = head.slice(dot + 1).toUpperCase();
  if (!/^[A-Z0-9-]+$/.test(name)) return null;
  const params = new Map<string, readonly string[]>();
  for (const part of rest) {
    const at = part.indexOf('=');
    const bare = part.toUpperCase();
    const key = at < 0 ? (ENCODINGS.has(bare) ? 'ENCODING' : 'TYPE') : part.slice(0, at).toUpperCase();
    const values = part
      .slice(at + 1)
      .split(',')
      .map((value) => value.replaceAll(/^"|"$/g, ''));
    params.set(key, [...(params.get(key) ?? []), ...values]);
  }
  const value = line.slice(colon + 1);
  const encoding = params.get('ENCODING')?.[0]?.toUpperCase();
  return {
    group: dot < 0 ? '' : head.slice(0, dot).toLowerCase(),
    name,
    params,
    value: encoding === 'QUOTED-PRINTABLE' ? fromQuotedPrintable(value, params.get('CHARSET')?.[0] ?? 'utf-8') : value,
  };
}

const ENCODINGS: ReadonlySet<string> = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT', 'B']);

/** The first that is not within quotation marks; -1: none. */
function colonOf(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

const partsOf = (head: string): readonly string[] => head.match(/(?:[^;"]|"[^"]*"?)+/g) ?? [];

function fromQuotedPrintable(value: string, charset: string): string {
  const bytes: number[] = [];
  for (const [, code, text] of value.matchAll(/=([0-9a-f]{2})|([^=]+|=)/gi)) {
    if (code === undefined) bytes.push(...new TextEncoder().encode(text));
    else bytes.push(Number.parseInt(code, 16));
  }
  return decoded(Uint8Array.from(bytes), charset).replaceAll(/\r\n|\r/g, '\n');
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A charset that nobody knows: most of its letters are those of this one.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The fields of a structured value such as N and ADR, unescaped. */
export const fieldsOf = (value: string): readonly string[] =>
  value.split(/(?<!\\);/).map((field) => plainValue(field).trim());

/** The items of a list such as CATEGORIES. */
export const itemsOf = (value: string): readonly string[] =>
  value.split(/(?<!\\),/).map((item) => plainValue(item).trim());

/** RFC 6350 3.4; 2.1 escapes the semicolon alone. */
export const plainValue = (value: string): string =>
  value.replaceAll(/\\([\\,;:nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
