// Whether a file that somebody sent may be opened from the desk, or only be saved, and why. Everything is decided by the name under
// which it would be written and by its first bytes; what the mail calls its type is the sender's word and counts for nothing.
import { safeFileName } from '../conversation/file-name.ts';
import { DANGEROUS_ENDINGS, isClass, PAPER_ENDINGS, type DangerousKind } from './endings.ts';
import { sniff } from './sniff.ts';

export type CautionReason =
  | DangerousKind
  /** "factuur.pdf.exe": dressed up as a paper. */
  | 'two-endings'
  /** The name holds marks that nobody sees and that change how it reads. */
  | 'hidden-letters'
  /** A program, a script or a web page under the name of something else. */
  | 'other-inside';

export type Caution = {
  readonly because: CautionReason;
  /** Of the name as it would be written: lower case, without dot; '' where it has none. */
  readonly ending: string;
};

/**
 * null: it may be opened. `name` as the sender wrote it; `bytes` null where they are not here yet, so that only the name can speak.
 */
export function cautionOf(name: string, bytes: Uint8Array | null): Caution | null {
  const ending = endingOf(safeFileName(name));
  const byName = isClass(ending) ? 'shortcut' : DANGEROUS_ENDINGS.get(ending);
  if (byName !== undefined) return { because: isDressedUp(name) ? 'two-endings' : byName, ending };
  if (hasHiddenLetters(name)) return { because: 'hidden-letters', ending };
  const byBytes = bytes === null ? null : cautionInside(ending, bytes);
  return byBytes === null ? null : { because: byBytes, ending };
}

/** Lower case, without the dot; '' where there is none. */
export function endingOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot <= 0
    ? ''
    : fileName
        .slice(dot + 1)
        .trim()
        .toLowerCase();
}

function isDressedUp(name: string): boolean {
  const safe = safeFileName(name);
  return PAPER_ENDINGS.has(endingOf(safe.slice(0, safe.lastIndexOf('.'))));
}

// U+202A to 202E and 2066 to 2069 turn the direction of writing: "factuur<RLO>fdp.exe" reads as "factuurexe.pdf".
// Many blanks in a row push the real ending out of sight.
const HIDDEN = /[\u202a-\u202e\u2066-\u2069]|[\s\u00a0\u2000-\u200b\u3000]{8,}\S/;
const hasHiddenLetters = (name: string): boolean => HIDDEN.test(name.slice(0, 4_096));

/** Of these a web page may be an honest content: exports of shops and banks are tables in HTML named .xls. */
const MAY_HOLD_HTML: ReadonlySet<string> = new Set(['txt', 'csv', 'log', 'md', 'eml', 'xls', 'doc', 'json']);
const WITH_PARTS: ReadonlySet<string> = new Set(['docx', 'xlsx', 'pptx', 'dotx', 'xltx', 'potx', 'ppsx']);

function cautionInside(ending: string, bytes: Uint8Array): CautionReason | null {
  const found = sniff(bytes);
  if (found === 'program' || found === 'script' || found === 'shortcut') return ending === '' ? found : 'other-inside';
  // Without an ending Linux goes by the content.
  if (found === 'html' && ending === '') return 'web-page';
  if (found === 'html') return MAY_HOLD_HTML.has(ending) ? null : 'other-inside';
  // Browsers show XML, and run what bears this name in it, however deep.
  if (ending === 'xml' && holds(bytes, 'www.w3.org/1999/xhtml')) return 'other-inside';
  if (found === 'zip' && WITH_PARTS.has(ending) && holds(bytes, 'vbaProject.bin')) return 'macros';
  return null;
}

/** A zip names its parts, and XML its names, in plain letters. */
function holds(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same += 1;
    if (same === word.length) return true;
  }
  return false;
}
