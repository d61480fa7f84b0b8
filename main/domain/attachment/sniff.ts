// What a file is by its first bytes, whatever its name says. Only kinds that the desk shows, and those it must not open.

export type Sniffed =
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'bmp'
  | 'pdf'
  | 'zip'
  | 'program'
  | 'script'
  | 'shortcut'
  | 'html'
  | null;

/** Pictures that the window decodes. */
export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp';

/** Readers of PDF take a header that begins within the first kilobyte (PDF 1.7, Annex H.3). */
const LOOKED_AT = 1_024;

export function sniff(bytes: Uint8Array): Sniffed {
  const head = bytes.subarray(0, LOOKED_AT);
  const letters = lettersOf(head);
  if (letters.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (letters.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (/^GIF8[79]a/.test(letters)) return 'gif';
  if (letters.startsWith('RIFF') && letters.slice(8, 12) === 'WEBP') return 'webp';
  if (isBitmap(head)) return 'bmp';
  if (isProgram(letters)) return 'program';
  if (isShortcut(letters)) return 'shortcut';
  const words = letters.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\u0000', '');
  if (words.startsWith('#!')) return 'script';
  if (letters.includes('%PDF-')) return 'pdf';
  if (letters.startsWith('PK\u0003\u0004')) return 'zip';
  return isHtml(words) ? 'html' : null;
}

export const isPicture = (found: Sniffed): found is PictureKind =>
  found === 'png' || found === 'jpeg' || found === 'gif' || found === 'webp' || found === 'bmp';

/** "BM" begins many a text, too: the header's own length tells (40 and up; 12 in OS/2). */
const isBitmap = (head: Uint8Array): boolean =>
  head[0] === 0x42 &&
  head[1] === 0x4d &&
  [12, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0) &&
  head[15] === 0 &&
  head[16] === 0;

const RUNS_WHAT_IT_HOLDS = ['\u00ed\u00ab\u00ee\u00db', 'ITSF\u0003\u0000', '\u00e4R\u005c{\u008c\u00d8\u00a7M'];

function isProgram(letters: string): boolean {
  // DOS and Windows: a header of numbers follows, and no text has a zero byte.
  if (/^(?:MZ|ZM)/.test(letters) && letters.slice(0, 64).includes('\u0000')) return true;
  if (letters.startsWith('\u007fELF') || letters.startsWith('!<arch>\ndebian')) return true;
  // Packages of Red Hat, pages of help and of OneNote: all of them run what is put in them.
  if (RUNS_WHAT_IT_HOLDS.some((start) => letters.startsWith(start))) return true;
  // Mach-O of either byte order, and what Java compiles to (which begins as a Mach-O of many processors does).
  return /^(?:\u00fe\u00ed\u00fa[\u00ce\u00cf]|[\u00ce\u00cf]\u00fa\u00ed\u00fe|\u00ca\u00fe\u00ba[\u00be\u00bf])/.test(
    letters,
  );
}

/** [MS-SHLLINK] 2.1: the length of the header, then the first bytes of the class. Desktop entries are text. */
const isShortcut = (letters: string): boolean =>
  letters.startsWith('L\u0000\u0000\u0000\u0001\u0014\u0002\u0000') ||
  /^(?:\s*(?:[#;][^\n]*\n)?){0,20}\[(?:InternetShortcut|Desktop Entry)\]/i.test(letters);

/** A web page or an SVG, behind blanks, comments and declarations. */
const isHtml = (words: string): boolean =>
  /^(?:\s|<\?xml[^>]{0,300}>|<!--[\s\S]{0,500}?-->){0,20}<(?:!doctype (?:html|svg)|html|head|body|script|style|title|svg|iframe|meta|object|embed|form|img|link|base|frameset|table|div|p|a|h1)\b/i.test(
    words,
  );

/** One letter a byte. */
const lettersOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
