// What a file is called in a word, and how the desk can show it, from its name; its type only where the name has no ending.
import { safeFileName } from '../conversation/file-name.ts';
import { endingOf } from './caution.ts';
import { DANGEROUS_ENDINGS } from './endings.ts';

export type FileKind =
  | 'picture'
  | 'pdf'
  | 'text'
  | 'table'
  | 'document'
  | 'slides'
  | 'calendar'
  | 'card'
  | 'mail'
  | 'archive'
  | 'sound'
  | 'film'
  | 'drawing'
  | 'runs'
  | 'other';

/** How it is shown: decoded, page by page, or as plain letters. null: only saved and opened. */
export type PreviewKind = 'picture' | 'pdf' | 'text' | null;

export function fileKind(fileName: string, contentType: string): FileKind {
  const ending = endingOf(safeFileName(fileName));
  const known = KINDS.get(ending);
  if (known !== undefined) return known;
  if (DANGEROUS_ENDINGS.has(ending)) return 'runs';
  if (ending !== '') return 'other';
  return TYPES.find(([pattern]) => pattern.test(contentType))?.[1] ?? 'other';
}

export function previewKind(fileName: string, contentType: string): PreviewKind {
  const ending = endingOf(safeFileName(fileName));
  const kind = fileKind(fileName, contentType);
  if (kind === 'picture') return SHOWN_PICTURES.has(ending) || ending === '' ? 'picture' : null;
  if (kind === 'pdf') return 'pdf';
  if (kind === 'text' || kind === 'calendar' || kind === 'card') return 'text';
  return SHOWN_AS_TEXT.has(ending) || /^message\/rfc822$/i.test(contentType) ? 'text' : null;
}

const ENDINGS: Readonly<Partial<Record<FileKind, string>>> = {
  picture: 'png jpg jpeg jpe jfif gif webp bmp heic heif tif tiff avif psd raw cr2 nef',
  pdf: 'pdf',
  text: 'txt text log md csv tsv json xml yaml yml ini',
  table: 'xls xlsx ods numbers xlt xltx',
  document: 'doc docx odt rtf pages dotx wpd',
  slides: 'ppt pptx odp key pps ppsx potx',
  calendar: 'ics ical ifb vcs',
  card: 'vcf vcard',
  mail: 'eml msg',
  archive: 'zip rar 7z gz tgz tar bz2 xz zst',
  sound: 'mp3 wav m4a ogg oga opus aac flac amr wma',
  film: 'mp4 mov avi mkv webm wmv m4v 3gp mpg mpeg',
  drawing: 'dwg dxf skp step stp stl 3dm ai eps indd sketch',
};
const KINDS: ReadonlyMap<string, FileKind> = new Map(
  Object.entries(ENDINGS).flatMap(([kind, endings]) =>
    endings.split(' ').map((ending): [string, FileKind] => [ending, kind as FileKind]),
  ),
);
const TYPES: readonly (readonly [RegExp, FileKind])[] = [
  [/^image\/(?:png|jpe?g|gif|webp|bmp)$/i, 'picture'],
  [/^application\/pdf$/i, 'pdf'],
  [/^text\/calendar$|^application\/ics$/i, 'calendar'],
  [/^text\/(?:x-)?vcard$/i, 'card'],
  [/^message\/rfc822$/i, 'mail'],
  [/^text\/plain$|^text\/csv$/i, 'text'],
  [/^audio\//i, 'sound'],
  [/^video\//i, 'film'],
];
const SHOWN_PICTURES: ReadonlySet<string> = new Set('png jpg jpeg jpe jfif gif webp bmp'.split(' '));
/** Never as what they say they are, but their letters harm nobody. */
const SHOWN_AS_TEXT: ReadonlySet<string> = new Set('eml svg html htm xhtml js css sh py ps1 bat vbs reg'.split(' '));
