// Which messages put nobody to move and go to "Ter info" by themselves. A low score alone never does it: nothing in the message
// may point to somebody who waits, and there must be words to show for it. Whatever is uncertain stays in the queue.
import { wholeWords } from '../phrases.ts';
import { isCloser } from './closers.ts';
import { FEATURES, type FeatureName, type FoundFeature } from './features.ts';
import type { Reading } from './read-message.ts';
import { NOTHING_WANTED } from './reply-cues.ts';
import { BUT, PRAISE, THANKS, TILL_THEN, WISHES } from './rest-cues.ts';

/** 'sender': the owner set this sender apart before, more than once. */
export const REST_REASONS = ['closer', 'informs', 'sender'] as const;
export type RestReason = (typeof REST_REASONS)[number];

export type Rest = {
  readonly because: RestReason;
  /** The writer's own words that show it. */
  readonly words: string;
  /** Says yes, and so may answer a question of ours: then it is for the owner after all. */
  readonly isYes: boolean;
};

/**
 * Of the messages labelled for building, those that must be seen and show thanks but no sign of waiting begin at 0.11. Below 0.10
 * there are none.
 */
const CERTAIN_BELOW = 0.1;
/** Said by the writer himself: "u hoeft niets te doen". */
const SAID_SO_BELOW = 0.2;

/** Seen today, though they wait for no answer: agreed, paid, on the way, will decide. */
const NEWS_OF_A_CUSTOMER: readonly FeatureName[] = [
  'agrees',
  'says that it is solved',
  'says that he paid',
  'is under way',
  'will let us know',
];
const TO_BE_SEEN: ReadonlySet<FeatureName> = new Set([
  ...NEWS_OF_A_CUSTOMER,
  'encloses',
  // Half of what is a person's and sounds so is about a mailing: "unsubscribe".
  'talks like a machine',
]);
const GRATEFUL: readonly FeatureName[] = ['thanks', 'praises', 'takes leave', 'sends good wishes'];

/** Somebody waits, or may well do: whatever else is found, this message is the owner's to read in the queue. */
const pointsToWaiting = (reading: Reading, found: readonly FoundFeature[]): boolean =>
  reading.asks.length > 0 || found.some(({ name }) => FEATURES[name].leans === 'waits');

/** Of a sender whom the owner set apart before, this may be. A catalogue is enclosed too; "akkoord met de offerte" is none. */
export const maySetSenderApart = (reading: Reading, found: readonly FoundFeature[]): boolean =>
  !pointsToWaiting(reading, found) && !found.some(({ name }) => NEWS_OF_A_CUSTOMER.includes(name));

export function restOf(reading: Reading, found: readonly FoundFeature[], score: number): Rest | null {
  const wordsOf = (...names: readonly FeatureName[]): string | undefined =>
    found.find(({ name }) => names.includes(name))?.words;
  const small = reading.small.plain;
  if (NO_END.test(small) || BUT.test(small) || wordsOf('filled in a form or left word') !== undefined) return null;
  const isYes = wordsOf('agrees') !== undefined;
  const closing = wordsOf('is nothing but a closer');
  // Made of closing words alone: "see you then" is no proposal among them.
  if (closing !== undefined) return { because: 'closer', words: closing, isYes };
  if (pointsToWaiting(reading, found) || found.some(({ name }) => TO_BE_SEEN.has(name))) return null;
  const said = NOTHING_WANTED.exec(small)?.[0];
  if (said !== undefined && score <= SAID_SO_BELOW) return { because: 'informs', words: said, isYes };
  const grateful = wordsOf(...GRATEFUL);
  if (grateful === undefined || score > CERTAIN_BELOW || !isAllGrateful(reading.plain)) return null;
  return { because: 'closer', words: grateful, isYes };
}

/** "Nee, bedankt" answers something; "dank voor niks" is a complaint; "thanks in advance" waits. */
const NO_END = wholeWords('u')`
  nee|neen|niks|niets(?! te doen)|geen(?! dank| probleem)
  no(?! (?:worries|problem|action|reply|response))|not|nothing
  non|rien|pas(?! de souci)|nein|nichts|kein\p{L}*
  # Thanks for what is still to come.
  alvast|bij voorbaat|in advance|d['’]avance|im voraus
`;

/** Each part of it, from comma to comma, is thanks, praise or a goodbye: behind "bedankt," may stand anything. */
function isAllGrateful(plain: string): boolean {
  const parts = plain.split(/[.,;:!\n]+/).map((part) => part.trim());
  return parts.every((part, index) => {
    const words = part.match(/[\p{L}\p{N}’']+/gu) ?? [];
    if (words.length === 0 || isCloser(part)) return true;
    const small = part.toLowerCase();
    if (TILL_THEN.test(small) && words.length <= LONGEST_GOODBYE) return true;
    if ([THANKS, PRAISE, WISHES].some((pattern) => pattern.test(small))) return words.length <= LONGEST_THANKS;
    // "Dag Els," above, and a name below.
    const isEdge = index === 0 || index === parts.length - 1;
    return isEdge && words.length <= 2 && words.every((word) => /^\p{Lu}/u.test(word) || GREETS.has(word));
  });
}

const GREETS: ReadonlySet<string> = new Set(['dag', 'hoi', 'hallo', 'beste', 'hi', 'hello', 'bonjour']);
const LONGEST_GOODBYE = 5;
const LONGEST_THANKS = 10;
