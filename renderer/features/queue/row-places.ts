// Where each row of the list stands, in pixels from its top. Every row has the height of its kind, so nothing is ever measured: a
// step through the list costs the browser no layout but its own.
import type { QueueRow } from '../../state/queue.ts';

/** Twelve rows and two headings at 800 pixels of height (ui.md, density). */
export const ROW_PX = 56;
export const HEADING_PX = 30;
/** Rows beyond sight: the next step finds its row drawn. */
const AROUND = 6;

/** The top of each row, and at the end the height of them all. */
export type RowTops = readonly number[];
/** What of the list is in sight. */
export type Sight = { readonly top: number; readonly height: number };

export function topsOf(rows: readonly QueueRow[]): RowTops {
  const tops = [0];
  for (const { kind } of rows) tops.push((tops.at(-1) ?? 0) + (kind === 'item' ? ROW_PX : HEADING_PX));
  return tops;
}

/** Of each row which conversation it is, as a screen reader counts them: without headings, with those not fetched yet. */
export function countedRows(rows: readonly QueueRow[]): { readonly places: readonly number[]; readonly all: number } {
  let all = 0;
  let place = 0;
  const places = rows.map((row) => {
    if (row.kind === 'heading') {
      place = all;
      all += row.total;
    } else if (row.kind === 'item') place += 1;
    return place;
  });
  return { places, all };
}

/** The first row that is drawn, and the one after the last. */
export function drawnRows(tops: RowTops, { top, height }: Sight): { readonly from: number; readonly until: number } {
  const rows = tops.length - 1;
  const first = tops.findLastIndex((start) => start <= top);
  const beyond = tops.findIndex((start) => start >= top + height);
  return { from: Math.max(0, first - AROUND), until: Math.min(rows, (beyond < 0 ? rows : beyond) + AROUND) };
}

/** Where the list stands when all of that row is in sight: as it stood, if it can. The first row comes with the heading above it. */
export function standingFor(tops: RowTops, index: number, { top, height }: Sight): number {
  const start = tops[index === 1 ? 0 : index] ?? 0;
  const end = tops[index + 1] ?? start;
  if (start < top) return start;
  return end > top + height ? end - height : top;
}
