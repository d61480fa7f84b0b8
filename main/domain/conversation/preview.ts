// One line of a message for the queue and for notifications: the writer's own words, from the start.
import { stripQuote } from './strip-quote.ts';

/** Two lines of the list at its widest. */
const LONGEST = 180;
/** What is looked at to find them: a mail of megabytes has said what it is about by then. */
const LOOKED_AT = 8_000;

export function previewOf(text: string): string {
  const own = stripQuote(text.slice(0, LOOKED_AT)).replace(/\s+/g, ' ').trim();
  if (own.length <= LONGEST) return own;
  const cut = own.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/[\s,;:.\uFFFD]+$/, '')}…`;
}
