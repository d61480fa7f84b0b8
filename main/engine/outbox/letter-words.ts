// A letter as it goes out, in both its forms: what the owner wrote, his signature, and below it what he answers or passes on.
// The HTML form puts what is below in a quote as Gmail and Apple Mail write it, so that theirs and ours can fold it away; it is
// made of the plain words, never of somebody else's HTML.
import type { Language } from '../../domain/conversation/message.ts';
import { linkedText } from './linked-text.ts';
import { allowedHtml, escaped } from './allowed-html.ts';

/** What stands below the owner's words. */
export type Below =
  /** `head` says who wrote it and when. */
  { readonly kind: 'answered' | 'passed-on'; readonly head: string; readonly text: string };

export type LetterWords = {
  readonly text: string;
  /** As the composer made it; null: plain. */
  readonly html: string | null;
  readonly signature: string;
  readonly below: Below | null;
  /** null: none beyond doubt. */
  readonly language?: Language | null;
  /** Points across, by Content-ID. */
  readonly pictureWidths?: ReadonlyMap<string, number>;
};

/** Programs differ in what they take where nothing is said, and Outlook takes a book's letter. The size is the reader's own. */
const FONT = 'font-family:Arial,Helvetica,sans-serif';

/** The story so far is in the conversation; what goes along below a letter need not be a book. */
const MOST_BELOW_CHARS = 60_000;

export function letterText({ text, signature, below }: LetterWords): string {
  const parts = [text.trimEnd()];
  // RFC 3676 4.3: the separator is "-- " with its blank.
  if (signature.trim() !== '') parts.push(`-- \n${signature.trim()}`);
  const words = wordsBelow(below);
  if (below !== null && words !== null) {
    parts.push(below.kind === 'answered' ? `${below.head}\n${quoted(words)}` : `${below.head}\n\n${words}`);
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** null where the owner wrote plain words. `pictures`: Content-IDs of what is shown within the text. */
export function letterHtml({ html, signature, below, language = null, pictureWidths }: LetterWords): {
  readonly html: string;
  readonly pictures: ReadonlySet<string>;
} | null {
  if (html === null) return null;
  const own = allowedHtml(html, pictureWidths);
  const parts = [own.html];
  if (signature.trim() !== '') {
    parts.push(`<br><div class="gmail_signature">-- <br>${linkedText(signature.trim())}</div>`);
  }
  const words = wordsBelow(below);
  if (below !== null && words !== null) {
    const head = `<div class="gmail_attr">${lines(below.head)}<br></div>`;
    const inside =
      below.kind === 'answered'
        ? `<blockquote type="cite" class="gmail_quote" style="${QUOTE_STYLE}">${lines(words)}</blockquote>`
        : `<br>${lines(words)}`;
    parts.push(`<br><div class="gmail_quote">${head}${inside}</div>`);
  }
  // Read aloud in its own language (WCAG 3.1.1); a program that takes the HTML out of its part still knows its letters.
  const lang = language === null ? '' : ` lang="${language}"`;
  const head = '<head><meta charset="utf-8"></head>';
  const body = `<body><div style="${FONT}">${parts.join('\n')}</div></body>`;
  return { html: `<!DOCTYPE html>\n<html${lang}>${head}${body}</html>\n`, pictures: own.pictures };
}

const QUOTE_STYLE = 'margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex';

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>\n');

/** null: nothing to show. What is passed on is passed on also when it says nothing: it has a head, and files. */
function wordsBelow(below: Below | null): string | null {
  if (below === null) return null;
  const whole = below.text.replace(/\r\n?/g, '\n').trimEnd();
  if (whole.trim() === '' && below.kind === 'answered') return null;
  if (whole.length <= MOST_BELOW_CHARS || below.kind === 'passed-on') return whole;
  return `${whole.slice(0, whole.lastIndexOf('\n', MOST_BELOW_CHARS))}\n[...]`;
}

/** Quoted once more: "> " before a line, ">" before one that is quoted already (RFC 3676 4.5). */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : line.trim() === '' ? '>' : `> ${line}`))
    .join('\n');
