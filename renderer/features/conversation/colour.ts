// Colours as numbers, as far as a mail needs it: reading what the browser computed, how light one is, and whether words can be read.

/** Red, green and blue from 0 to 255, and how much of it covers, from 0 to 1. */
export type Colour = { readonly r: number; readonly g: number; readonly b: number; readonly alpha: number };

/** Of "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.5)", as computed styles are written; null for other spaces. */
export function readColour(computed: string): Colour | null {
  const found = /^rgba?\((\d+(?:\.\d+)?), ?(\d+(?:\.\d+)?), ?(\d+(?:\.\d+)?)(?:, ?([\d.]+))?\)$/.exec(computed);
  if (found === null) return null;
  const [, r, g, b, alpha] = found;
  return { r: Number(r), g: Number(g), b: Number(b), alpha: alpha === undefined ? 1 : Number(alpha) };
}

export const writeColour = ({ r, g, b, alpha }: Colour): string =>
  `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)}${alpha < 1 ? ` / ${alpha}` : ''})`;

/** WCAG 2.2: 0 is black, 1 is white. */
export function luminance({ r, g, b }: Colour): number {
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2: from 1 (the same) to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How far from grey, from 0 to 1. */
export const colourfulness = ({ r, g, b }: Colour): number => (Math.max(r, g, b) - Math.min(r, g, b)) / 255;

/** `part` of the way from one to the other. */
export const between = (one: Colour, other: Colour, part: number): Colour => ({
  r: one.r + (other.r - one.r) * part,
  g: one.g + (other.g - one.g) * part,
  b: one.b + (other.b - one.b) * part,
  alpha: 1,
});

export const over = (top: Colour, ground: Colour): Colour => between(ground, top, top.alpha);

const WHITE: Colour = { r: 255, g: 255, b: 255, alpha: 1 };
const BLACK: Colour = { r: 0, g: 0, b: 0, alpha: 1 };

/** WCAG 2.2 1.4.3. */
export const READABLE = 4.5;

/** The same colour, only as much lighter or darker as it takes for that contrast with the ground. */
export function readableOn(words: Colour, ground: Colour, wanted = READABLE): Colour {
  const towards = luminance(ground) < 0.18 ? WHITE : BLACK;
  for (let part = 0; part < 1; part += 0.08) {
    const tried = between(words, towards, part);
    if (contrast(tried, ground) >= wanted) return tried;
  }
  return towards;
}
