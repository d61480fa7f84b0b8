// Marks words in what is on the page, in frames as well, without touching it: ranges in the browser's own highlight registry. The mail
// in a frame has a registry of its own; our style for it goes in beside the mail's.
import { placesOfWords } from '../../../main/domain/conversation/find-words.ts';

/** Ends of these are ends of words, too. */
const BLOCKS = 'address,article,blockquote,dd,div,dl,dt,h1,h2,h3,h4,h5,h6,hr,li,ol,p,pre,table,td,th,tr,ul';
const UNSEEN = 'style,script,title,head,noscript,template';

/** Each place of the words below an element, in the order of the page. */
export function rangesIn(root: Element, words: string): readonly Range[] {
  const page = root.ownerDocument;
  const nodes: { readonly node: Text; readonly from: number }[] = [];
  let text = '';
  let block: Element | null = null;
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeName === 'BR') text += '\n';
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const parent = node.parentElement;
    if (parent === null || parent.matches(UNSEEN)) continue;
    const within = parent.closest(BLOCKS);
    if (within !== block) text += '\n';
    block = within;
    nodes.push({ node: node as Text, from: text.length });
    text += node.nodeValue ?? '';
  }
  return placesOfWords(text, words).map(({ from, until }) => {
    const range = page.createRange();
    const first = nodes.findLast((one) => one.from <= from) ?? nodes[0];
    const last = nodes.findLast((one) => one.from < until) ?? first;
    if (first !== undefined && last !== undefined) {
      range.setStart(first.node, Math.min(from - first.from, first.node.length));
      range.setEnd(last.node, Math.min(until - last.from, last.node.length));
    }
    return range;
  });
}

/** The documents of the frames below an element that stand. */
export function framesIn(root: Element): readonly HTMLIFrameElement[] {
  return [...root.querySelectorAll('iframe')].filter((frame) => frame.contentDocument?.body != null);
}

const FOUND = 'found';
const FOUND_NOW = 'found-now';
const STYLE_ID = 'balie-found';
const FRAME_STYLE = `::highlight(${FOUND}) { background: #ffe9a8; color: #2b2620; } ::highlight(${FOUND_NOW}) { background: #b4500f; color: #ffffff; }`;

/** Those ranges, and the one that the owner is at; what was marked before in the same documents is not any more. */
export function paint(frames: readonly HTMLIFrameElement[], ranges: readonly Range[], at: Range | null): void {
  const documents = [document, ...frames.flatMap(({ contentDocument }) => contentDocument ?? [])];
  for (const page of documents) {
    const window = page.defaultView;
    if (window === null || window.CSS.highlights === undefined) continue;
    if (page !== document) addStyle(page);
    const own = ranges.filter(({ startContainer }) => startContainer.ownerDocument === page);
    const now = at !== null && at.startContainer.ownerDocument === page ? [at] : [];
    window.CSS.highlights.set(FOUND, new window.Highlight(...own.filter((range) => range !== at)));
    window.CSS.highlights.set(FOUND_NOW, new window.Highlight(...now));
  }
}

export function unpaint(frames: readonly HTMLIFrameElement[]): void {
  for (const page of [document, ...frames.flatMap(({ contentDocument }) => contentDocument ?? [])]) {
    page.defaultView?.CSS.highlights?.delete(FOUND);
    page.defaultView?.CSS.highlights?.delete(FOUND_NOW);
    page.getElementById(STYLE_ID)?.remove();
  }
}

function addStyle(page: Document): void {
  if (page.getElementById(STYLE_ID) !== null) return;
  const style = page.createElement('style');
  style.id = STYLE_ID;
  style.textContent = FRAME_STYLE;
  page.head.append(style);
}

/** Unfolds what it lies in, and scrolls the story so that it is in the middle. */
export function show(range: Range, scroller: Element): void {
  const holder = range.startContainer.parentElement;
  if (holder === null) return;
  for (
    let folded = holder.closest('details');
    folded !== null;
    folded = folded.parentElement?.closest('details') ?? null
  )
    folded.open = true;
  const frame = holder.ownerDocument.defaultView?.frameElement ?? null;
  const offset = frame === null ? 0 : frame.getBoundingClientRect().top;
  const { top, height } = range.getBoundingClientRect();
  const box = scroller.getBoundingClientRect();
  scroller.scrollTop += offset + top + height / 2 - (box.top + box.height / 2);
}
