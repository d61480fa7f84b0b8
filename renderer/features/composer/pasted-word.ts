// Lists as Word puts them on the clipboard: paragraphs with a marker of dots and blanks before the words, and the level in a style of
// its own ("mso-list:l0 level2 lfo1"). Made into lists.

const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i;
const MARKER = '[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]';
/** "1.", "a)", "(iv)". */
const COUNTED = /^\(?(?:(\d{1,4})|[a-z]{1,5})[.)]/i;

type OpenList = { readonly level: number; readonly list: HTMLElement };

export function wordListsAsLists(body: HTMLElement): void {
  let open: OpenList[] = [];
  let last: Element | null = null;
  for (const item of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const level = Number(LEVEL.exec(item.getAttribute('style') ?? '')?.[1] ?? 0);
    const goesOn = last !== null && item.previousElementSibling === last;
    if (level === 0) continue;
    if (!goesOn) open = [];
    while ((open.at(-1)?.level ?? 0) > level) open = open.slice(0, -1);
    const marker = item.querySelector(MARKER);
    const counted = COUNTED.exec(marker?.textContent.trim() ?? '');
    marker?.remove();
    const around = open.at(-1);
    if (around === undefined || around.level < level) {
      const list = document.createElement(counted === null ? 'ul' : 'ol');
      const first = counted?.[1];
      if (first !== undefined && first !== '1') list.setAttribute('start', first);
      const above = around?.list.lastElementChild;
      if (above == null) item.before(list);
      else above.append(list);
      open = [...open, { level, list }];
    }
    const entry = document.createElement('li');
    entry.append(...item.childNodes);
    open.at(-1)?.list.append(entry);
    item.remove();
    last = open[0]?.list ?? null;
  }
}
