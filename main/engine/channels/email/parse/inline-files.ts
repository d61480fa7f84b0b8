// Files that stand in the text itself, as old programs and newsgroups send them: uuencode, and yEnc (its draft 1.3). They become
// attachments, and the text is what is left around them.
import type { ParsedAttachment } from '../../parsed-mail.ts';
import { decodeUu } from './transfer-encoding.ts';

export type InlineFile = { readonly fileName: string; readonly content: Uint8Array };
export type TextWithoutFiles = { readonly text: Buffer; readonly files: readonly InlineFile[] };

/** A text that begins a file more often than this is no text with files, and looking on would take the square of its length. */
const MOST_TRIES = 20;

export function withoutInlineFiles(bytes: Buffer): TextWithoutFiles {
  const files: InlineFile[] = [];
  const kept: Buffer[] = [];
  let from = 0;
  for (let tries = 0, at = nextBeginning(bytes, 0); at >= 0 && tries < MOST_TRIES; tries += 1) {
    const found = bytes[at] === EQUALS ? decodeYenc(bytes, at) : decodeUuAt(bytes, at);
    if (found !== null) {
      kept.push(bytes.subarray(from, at));
      files.push({ fileName: found.fileName, content: found.content });
      from = found.end;
    }
    at = nextBeginning(bytes, found?.end ?? at + 1);
  }
  if (files.length === 0) return { text: bytes, files };
  kept.push(bytes.subarray(from));
  return { text: Buffer.concat(kept), files };
}

/** Always with content, as no server can give these files by themselves. */
export const attachmentsIn = (files: readonly InlineFile[], section: string): readonly ParsedAttachment[] =>
  files.map(({ fileName, content }, index) => ({
    part: `${section}/${index + 1}`,
    fileName,
    contentType: 'application/octet-stream',
    size: content.length,
    contentId: null,
    isInline: false,
    content: new Uint8Array(content),
  }));

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

/** Place of the next line that may begin a file, or -1. */
function nextBeginning(bytes: Buffer, from: number): number {
  const found = ['begin ', '=ybegin '].map((word) => lineStart(bytes, word, from)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

function lineStart(bytes: Buffer, word: string, from: number): number {
  let at = bytes.indexOf(word, from, 'latin1');
  while (at > 0 && bytes[at - 1] !== LF && bytes[at - 1] !== CR) at = bytes.indexOf(word, at + 1, 'latin1');
  return at;
}

type Found = { readonly fileName: string; readonly content: Uint8Array; readonly end: number };

function decodeUuAt(bytes: Buffer, at: number): Found | null {
  const file = decodeUu(bytes, at);
  // The next one may be a real file below a sentence that only begins with the word.
  return file === null || file.start !== at || file.content.length === 0 ? null : file;
}

/** Each byte is the file's plus 42; after "=" plus 64 more, for the few that a line cannot hold. */
function decodeYenc(bytes: Buffer, at: number): Found | null {
  const head = /^=ybegin [^\r\n]{0,200}?\bname=([^\r\n]{1,250})\r?\n(?:=ypart [^\r\n]{0,100}\r?\n)?/.exec(
    bytes.toString('latin1', at, at + 700),
  );
  const end = lineStart(bytes, '=yend', at);
  if (head === null || end < 0) return null;
  const start = at + head[0].length;
  const content = Buffer.allocUnsafe(Math.max(0, end - start));
  let length = 0;
  for (let place = start; place < end; place += 1) {
    let byte = bytes[place] as number;
    if (byte === LF || byte === CR) continue;
    if (byte === EQUALS) byte = (bytes[(place += 1)] ?? 0) - 64;
    content[length++] = (byte - 42) & 0xff;
  }
  const lineEnd = bytes.indexOf(LF, end);
  const fileName = (head[1] ?? '').trim();
  return { fileName, content: content.subarray(0, length), end: lineEnd < 0 ? bytes.length : lineEnd + 1 };
}
