// Reads a table of comma or semicolon separated values (RFC 4180) as spreadsheets write it: whichever of the two its country has, or
// tabs; cells in quotes over several lines; a first line "sep=;" of Excel's own.

export type TableRow = { readonly line: number; readonly cells: readonly string[] };
export type Table = {
  readonly rows: readonly TableRow[];
  /** The line of a quote that nothing closes: what follows it cannot be told apart. */
  readonly unclosedAt: number | null;
};

const SEPARATORS = [';', ',', '\t'] as const;

/** Line ends within cells come out as "\n". Rows of nothing but blanks are left out. */
export function readTable(given: string): Table {
  const text = given.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const told = /^sep=([;,\t])\n/i.exec(text);
  const separator = told?.[1] ?? likeliestSeparator(text);
  const rows: TableRow[] = [];
  let at = told?.[0].length ?? 0;
  let line = told === null ? 1 : 2;
  while (at < text.length) {
    const begun = line;
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(text, at, separator);
      if (cell === null) return { rows, unclosedAt: begun };
      line += cell.value.split('\n').length - 1;
      cells.push(cell.value);
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += 1;
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begun, cells });
  }
  return { rows, unclosedAt: null };
}

/** null: its quote is never closed. `end`: of the separator or line end behind it. */
function readCell(
  text: string,
  from: number,
  separator: string,
): { readonly value: string; readonly end: number } | null {
  if (text[from] !== '"') {
    const end = endOfPlain(text, from, separator);
    return { value: text.slice(from, end), end };
  }
  let value = '';
  for (let at = from + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      at = quote + 2;
      continue;
    }
    // What some programs leave behind the closing quote belongs to the cell.
    const end = endOfPlain(text, quote + 1, separator);
    return { value: value + text.slice(quote + 1, end).trimEnd(), end };
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return end;
}

/** The head names columns, and no name of a column holds one of them. */
function likeliestSeparator(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const counted = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ';';
}

/** A cell that begins as a formula would be carried out by a spreadsheet: an apostrophe before it keeps it words. */
export const guarded = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
export const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** With semicolons, as Dutch and Belgian spreadsheets read it; lines end in CRLF, those within a cell in LF. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(written).join(';')}\r\n`).join('');

function written(text: string): string {
  const harmless = guarded(text);
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
