// Whether an answer does nothing but promise: "Sorry, het lukt vandaag niet. Ik laat u maandag iets weten." puts off what was promised
// before and does not fulfil it. Doubt counts as substance: a promise too soon taken for kept is ticked off before the owner's eyes,
// one that never closes is not.
import { atStart, wholeWords } from '../phrases.ts';
import { plainWords } from '../reply-by/when-words.ts';
import { ownSentences } from './own-sentences.ts';

/** Without a single fact: greetings, thanks, regret, and that it is not there yet. */
const GREETING = atStart('')`
  # nl
  dag|beste|geachte|hallo|hoi|goedemorgen|goedemiddag|goedenavond|goeiemorgen
  # en
  dear|hello|hi|hey|good (?:morning|afternoon|evening)
  # fr
  bonjour|bonsoir|chere?|madame|monsieur
`;
const POLITE = wholeWords('')`
  # nl
  bedankt|dank|sorry|excuses|excuseer|spijt (?:me|mij|ons)|geduld|fijne (?:dag|avond)|prettig weekend
  # en
  thanks|thank you|apologies|apologise|sorry|patience|have a nice
  # fr
  merci|desolee?s?|navree?s?|excusez|excuses|patience|bonne (?:journee|soiree)
`;
const NOT_YET = wholeWords('')`
  # nl
  nog niet|nog geen|nog geen nieuws|lukt .{0,40}niet|niet gelukt|langer|vertraging|later dan
  # en
  not yet|n't .{0,40}yet|no news|delay|delayed|longer than|can't make|cannot make|running late
  # fr
  pas encore|retard|plus long|plus de temps|pas de nouvelles
`;
/** Nobody excuses himself at greater length without telling something. */
const MOST_WORDS = 25;

/** `promises`: the sentences of it that were found to be promises, as found. */
export function saysOnlyPromises(text: string, promises: ReadonlySet<string>): boolean {
  return promises.size > 0 && ownSentences(text).every((sentence) => promises.has(sentence) || isSmallTalk(sentence));
}

function isSmallTalk(sentence: string): boolean {
  const plain = plainWords(sentence);
  const words = plain.split(/\s+/).length;
  if (words > MOST_WORDS || /[\d€?]/.test(sentence)) return false;
  // "Jan Peeters", "Tot dan": a name or a wave.
  return words <= 3 || GREETING.test(plain) || POLITE.test(plain) || NOT_YET.test(plain);
}
