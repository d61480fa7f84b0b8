// Finds words in a text as a reader means them: whatever their case and accents, and across line ends. The engine counts with it
// and the window marks with it, so that both find the same.

/** How often, without overlap. */
export function countWords(text: string, wanted: string): number {
  const needle = folded(wanted).trim();
  if (needle === '') return 0;
  const hay = folded(text);
  let count = 0;
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) count += 1;
  return count;
}

export type Place = { readonly from: number; readonly until: number };

/** Where, as indexes into the text itself. */
export function placesOfWords(text: string, wanted: string): readonly Place[] {
  const needle = folded(wanted).trim();
  // Nearly all texts hold none, and cost only this.
  if (needle === '' || !folded(text).includes(needle)) return [];
  const { hay, origin } = withOrigin(text);
  const places: Place[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    const from = origin[at] ?? 0;
    const until = origin[at + needle.length] ?? text.length;
    places.push({ from, until });
  }
  return places;
}

/** What is looked for, and what is looked in, side by side; '' finds nothing. */
function folded(text: string): string {
  const plain = BEYOND_ASCII.test(text) ? text.normalize('NFD').replace(MARKS, '').toLowerCase() : text.toLowerCase();
  return plain.replaceAll('ς', 'σ').replace(WIDE_BLANK, ' ');
}

/** Most letters hold nothing else, and need no look at each letter. */
const BEYOND_ASCII = /[^\0-\x7f]/;
const MARKS = /\p{M}+/gu;
/** Leaves single spaces alone: they are nearly all there is. */
const WIDE_BLANK = /[^\S ]\s*| \s+/g;

/** The folded text, and for each of its letters the index of the letter it came from. */
function withOrigin(text: string): { readonly hay: string; readonly origin: readonly number[] } {
  const origin: number[] = [];
  let hay = '';
  let at = 0;
  for (const letter of text) {
    const plain = folded(letter);
    if (!(plain === ' ' && hay.endsWith(' '))) {
      hay += plain;
      for (let more = 0; more < plain.length; more += 1) origin.push(at);
    }
    at += letter.length;
  }
  origin.push(text.length);
  return { hay, origin };
}
