// What the words of a link say to its reader, in every way that they may be read: a mail's style can hide a part of them, put others
// before them, or lay an empty link over the words of something else. Each way is a line; domain/link judges them all.

/** `point`: where the pointer is, in the frame; null for the keyboard. */
export function wordsOfLink(link: Element, point: { readonly x: number; readonly y: number } | null): string {
  const inside = link.ownerDocument;
  const said = new Set([readable(link), link.textContent, ...piecesOf(link), ...putBefore(link)]);
  for (const below of point === null ? [] : inside.elementsFromPoint(point.x, point.y)) {
    if (below.contains(link) || link.contains(below)) continue;
    said.add(ownWords(below));
  }
  return [...said]
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
    .join('\n')
    .slice(0, MOST);
}

const MOST = 8_000;
const MOST_PIECES = 40;

const ownWords = (element: Element): string =>
  [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ' ')).join('');

/** One by one: "www.ing.nl" stands before ".elders.example" whatever hides the second. */
const piecesOf = (link: Element): readonly string[] => textsOf(link).map((text) => text.data);

function textsOf(link: Element): readonly Text[] {
  const walk = link.ownerDocument.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walk.nextNode(); node !== null && texts.length < MOST_PIECES; node = walk.nextNode()) {
    texts.push(node as Text);
  }
  return texts;
}

/** Without what its style makes too small or too faint to be read. */
function readable(link: Element): string {
  const view = link.ownerDocument.defaultView;
  return textsOf(link)
    .filter(({ parentElement }) => view !== null && parentElement !== null && isSeen(parentElement, view))
    .map((text) => text.data)
    .join('');
}

const SMALLEST_PX = 4;

function isSeen(element: Element, view: Window): boolean {
  const { fontSize, color } = view.getComputedStyle(element);
  const isFaint = /^rgba\(.*, ?0(?:\.0\d*)?\)$/.test(color);
  return (
    Number.parseFloat(fontSize) >= SMALLEST_PX &&
    !isFaint &&
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

/** What style writes before and behind it. */
function putBefore(link: Element): readonly string[] {
  const view = link.ownerDocument.defaultView;
  if (view === null) return [];
  return [link, ...Array.from(link.querySelectorAll('*')).slice(0, MOST_PIECES)].flatMap((element) =>
    ['::before', '::after']
      .map((place) => view.getComputedStyle(element, place).content)
      .filter((content) => content.startsWith('"'))
      .map((content) => content.replaceAll('"', '')),
  );
}
