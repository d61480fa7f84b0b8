// The reply of an HTML mail without what it answers: by the containers in which mail programs put their quotes, and
// else by the same introducing lines as in text. Takes text out and leaves tags in balance; when nothing would be
// left, the page stays whole.
import { anywhere, oneOf, wordSet } from '../phrases.ts';
import { decodeEntities } from './html-entities.ts';
import { afterClosing, BLOCK_TAGS, tagAt, UNSEEN_TAGS } from './html-tags.ts';
import { quoteStartAt } from './quote-lines.ts';

export function stripQuoteHtml(html: string): string {
  // Larger pages are newsletters; a reply of this size would be no reply.
  if (html.length > LONGEST_PAGE) return html;
  const tokens = tokensOf(html);
  const gone = new Uint8Array(tokens.length);
  dropContainers(tokens, gone);
  dropIntroduced(tokens, gone);
  const hasText = tokens.some(
    (token, index) => gone[index] === 0 && token.kind === 'text' && shownText(token.raw) !== '',
  );
  return hasText ? tokens.map((token, index) => (gone[index] === 0 ? token.raw : '')).join('') : html;
}

const LONGEST_PAGE = 2_000_000;

type Token = {
  readonly kind: 'text' | 'open' | 'close' | 'void' | 'unseen';
  readonly name: string;
  readonly raw: string;
};
const VOID = wordSet`
  area base br col embed hr img input link meta param source track wbr
`;

function tokensOf(html: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let textFrom = 0;
  const flush = (until: number): void => {
    if (until > textFrom) tokens.push({ kind: 'text', name: '', raw: html.slice(textFrom, until) });
  };
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    const tag = tagAt(html, open);
    if (tag === null) {
      at = open + 1;
      continue;
    }
    flush(open);
    const isUnseen = tag.name === '' || (!tag.isClosing && UNSEEN_TAGS.has(tag.name));
    const end = isUnseen && tag.name !== '' ? afterClosing(html, tag.name, tag.end) : tag.end;
    const kind = isUnseen ? 'unseen' : VOID.has(tag.name) ? 'void' : tag.isClosing ? 'close' : 'open';
    tokens.push({ kind, name: tag.name, raw: html.slice(open, end) });
    at = end;
    textFrom = end;
  }
  flush(html.length);
  return tokens;
}

// ---- containers

/** From here on everything is the quote: Outlook on the web and its apps, Hotmail. */
const QUOTE_FOLLOWS = /\bid\s*=\s*["']?(?:x_)?(?:divRplyFwdMsg|stopSpelling|OLK_SRC_BODY_SECTION)\b/i;
const QUOTE_NAMES = oneOf`
  # Outlook
  mail-editor-reference-message-container|ms-outlook-mobile-reference-message
  # Yahoo, Proton, Tuta, Zoho
  (?:ydp\w{1,20})?yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra
  # Thunderbird, Outlook again
  moz-cite-prefix|moz-forward-container|OutlookMessageHeader
  # Spark, Mail.ru, Gmail's introducing line, and others
  isReplyContent|isForwardContent|messageReplySection
  mailru-blockquote|reply-intro|gmail_attr
`;
/** The element itself is the quote; the plain name "quote" is GMX. */
const IS_QUOTE = anywhere('i')`
  \b(?:id|class|name)\s*=\s*["']?[^"'>]{0,200}\b(?:x_)?(?:${QUOTE_NAMES})\b
  \bname\s*=\s*["']?quote["'\s>]
`;
/** Gmail's box, in which an answer between the lines may stand as well. */
const GMAIL_BOX = /\bclass\s*=\s*["'][^"'>]{0,200}\b(?:x_)?gmail_quote\b/i;

function dropContainers(tokens: readonly Token[], gone: Uint8Array): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || gone[at] === 1 || (token.kind !== 'open' && token.kind !== 'void')) continue;
    if (QUOTE_FOLLOWS.test(token.raw)) {
      dropText(tokens, gone, at, tokens.length);
      return;
    }
    if (token.kind === 'void') continue;
    const isGmail = GMAIL_BOX.test(token.raw);
    if (token.name === 'blockquote' ? !isGmail : IS_QUOTE.test(token.raw)) {
      at = drop(tokens, gone, at, elementEnd(tokens, at)) - 1;
    } else if (token.name === 'div' && isGmail) at = dropGmailBox(tokens, gone, at) - 1;
  }
}

/** Its line of introduction and its blockquotes go; what the writer put between those stays. */
function dropGmailBox(tokens: readonly Token[], gone: Uint8Array, from: number): number {
  const end = elementEnd(tokens, from);
  let firstQuote = -1;
  for (let at = from + 1; at < end; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'open' || token.name !== 'blockquote') continue;
    if (firstQuote < 0) firstQuote = at;
    at = drop(tokens, gone, at, elementEnd(tokens, at)) - 1;
  }
  // A forwarded message has no blockquote: all of the box is it.
  if (firstQuote < 0) return drop(tokens, gone, from, end);
  dropText(tokens, gone, from, firstQuote);
  return end;
}

/** Index after the closing tag that belongs to the opening one. */
function elementEnd(tokens: readonly Token[], from: number): number {
  const name = tokens[from]?.name;
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.name !== name) continue;
    if (token?.kind === 'open') depth += 1;
    else if (token?.kind === 'close' && (depth -= 1) === 0) return at + 1;
  }
  return tokens.length;
}

function drop(_tokens: readonly Token[], gone: Uint8Array, from: number, end: number): number {
  gone.fill(1, from, end);
  return end;
}

/** Takes what is seen, and keeps the tags that give the page its shape. */
function dropText(tokens: readonly Token[], gone: Uint8Array, from: number, end: number): void {
  for (let at = from; at < end; at += 1) if (tokens[at]?.kind === 'text' || tokens[at]?.kind === 'void') gone[at] = 1;
}

// ---- introducing lines

type Line = { readonly from: number; readonly end: number; readonly text: string };

function dropIntroduced(tokens: readonly Token[], gone: Uint8Array): void {
  const lines = linesOf(tokens, gone);
  const texts = lines.map(({ text }) => text);
  for (let at = 0; at < lines.length; at += 1) {
    const start = quoteStartAt(texts, at);
    if (start === null || start.before !== '') continue;
    const first = lines[at];
    const last = lines[at + start.lines - 1];
    if (first === undefined || last === undefined) return;
    // A quote below that is already gone was introduced by this line; what comes after it is the writer's.
    const hasGone = start.kind === 'attribution' && isGoneBelow(tokens, gone, last.end);
    dropText(tokens, gone, first.from, hasGone ? last.end : tokens.length);
    if (!hasGone) return;
    at += start.lines - 1;
  }
}

function isGoneBelow(tokens: readonly Token[], gone: Uint8Array, from: number): boolean {
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'text' || shownText(token.raw) === '') continue;
    return gone[at] === 1;
  }
  return false;
}

const RULE = '_'.repeat(32);
/** Outlook draws its line between answer and quote as the upper border of a box. */
const TOP_BORDER = /border-top(?:-style|-width)?\s*:\s*[^;"']{0,60}(?:solid|1)/i;

function linesOf(tokens: readonly Token[], gone: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  let from = -1;
  let words = '';
  const endLine = (end: number): void => {
    const text = words.replace(/\s+/g, ' ').trim();
    if (text !== '') lines.push({ from, end, text });
    from = -1;
    words = '';
  };
  tokens.forEach((token, index) => {
    if (gone[index] === 1) return;
    if (token.kind === 'text') {
      const text = decodeEntities(token.raw).replace(INVISIBLE, '');
      if (from < 0 && text.trim() !== '') from = index;
      words += text;
    } else if (token.name === 'br' || BLOCK_TAGS.has(token.name)) {
      endLine(index);
      const isRule = token.name === 'hr' || (token.kind === 'open' && TOP_BORDER.test(token.raw));
      if (isRule) lines.push({ from: index, end: index + 1, text: RULE });
    }
  });
  endLine(tokens.length);
  return lines;
}

// Marks of direction that Windows Mail wraps dates in, and the like.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

const shownText = (raw: string): string =>
  decodeEntities(raw)
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, '');
