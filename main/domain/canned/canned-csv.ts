// Saved replies as a table: code;title;tags;nl;en;fr. Written for spreadsheets; read back with the reason why a line is none.
import type { CannedTexts } from './fill.ts';
import { readTable, unguarded, writeTable, type TableRow } from './read-table.ts';
import { CANNED_LANGUAGES, type CannedLanguage } from './template.ts';

export const CANNED_COLUMNS = ['code', 'title', 'tags', ...CANNED_LANGUAGES] as const;
type Column = (typeof CANNED_COLUMNS)[number];

export const CANNED_CODE = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 200_000;
const LONGEST_TAG = 60;
const MOST_TAGS = 30;

type Written = {
  readonly code: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly texts: CannedTexts;
};
/** What one line says. A column that the table lacks is undefined, and nothing is changed of it. */
export type ReadCanned = {
  readonly line: number;
  readonly code: string;
  readonly title: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly texts: Readonly<Partial<Record<CannedLanguage, string>>>;
};
export type CannedFault =
  | 'no-header'
  | 'unclosed-quote'
  | 'too-many-columns'
  | 'no-code'
  | 'bad-code'
  | 'code-twice'
  | 'no-title'
  | 'no-text'
  | 'too-long';
export type CannedTable = {
  readonly replies: readonly ReadCanned[];
  readonly faults: readonly { readonly line: number; readonly why: CannedFault; readonly said: string }[];
};

/** Begins with a byte-order mark: without it Excel takes UTF-8 for the old Windows letters. */
export const writeCannedCsv = (replies: readonly Written[]): string =>
  `\uFEFF${writeTable([
    CANNED_COLUMNS,
    ...replies.map(({ code, title, tags, texts }) => [
      code,
      title,
      tags.join(', '),
      ...CANNED_LANGUAGES.map((language) => texts[language] ?? ''),
    ]),
  ])}`;

const NAMES: Readonly<Record<string, Column>> = {
  code: 'code',
  title: 'title',
  titel: 'title',
  tags: 'tags',
  labels: 'tags',
  trefwoorden: 'tags',
  nl: 'nl',
  nederlands: 'nl',
  dutch: 'nl',
  en: 'en',
  engels: 'en',
  english: 'en',
  fr: 'fr',
  frans: 'fr',
  french: 'fr',
  français: 'fr',
};

export function readCannedCsv(text: string): CannedTable {
  const { rows, unclosedAt } = readTable(text);
  const faults: { line: number; why: CannedFault; said: string }[] = [];
  const fault = (line: number, why: CannedFault, said: string): void => void faults.push({ line, why, said });
  const [head, ...lines] = rows;
  const columns = head?.cells.map((name) => NAMES[name.trim().toLowerCase()] ?? null) ?? [];
  if (head === undefined || !columns.includes('code')) {
    if (unclosedAt !== null && head === undefined) fault(unclosedAt, 'unclosed-quote', '');
    else fault(1, 'no-header', (head?.cells ?? []).join(' ').slice(0, 80));
    return { replies: [], faults };
  }
  const replies: ReadCanned[] = [];
  const seen = new Set<string>();
  for (const row of lines) {
    const reply = readRow(row, columns);
    const code = reply.code;
    const why = faultOf(row, reply, columns) ?? (seen.has(code) ? 'code-twice' : null);
    if (why !== null) fault(row.line, why, code === '' ? row.cells.join(' ').trim().slice(0, 80) : code.slice(0, 80));
    else {
      seen.add(code);
      replies.push(reply);
    }
  }
  if (unclosedAt !== null) fault(unclosedAt, 'unclosed-quote', '');
  return { replies, faults };
}

function readRow({ line, cells }: TableRow, columns: readonly (Column | null)[]): ReadCanned {
  const cell = (column: Column): string | undefined => {
    const at = columns.indexOf(column);
    return at === -1 ? undefined : unguarded((cells[at] ?? '').trim());
  };
  const tags = cell('tags')
    ?.split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const texts = CANNED_LANGUAGES.flatMap((language) => {
    const text = cell(language);
    return text === undefined ? [] : [[language, text] as const];
  });
  return {
    line,
    // As it is typed in the list, so it may be written in a table.
    code: (cell('code') ?? '').replace(/^\//, '').toLowerCase(),
    title: cell('title'),
    tags: tags === undefined ? undefined : [...new Set(tags)],
    texts: Object.fromEntries(texts),
  };
}

function faultOf(
  { cells }: TableRow,
  { code, title, tags, texts }: ReadCanned,
  columns: readonly (Column | null)[],
): CannedFault | null {
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) return 'too-many-columns';
  if (code === '') return 'no-code';
  if (!CANNED_CODE.test(code)) return 'bad-code';
  if (title === '') return 'no-title';
  const written = Object.values(texts);
  if (written.length > 0 && written.every((text) => text === '')) return 'no-text';
  const isTooLong =
    (title ?? '').length > LONGEST_TITLE ||
    written.some((text) => text.length > LONGEST_TEXT) ||
    (tags ?? []).some((tag) => tag.length > LONGEST_TAG) ||
    (tags ?? []).length > MOST_TAGS;
  return isTooLong ? 'too-long' : null;
}
