// The HTML of what the owner wrote, made anew from the few words that his composer knows. There is no DOM here, and what comes in is
// believed in nothing: what is not exactly one of these tags goes out as the text it is.

type Attributes = Readonly<Record<string, string>>;

/** A paragraph of the composer is a line: without a margin, and an empty one as high as a line. */
const LINE = '<p style="margin:0">';
const QUOTE = '<blockquote style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">';

const PLAIN: ReadonlySet<string> = new Set(['strong', 'em', 'u', 's', 'ul', 'li']);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
/** Those that a block ends although nobody closed them: a link never runs on through the rest of a letter. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'hr']);

/** Attributes hold neither "<" nor ">": what does is no tag of ours. Each "<" is looked at once, up to the next. */
const TAG = /<(\/?)([a-z]{1,10})((?:\s+[a-z-]{1,30}(?:="[^"<>]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([a-z-]{1,30})(?:="([^"<>]*)")?/gi;
/** Deeper than anybody writes; what lies deeper still goes out flat. */
const DEEPEST = 40;

export type AllowedHtml = {
  readonly html: string;
  /** Content-IDs of the pictures in it. */
  readonly pictures: ReadonlySet<string>;
};

/** What most programs show a mail in; Outlook draws a picture as wide as it is, and knows only this attribute. */
const WIDEST = 600;

/** `widths`: of its pictures, in points, by Content-ID. */
export function allowedHtml(written: string, widths: ReadonlyMap<string, number> = new Map()): AllowedHtml {
  const out: string[] = [];
  const open: string[] = [];
  const pictures = new Set<string>();
  const close = (name: string): void => {
    const from = open.lastIndexOf(name);
    if (from < 0) return;
    for (const tag of open.splice(from).toReversed()) out.push(`</${tag}>`);
  };
  let at = 0;
  for (const found of written.matchAll(TAG)) {
    out.push(asText(written.slice(at, found.index)));
    at = found.index + found[0].length;
    const name = (found[2] ?? '').toLowerCase();
    const tag = tagFor(name, attributesIn(found[3] ?? ''), widths);
    if (tag === null) {
      out.push(escaped(found[0]));
      continue;
    }
    if (found[1] === '/') {
      close(name);
      continue;
    }
    if (BLOCKS.has(name)) close('p');
    if (name === 'a') close('a');
    if (tag.picture !== null) pictures.add(tag.picture);
    if (!EMPTY.has(name) && open.length >= DEEPEST) continue;
    out.push(tag.html);
    if (!EMPTY.has(name)) open.push(name);
  }
  out.push(asText(written.slice(at)));
  for (const tag of open.toReversed()) out.push(`</${tag}>`);
  return { html: out.join('').replaceAll(`${LINE}</p>`, `${LINE}<br></p>`), pictures };
}

const NARROWER = 'style="max-width:100%;height:auto"';

type Tag = { readonly html: string; readonly picture: string | null };

/** null: none of ours. */
function tagFor(
  name: string,
  { href = '', src = '', alt = '', start = '' }: Attributes,
  widths: ReadonlyMap<string, number>,
): Tag | null {
  if (PLAIN.has(name) || name === 'br' || name === 'hr') return { html: `<${name}>`, picture: null };
  switch (name) {
    case 'p':
      return { html: LINE, picture: null };
    case 'blockquote':
      return { html: QUOTE, picture: null };
    case 'ol':
      return { html: /^\d{1,6}$/.test(start) ? `<ol start="${start}">` : '<ol>', picture: null };
    case 'a':
      // Without a place to go to it is only words.
      return { html: isLink(href) ? `<a href="${asText(href)}">` : '<a>', picture: null };
    case 'img': {
      const picture = /^cid:([\w.+@-]{1,200})$/.exec(src)?.[1] ?? null;
      if (picture === null) return { html: '', picture };
      const size = (widths.get(picture) ?? 0) > WIDEST ? ` width="${WIDEST}" ${NARROWER}` : '';
      return { html: `<img src="cid:${picture}" alt="${asText(alt)}"${size}>`, picture };
    }
    default:
      return null;
  }
}

/** Only what a mail may lead to (reliability-security.md, 1). */
const isLink = (href: string): boolean => /^(?:https?:\/\/|mailto:|tel:)[^\s\\]+$/i.test(href);

function attributesIn(written: string): Attributes {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) attributes[name.toLowerCase()] ??= value;
  return attributes;
}

/** An entity stays the one it is; any other sign that means something in HTML means itself. */
const asText = (text: string): string =>
  text.replace(/&(?!(?:amp|lt|gt|quot|nbsp|#39);)|[<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** All of it as it stands there, entities too. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
