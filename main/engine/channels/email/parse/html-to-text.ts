// The words of an HTML mail that has no text part: for search, the queue's rules and the notification. One pass over the
// characters, no tree, so 100,000 nested <div> cost what their characters cost. Showing HTML is the renderer's business.
import { decodeEntities } from './html-entities.ts';
import { LIMITS } from './limits.ts';

export function htmlToText(html: string): string {
  const source = html.length > LIMITS.htmlToTextLength ? html.slice(0, LIMITS.htmlToTextLength) : html;
  const page = createPage();
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      page.write(source.slice(at));
      break;
    }
    if (open > at) page.write(source.slice(at, open));
    const code = source.charCodeAt(open + 1);
    if (code === 33 || code === 63) {
      at = skipDeclaration(source, open);
      continue;
    }
    const isClosing = code === 47;
    const nameStart = isClosing ? open + 2 : open + 1;
    let nameEnd = nameStart;
    while (isNameCode(source.charCodeAt(nameEnd)) && nameEnd - nameStart < 20) nameEnd += 1;
    if (nameEnd === nameStart) {
      // "a < b": no tag.
      page.write('<');
      at = open + 1;
      continue;
    }
    const name = source.slice(nameStart, nameEnd).toLowerCase();
    const end = tagEnd(source, nameEnd);
    const isUnseen = !isClosing && UNSEEN.has(name);
    if (isUnseen) {
      const close = closingTag(source, name, end);
      at = close < 0 ? source.length : close;
      continue;
    }
    page.tag(name, isClosing, name === 'div' || name === 'blockquote' ? source.slice(nameEnd, end) : '');
    at = end;
  }
  return page.text();
}

// What is between these tags is not for reading.
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template']);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav head ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
// Followed by an empty line, as a browser shows them.
const APART: ReadonlySet<string> = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl pre table blockquote'.split(' '));

type Page = {
  readonly write: (raw: string) => void;
  readonly tag: (name: string, isClosing: boolean, attributes: string) => void;
  readonly text: () => string;
};

function createPage(): Page {
  const lines: string[] = [];
  let line = '';
  let quoteDepth = 0;
  let preDepth = 0;
  let emptyWanted = false;

  const endLine = (): void => {
    const shown = preDepth > 0 ? line.trimEnd() : line.trim();
    line = '';
    if (shown === '') return;
    if (emptyWanted && lines.length > 0) lines.push(quoteMark(quoteDepth).trimEnd());
    emptyWanted = false;
    lines.push(quoteMark(quoteDepth) + shown);
  };
  return {
    write: (raw) => {
      const text = decodeEntities(raw);
      if (preDepth > 0) {
        const pieces = text.split(/\r\n|\n|\r/);
        pieces.forEach((piece, index) => {
          line += piece;
          if (index < pieces.length - 1) breakLine();
        });
        return;
      }
      const folded = text.replace(/[ \t\r\n\f\u00a0]+/g, ' ').replace(INVISIBLE, '');
      line += line === '' || line.endsWith(' ') ? folded.trimStart() : folded;
    },
    tag: (name, isClosing, attributes) => {
      if (name === 'br') breakLine();
      else if (name === 'td' || name === 'th') line += line === '' || line.endsWith(' ') ? '' : ' ';
      else if (name === 'blockquote') {
        endLine();
        emptyWanted = true;
        quoteDepth = isClosing ? Math.max(0, quoteDepth - 1) : Math.min(20, quoteDepth + 1);
      } else if (BLOCKS.has(name)) {
        endLine();
        if (APART.has(name)) emptyWanted = true;
        if (name === 'pre') preDepth = isClosing ? Math.max(0, preDepth - 1) : preDepth + 1;
        if (name === 'li' && !isClosing) line = '- ';
        // Outlook's line between an answer and what it answers: with it, quotes are found in the text as well.
        if (name === 'hr' || (name === 'div' && /border-top:\s*solid/i.test(attributes)))
          lines.push('', '_'.repeat(32));
      }
    },
    text: () => {
      endLine();
      while (lines.at(-1) === '') lines.pop();
      return lines.join('\n');
    },
  };

  function breakLine(): void {
    const shown = preDepth > 0 ? line.trimEnd() : line.trim();
    if (shown === '') emptyWanted = true;
    else endLine();
    line = '';
  }
}

const quoteMark = (depth: number): string => (depth === 0 ? '' : `${'>'.repeat(depth)} `);

// Soft hyphens and zero-width filler, by which newsletters pad the preview.
const INVISIBLE = /\u00ad|\u034f|[\u200b-\u200f]|\u2060|\ufeff/g;

const isNameCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58);

function skipDeclaration(source: string, open: number): number {
  const end = source.startsWith('<!--', open) ? endAfter(source, '-->', open + 2) : endAfter(source, '>', open + 1);
  // Without an end it takes the rest of the mail with it, as in a browser.
  return end < 0 ? source.length : end;
}

const endAfter = (source: string, mark: string, from: number): number => {
  const at = source.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};

/** Past the `>` that ends the tag; one inside a quoted attribute does not. */
function tagEnd(source: string, from: number): number {
  let quote = 0;
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
      // A quote that somebody forgot would swallow the mail.
      else if (at - from > 20_000) break;
    } else if (code === 62) return at + 1;
    else if ((code === 34 || code === 39) && source.charCodeAt(at - 1) === 61) quote = code;
  }
  return endAfter(source, '>', from) < 0 ? source.length : endAfter(source, '>', from);
}

function closingTag(source: string, name: string, from: number): number {
  let at = source.indexOf('</', from);
  while (at >= 0) {
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return endAfter(source, '>', at);
    at = source.indexOf('</', at + 2);
  }
  return -1;
}
