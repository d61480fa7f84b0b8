// Saved replies as CSV (RFC 4180), which every spreadsheet opens: with a byte-order mark, or Excel takes UTF-8 for something else.
import type { CannedReply } from '../../contract/views.ts';

export const CANNED_COLUMNS = ['code', 'title', 'tags', 'nl', 'en', 'fr'] as const;

export function cannedCsv(replies: readonly CannedReply[]): string {
  const rows = replies.map(({ code, title, tags, texts }) => [
    code,
    title,
    tags.join(' '),
    texts.nl ?? '',
    texts.en ?? '',
    texts.fr ?? '',
  ]);
  return `\uFEFF${[CANNED_COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula would be reckoned out by a spreadsheet: an apostrophe in front keeps it text. */
function cell(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
