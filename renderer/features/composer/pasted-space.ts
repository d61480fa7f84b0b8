// The space between pasted paragraphs as empty lines, as one would type it: by their margins, and once where there is one already.

const BLOCK = /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DIV|DL|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|OL|P|PRE|SECTION|TABLE|UL)$/;
export const isBlock = (node: Node | null): boolean => node !== null && BLOCK.test(node.nodeName);

/** Those that a page sets apart where nothing else is said. */
const SPACED = 'p, ul, ol, blockquote, pre, h1, h2, h3, h4, h5, h6';

/** `styles`: of the pasted page; only what Word says of its paragraphs is looked up in them. */
export function spaceAsLines(body: HTMLElement, styles: string): void {
  for (const filler of body.querySelectorAll('o\\:p')) if (isEmpty(filler)) filler.remove();
  for (const end of body.querySelectorAll('br')) endOfLine(end);
  for (const block of body.querySelectorAll('p, div')) {
    if (isEmpty(block) && block.children.length === 0) block.replaceWith(document.createElement('p'));
  }
  for (const block of body.querySelectorAll(SPACED)) {
    if (block.closest('li') !== null || isEmpty(block)) continue;
    const next = seenBeside(block, 'nextSibling');
    const isHeading = /^H\d$/.test(block.nodeName);
    if (!isHeading && isSetApart(next) && spaceBelow(block, styles)) block.after(document.createElement('p'));
    if (isHeading) block.replaceWith(boldLine(block));
  }
  for (let last = lastIn(body); last !== body && isEmpty(last); last = lastIn(body)) last.remove();
}

/** A list stands close below what announces it. */
const isSetApart = (next: Node | null): boolean =>
  next instanceof Element && isBlock(next) && !isEmpty(next) && next.nodeName !== 'UL' && next.nodeName !== 'OL';

/** One that ends a block is not seen; one that stands alone, or between blocks, is an empty line. */
function endOfLine(end: HTMLBRElement): void {
  const [before, after] = [seenBeside(end, 'previousSibling'), seenBeside(end, 'nextSibling')];
  const isBetween = (before === null || isBlock(before)) && (after === null || isBlock(after));
  if (isBetween && (before !== null || after !== null)) end.replaceWith(document.createElement('p'));
  else if (after === null && isBlock(end.parentElement)) end.remove();
}

type Way = 'previousSibling' | 'nextSibling';

const isSeen = (node: Node): boolean =>
  node.nodeType !== Node.COMMENT_NODE && (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() !== '');

function seenBeside(node: ChildNode, way: Way): ChildNode | null {
  let next = node[way];
  while (next !== null && !isSeen(next)) next = next[way];
  return next;
}

/** The innermost element at the end. */
function lastIn(body: Element): Element {
  const { lastChild } = body;
  const last = lastChild === null || isSeen(lastChild) ? lastChild : seenBeside(lastChild, 'previousSibling');
  return last instanceof Element ? lastIn(last) : body;
}

/** A blank that does not break is none. */
const isEmpty = (element: Element): boolean =>
  element.textContent.trim() === '' &&
  element.querySelector('img, hr') === null &&
  !/^(?:IMG|HR)$/.test(element.nodeName);

function boldLine(heading: Element): Element {
  const line = document.createElement('p');
  const bold = document.createElement('strong');
  bold.append(...heading.childNodes);
  line.append(bold);
  return line;
}

function spaceBelow(block: Element, styles: string): boolean {
  const own = hasMarginBelow(block.getAttribute('style') ?? '');
  if (own !== null) return own;
  const name = [...block.classList].find((one) => /^Mso\w+$/.test(one));
  if (name === undefined) return true;
  const rule = new RegExp(`p\\.${name}\\b[^{]*\\{([^}]*)\\}`).exec(styles)?.[1];
  return rule === undefined || (hasMarginBelow(rule) ?? true);
}

/** Word writes ".0001pt" for none. null: nothing is said of it. */
function hasMarginBelow(style: string): boolean | null {
  const all = /(?:^|[;\s])margin:\s*([^;]+)/i.exec(style)?.[1]?.trim().split(/\s+/);
  const below = /(?:^|[;\s])margin-bottom:\s*([^;]+)/i.exec(style)?.[1] ?? all?.[2] ?? all?.[0];
  return below === undefined || below === 'auto' ? null : Number.parseFloat(below) > 0.01;
}
