// One line of a message for the queue and for notifications: the writer's own words, from the start.
import { stripQuote } from './strip-quote.ts';

/** Two lines of the list at its widest. */
const LONGEST = 180;
/** What is looked at to find them: a mail of megabytes has said what it is about by then. */
const LOOKED_AT = 8_000;
/** Nearly always this holds more than enough. */
const BEGINNING = 1_500;
/** Own words in the beginning that leave no doubt: a quote or a signature that the cut went through is further down. */
const PLENTY = 600;
const QUOTE_MARK = /^\s{0,3}>/m;

export function previewOf(text: string): string {
  const own = ownWordsInBeginning(text) ?? ownWordsIn(text.slice(0, LOOKED_AT));
  if (own.length <= LONGEST) return own;
  const cut = own.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/[\s,;:.\uFFFD]+$/, '')}…`;
}

/** null: not enough of them, or below something quoted. */
function ownWordsInBeginning(text: string): string | null {
  const beginning = text.slice(0, BEGINNING);
  if (text.length > BEGINNING && QUOTE_MARK.test(beginning)) return null;
  const own = ownWordsIn(beginning);
  return own.length >= PLENTY || text.length <= BEGINNING ? own : null;
}

// Leaves single spaces alone: they are nearly all there is.
const ownWordsIn = (text: string): string =>
  stripQuote(text)
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .trim();
