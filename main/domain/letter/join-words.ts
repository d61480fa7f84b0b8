// Two pieces of writing that become one, in plain text and with their looks.
import { htmlOf } from './letter-html.ts';
import { letterOf } from './letter-text.ts';

export type Words = { readonly text: string; readonly html: string | null };

export function joinedText(one: string, other: string): string {
  if (other.trim() === '') return one;
  return one.trim() === '' ? other : `${one}\n\n${other}`;
}

/** null where neither has looks. */
export function joinedHtml(one: Words, other: Words): string | null {
  if (one.html === null && other.html === null) return null;
  const written = [one, other].map(({ text, html }) => html ?? (text.trim() === '' ? '' : htmlOf(letterOf(text))));
  return written.filter((html) => html !== '').join('<p></p>');
}
