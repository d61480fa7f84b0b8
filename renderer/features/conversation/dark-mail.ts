// A mail's colours in a dark window. Mail is written for white paper: what is paper becomes dark, what is a colour stays, and words
// change only as far as it takes to read them on what is behind them then. Turning every colour round (as a filter does) was turned
// down: it makes brands and photographs into their negatives. Reads what the browser computed, so that style sheets, attributes and
// inheritance need no second understanding.
import {
  between,
  colourfulness,
  contrast,
  luminance,
  over,
  READABLE,
  readableOn,
  readColour,
  writeColour,
  type Colour,
} from './colour.ts';
import { LOST_GROUND, type Theme } from './mail-css.ts';

/** As --sheet of the dark theme. */
export const DARK_SHEET: Colour = { r: 39, g: 35, b: 32, alpha: 1 };
const DARK_LINE: Colour = { r: 74, g: 66, b: 58, alpha: 1 };

/** What paper becomes: the sheet, and the greyer the paper the darker; its tint stays. null: it is a colour, and stays. */
export function darkGround(ground: Colour): Colour | null {
  const light = luminance(ground);
  const isPaper = light > 0.8 || (light > 0.5 && colourfulness(ground) < 0.35);
  if (!isPaper || (colourfulness(ground) >= 0.5 && light < 0.9)) return null;
  const part = (value: number): number => (value / 255) ** 2;
  const { r, g, b } = DARK_SHEET;
  return { r: r * part(ground.r), g: g * part(ground.g), b: b * part(ground.b), alpha: ground.alpha };
}

/** Reading the styles of more would be felt; such a mail stays on white paper. Some 15 ms. */
const MOST_ELEMENTS = 6_000;
/** Below this nobody was meant to read it: what a preview shows of a newsletter, white on white. */
const UNSEEN = 1.2;
const BRIGHT = 10;

type Change = { readonly element: HTMLElement; readonly name: string; readonly value: string };
/** What is behind an element, before and after. */
type Ground = { readonly was: Colour; readonly is: Colour };

/** Changes the page in a frame in place. Answers whether it could; if not, the page is as it was. */
export function adaptColours(inside: Document, theme: Theme): boolean {
  const root = inside.documentElement;
  const view = inside.defaultView;
  if (view === null || inside.getElementsByTagName('*').length > MOST_ELEMENTS) return false;
  const changes: Change[] = [];
  const look = (element: HTMLElement, behind: Ground): void => {
    const style = view.getComputedStyle(element);
    if (style.display === 'none') return;
    const ground = groundOf(element, style, behind, theme, changes);
    if (hasWords(element)) dress(element, style, ground, changes);
    if (theme === 'dark') dimLines(element, style, ground, changes);
    // Of another realm: instanceof our own HTMLElement does not hold in the frame.
    for (const child of element.children) if ('style' in child) look(child as HTMLElement, ground);
  };
  const paper = readColour(view.getComputedStyle(root).backgroundColor) ?? DARK_SHEET;
  look(root, { was: paper, is: paper });
  // All reading before all writing: each write in between would make the browser reckon the page again.
  for (const { element, name, value } of changes) element.style.setProperty(name, value, 'important');
  if (theme === 'dark') root.style.colorScheme = 'dark';
  return true;
}

function groundOf(
  element: HTMLElement,
  style: CSSStyleDeclaration,
  behind: Ground,
  theme: Theme,
  changes: Change[],
): Ground {
  const gradient = gradientOf(style.backgroundImage);
  const own = gradient ?? readColour(style.backgroundColor);
  if (own === null || own.alpha < 0.05) return behind;
  const dark = theme === 'dark' ? darkGround(own) : null;
  if (dark !== null) {
    changes.push({ element, name: 'background-color', value: writeColour(dark) });
    if (gradient !== null) changes.push({ element, name: 'background-image', value: 'none' });
  }
  return { was: over(own, behind.was), is: over(dark ?? own, behind.is) };
}

/** The middle of its first and last colour; pictures are long gone from here. */
function gradientOf(image: string): Colour | null {
  const colours = (image.match(/rgba?\([^)]*\)/g) ?? []).map(readColour).filter((colour) => colour !== null);
  const [first, last] = [colours[0], colours.at(-1)];
  return first === undefined || last === undefined ? null : between(first, last, 0.5);
}

function dress(element: HTMLElement, style: CSSStyleDeclaration, { was, is }: Ground, changes: Change[]): void {
  const words = readColour(style.color);
  if (words === null) return;
  const hasLostGround = style.getPropertyValue(LOST_GROUND).trim() === 'lost';
  const before = contrast(over(words, was), was);
  const isMeant = before >= UNSEEN || hasLostGround;
  const isSameGround = writeColour(was) === writeColour(is);
  // On its own ground a mail keeps its own colours, save where what they stood on is gone.
  if (isSameGround && !(hasLostGround && before < READABLE)) return;
  // As plain as it was on paper; beyond this it glares in the dark.
  const wanted = Math.min(BRIGHT, Math.max(READABLE, before));
  const value = isMeant ? readableOn(over(words, is), is, wanted) : is;
  if (!isMeant || contrast(over(words, is), is) < wanted)
    changes.push({ element, name: 'color', value: writeColour(value) });
}

const hasWords = (element: HTMLElement): boolean =>
  [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '') ||
  element.localName === 'li' ||
  element.localName === 'hr';

/** Thin light lines of paper would glare, and black ones be gone. */
function dimLines(element: HTMLElement, style: CSSStyleDeclaration, { was, is }: Ground, changes: Change[]): void {
  if (writeColour(was) === writeColour(is)) return;
  for (const side of ['top', 'right', 'bottom', 'left']) {
    if (style.getPropertyValue(`border-${side}-style`) === 'none') continue;
    const line = readColour(style.getPropertyValue(`border-${side}-color`));
    if (line === null || line.alpha === 0) continue;
    if (darkGround(line) === null && contrast(over(line, is), is) > 1.5) continue;
    changes.push({ element, name: `border-${side}-color`, value: writeColour(DARK_LINE) });
  }
}
