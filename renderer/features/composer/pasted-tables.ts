// A pasted table as lines, a row each. Cells that ran together would make one number of two.
import { isBlock } from './pasted-space.ts';

const BETWEEN_CELLS = ' | ';
/** Rows are lines of one whole: no space between them. */
const NO_SPACE = 'margin:0';

export function tablesAsLines(body: HTMLElement): void {
  // Those within others first.
  for (const table of [...body.querySelectorAll('table')].toReversed()) {
    const lines = [...table.rows].flatMap(linesOf);
    lines.at(-1)?.removeAttribute('style');
    table.replaceWith(...lines);
  }
}

function linesOf(row: HTMLTableRowElement): readonly HTMLElement[] {
  const filled = [...row.cells].filter((cell) => cell.textContent.trim() !== '' || cell.querySelector('img') !== null);
  // A page laid out in cells is a story, not a row of figures.
  const isLayout = filled.length < 2 || filled.some((cell) => [...cell.children].filter(isBlock).length > 1);
  if (isLayout) return filled.map(unwrapped);
  const line = document.createElement('p');
  for (const [index, cell] of filled.entries()) line.append(index === 0 ? '' : BETWEEN_CELLS, ...inlineOf(cell));
  line.setAttribute('style', NO_SPACE);
  return [line];
}

/** What stands in a cell, out of its one block. */
function inlineOf(cell: HTMLElement): readonly ChildNode[] {
  const only = [...cell.children].find(isBlock);
  return only instanceof HTMLElement && only.textContent.trim() === cell.textContent.trim()
    ? inlineOf(only)
    : [...cell.childNodes];
}

function unwrapped({ childNodes }: HTMLElement): HTMLElement {
  const whole = document.createElement('div');
  whole.append(...childNodes);
  return whole;
}
