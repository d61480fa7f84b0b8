// Whether a mail's layout may be drawn at all. The parser and the purifier have no limit of their own, and a page of 20 kB can be
// written so that the browser makes millions of elements of it: the window would stand still. Such a mail is shown as its text.

const MAX_CHARACTERS = 2_000_000;
/** The heaviest order lists seen have 15,000; the purifier walks every one. */
const MAX_TAGS = 40_000;
const MAX_ELEMENTS = 60_000;
/** The browser compares each attribute of an element with all others, and the purifier takes them away one by one. */
const MAX_ATTRIBUTES_OF_ONE = 300;
const MAX_ATTRIBUTES = 120_000;
/** Elements that the parser might make; really counted below this. */
const MAX_GUESSED = 1_000_000;

export function isTooHeavy(html: string): boolean {
  if (html.length > MAX_CHARACTERS) return true;
  let tags = 0;
  let attributes = 0;
  let read = 0;
  const looks = new Set<string>();
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > MAX_TAGS) return true;
    if (!LETTER.test(html[at + 1] ?? '')) continue;
    const { end, count } = readTag(html, at + 1);
    attributes += count;
    // Each "<" is read as if it began a tag, so that none hides in what only seems a comment; a mail of such seeming tags is a game.
    read += end - at;
    if (count > MAX_ATTRIBUTES_OF_ONE || attributes > MAX_ATTRIBUTES || read > 2 * MAX_CHARACTERS) return true;
    if (FORMATTING.test(html.slice(at + 1, at + 8))) looks.add(html.slice(at, end));
  }
  // HTML 13.2.4.3: of open formatting elements that look the same three are kept, and all are made anew in each paragraph.
  const guessed = tags * (1 + 3 * looks.size);
  if (guessed > MAX_GUESSED) return true;
  if (guessed <= MAX_ELEMENTS) return false;
  // An inert document: nothing in it is fetched or run.
  return new DOMParser().parseFromString(html, 'text/html').getElementsByTagName('*').length > MAX_ELEMENTS;
}

const LETTER = /[a-z]/i;
const FORMATTING = /^(?:b|big|code|em|font|i|s|small|strike|strong|tt|u)[\s/>]/i;
const BLANK = /[\s/]/;

/** Where the tag ends and how many attributes it has, as a browser reads it (HTML 13.2.5.32 to 13.2.5.40). */
function readTag(html: string, from: number): { readonly end: number; readonly count: number } {
  let at = from;
  while (at < html.length && !BLANK.test(html[at] ?? '') && html[at] !== '>') at += 1;
  let count = 0;
  while (at < html.length) {
    while (BLANK.test(html[at] ?? '')) at += 1;
    if (at >= html.length || html[at] === '>') break;
    count += 1;
    if (count > MAX_ATTRIBUTES_OF_ONE) break;
    // A name may begin with "=".
    at += 1;
    while (at < html.length && !BLANK.test(html[at] ?? '') && html[at] !== '>' && html[at] !== '=') at += 1;
    let value = at;
    while (BLANKS.test(html[value] ?? '')) value += 1;
    if (html[value] === '=') at = endOfValue(html, value + 1);
  }
  return { end: at, count };
}

const BLANKS = /\s/;

function endOfValue(html: string, from: number): number {
  let at = from;
  while (BLANKS.test(html[at] ?? '')) at += 1;
  const quote = html[at];
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, at + 1);
    return end < 0 ? html.length : end + 1;
  }
  while (at < html.length && !BLANKS.test(html[at] ?? '') && html[at] !== '>') at += 1;
  return at;
}
