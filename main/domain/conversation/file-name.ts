// A name that a sender chose, made into one that is safe to write on Windows, macOS and Linux: one path component, no
// device, nothing hidden, nothing that reads differently from what it is. What it opens with is decided elsewhere.
import { anywhere, oneOf } from '../phrases.ts';

/**
 * Never empty, at most 200 bytes in UTF-8 (255 is the limit of file systems; " (2)" must still fit). Safe names stay as
 * they are.
 */
export function safeFileName(name: string): string {
  // What nobody sees goes first: it may stand between a letter and its accent, or between two dots.
  let safe = lastComponent(name.slice(0, 4_096).toWellFormed().replace(UNSEEN, '').normalize('NFC'));
  safe = safe
    .replace(/[<>:"|?*/\\\uFFFD]/g, '_')
    // A run of blanks pushes the real extension out of sight.
    .replace(/\s+/g, ' ');
  const bareExtension = /^\s*\.([a-z0-9]{1,5})$/i.exec(safe);
  if (bareExtension !== null) safe = `${NAMELESS}.${bareExtension[1] ?? ''}`;
  safe = withoutBadEnds(safe);
  if (safe === '') return NAMELESS;
  if (isReserved(safe)) safe = `_${safe}`;
  // Cutting may leave a blank or a dot at the end again.
  return withoutBadEnds(shortened(safe)) || NAMELESS;
}

const NAMELESS = 'bijlage';
const MOST_BYTES = 200;

const UNSEEN = new RegExp(
  oneOf`
    # controls
    [\u0000-\u001f\u007f-\u009f]
    # invisible letters: soft hyphen, fillers, the mark of byte order
    [\u00ad\u115f\u1160\u180e\u3164\ufeff]
    # of no width, ends of lines, marks that change the direction of writing
    [\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f]
    # marks between lines, tags
    [\ufff9-\ufffc]
    [\u{e0000}-\u{e007f}]
  `,
  'gu',
);

/** Paths lose their folders; a lone slash, as in "offerte 12/2025.pdf", is only a letter that cannot stay. */
function lastComponent(name: string): string {
  const isPath = /^(?:[a-z]:|~?[\\/])|\\|(?:^|[\\/])\.{1,2}(?:[\\/]|$)/i.test(name);
  if (!isPath) return name.replaceAll('/', '-');
  return name.split(/[\\/]/).findLast((part) => !/^[\s.]*$/.test(part)) ?? '';
}

/** Leading dots hide, a leading dash is an option to a command, Windows drops dots and blanks at the end. */
function withoutBadEnds(name: string): string {
  const start = name.search(/[^\s.-]/);
  if (start < 0) return '';
  // Letter by letter: a pattern that ends in "$" tries every run of dots again from each of its dots.
  let end = name.length;
  while (end > start && /[\s.]/.test(name[end - 1] ?? '')) end -= 1;
  return name.slice(start, end);
}

// Device names on Windows, whatever follows the first dot; and files that the system itself obeys.
const DEVICE = oneOf`
  con|prn|aux|nul|clock\$|conin\$|conout\$
  com[0-9¹²³]|lpt[0-9¹²³]
`;
const RESERVED = anywhere('i')`
  ^(?:${DEVICE})(?:\s*\.|\s*$)
  ^(?:desktop\.ini|autorun\.inf|thumbs\.db)$
`;
const isReserved = (name: string): boolean => RESERVED.test(name);

function shortened(name: string): string {
  if (bytesOf(name) <= MOST_BYTES) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  let stem = '';
  let bytes = bytesOf(extension);
  for (const letter of name.slice(0, name.length - extension.length)) {
    bytes += bytesOf(letter);
    if (bytes > MOST_BYTES) break;
    stem += letter;
  }
  return stem.replace(/[\s.]+$/, '') + extension;
}

/** Length in UTF-8 of well-formed text. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
