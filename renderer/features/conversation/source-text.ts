// A message's source in words: header lines, then what is below them. Only ever shown as text.
import type { MessageSource } from '../../../main/contract/story.ts';

/** More than this no one reads, and a page with an attachment of megabytes in it is slow to scroll. */
const LONGEST = 1_000_000;

export function keptSource({ headers, text, html }: Pick<MessageSource, 'headers' | 'text' | 'html'>): string {
  const parts = [headers.map(({ name, value }) => `${name}: ${value}`).join('\n'), text.trim()];
  if (html !== null && html.trim() !== '') parts.push(html.trim());
  return cut(parts.filter((part) => part !== '').join('\n\n'));
}

/** RFC 6532 has header and text in UTF-8; what is older and is not shows its odd letters as replaced. */
export function originalSource(bytes: Uint8Array): string {
  return cut(new TextDecoder().decode(bytes.subarray(0, LONGEST)).replaceAll('\r\n', '\n'));
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
