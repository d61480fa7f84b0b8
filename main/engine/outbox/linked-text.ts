// Plain words as HTML in which what reads as an address leads there: of a signature, mostly.
import { LinkifyIt } from 'linkify-it';
import { escaped } from './allowed-html.ts';

export function linkedText(text: string): string {
  const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true });
  let html = '';
  let at = 0;
  for (const { index, lastIndex, url, text: words } of linkify.match(text) ?? []) {
    if (!/^(?:https?:|mailto:)/i.test(url)) continue;
    html += `${lines(text.slice(at, index))}<a href="${escaped(url)}">${escaped(words)}</a>`;
    at = lastIndex;
  }
  return html + lines(text.slice(at));
}

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>\n');
