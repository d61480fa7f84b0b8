// Which messages put nobody to move and go to "Ter info" by themselves. A low score alone never does it: nothing in the message
// may point to somebody who waits, and there must be words to show for it. Whatever is uncertain stays in the queue.
import { FEATURES, type FeatureName, type FoundFeature } from './features.ts';
import type { Reading } from './read-message.ts';

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
 * Of the messages labelled for building, those that must be seen and show thanks or information but no sign of waiting begin at
 * 0.11. Below 0.10 there are none.
 */
const CERTAIN_BELOW = 0.1;
/** Said by the writer himself: "u hoeft niets te doen". */
const SAID_SO_BELOW = 0.2;

/** Seen today, though they wait for no answer: agreed, paid, sent along, on the way, will decide. */
const TO_BE_SEEN: ReadonlySet<FeatureName> = new Set([
  'agrees',
  'says that it is solved',
  'says that he paid',
  'encloses',
  'is under way',
  'will let us know',
]);
const GRATEFUL: readonly FeatureName[] = ['thanks', 'praises', 'takes leave', 'sends good wishes'];

/** Somebody waits, or may well do: whatever else is found, this message is the owner's to read in the queue. */
export const pointsToWaiting = (reading: Reading, found: readonly FoundFeature[]): boolean =>
  reading.asks.length > 0 || found.some(({ name }) => FEATURES[name].leans === 'waits');

export function restOf(reading: Reading, found: readonly FoundFeature[], score: number): Rest | null {
  const wordsOf = (...names: readonly FeatureName[]): string | undefined =>
    found.find(({ name }) => names.includes(name))?.words;
  const isYes = wordsOf('agrees') !== undefined;
  const closing = wordsOf('is nothing but a closer');
  // Made of closing words alone: "see you then" is no proposal among them.
  if (closing !== undefined && wordsOf('filled in a form or left word') === undefined)
    return { because: 'closer', words: closing, isYes };
  if (pointsToWaiting(reading, found)) return null;
  if (found.some(({ name }) => TO_BE_SEEN.has(name))) return null;
  const said = wordsOf('only informs');
  if (said !== undefined && score <= SAID_SO_BELOW) return { because: 'informs', words: said, isYes };
  if (score > CERTAIN_BELOW) return null;
  const machine = wordsOf('talks like a machine');
  if (machine !== undefined) return { because: 'informs', words: machine, isYes };
  const grateful = wordsOf(...GRATEFUL);
  return grateful === undefined ? null : { because: 'closer', words: grateful, isYes };
}
