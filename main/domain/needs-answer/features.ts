// The signs by which it is judged whether somebody waits for an answer. Each can be read: a name, what it means, which way it
// leans, and the writer's own words that gave it. How much each weighs is fitted: weights.ts.
import { EMPTY_QUESTION, FORMULA, STARTS_AS_QUESTION } from '../conversation/ask-cues.ts';
import { isAsking } from '../conversation/find-asks.ts';
import { dateIn } from '../conversation/mentions.ts';
import type { AskKind } from '../conversation/signals.ts';
import {
  APPLIES,
  CHANGES_PLAN,
  CLIPPED_QUESTION,
  FORM_FIELDS,
  NOT_RIGHT,
  ORDER,
  TELLS_TO_DO,
  TROUBLE,
  TURNED_ABOUT,
  WANTS,
} from './chat-cues.ts';
import { isCloser } from './closers.ts';
import type { Reading } from './read-message.ts';
import { AMISS, INFORMS, MEETING_TALK, OWN_STORY, PROPOSAL, URGENT } from './reply-cues.ts';
import {
  AGREES,
  BUT,
  ENCLOSES,
  FIRM_NEWS,
  PAID,
  PRAISE,
  SELLS,
  SOLVED,
  THANKS,
  TILL_THEN,
  UNDER_WAY,
  WILL_DECIDE,
  WISHES,
} from './rest-cues.ts';

type Feature = {
  /** What it means when it is found: "the writer ...". */
  readonly meaning: string;
  /** A sign that somebody waits, that nobody does, or one that may turn out either way. The fit keeps to it. */
  readonly leans: 'waits' | 'rests' | 'either';
  readonly find: (reading: Reading) => string | null;
};

/** As it was written; where small letters are more or fewer (İ), as it was looked at. */
function match(pattern: RegExp, written: string, small = written): string | null {
  const found = pattern.exec(small);
  if (found === null) return null;
  const words = written.length === small.length ? written.slice(found.index, found.index + found[0].length) : found[0];
  return words.trim();
}
const inText =
  (pattern: RegExp) =>
  ({ plain, small }: Reading): string | null =>
    match(pattern, plain, small.plain);
const inWhole =
  (pattern: RegExp) =>
  ({ plain, subject, small }: Reading): string | null =>
    match(pattern, plain, small.plain) ?? match(pattern, subject, small.subject);
const inShort =
  (pattern: RegExp, most: number) =>
  (reading: Reading): string | null =>
    reading.words <= most ? inText(pattern)(reading) : null;
const asked =
  (kind: AskKind) =>
  ({ asks }: Reading): string | null =>
    asks.find((ask) => ask.kind === kind)?.words ?? null;

/** About a line on a telephone: what is clipped there is a sentence in a letter. */
const SHORT = 14;
const CLOCK = /\b\d{1,2}(?::\d{2})?\s?(?:am|pm|uur|u|h|uhr)\b|\b\d{1,2}:\d{2}\b/i;
const REPLY_SUBJECT = /^\s*(?:re|antw|aw|sv|fwd?)\s*:/i;
const ASKING_SUBJECT =
  /\?|\b(?:vraag\w*|offerte\w*|aanvraag|afspraak|klacht|prijs|reserv\w+|bestelling|annul\w+|retour|garantie|herinnering|quote|booking|enquiry|appointment|complaint|returns?|devis|rendez-vous|réservation|réclamation|demande|angebot|termin|anfrage|reklamation)\b/i;

export const FEATURES = {
  'asks a question': {
    meaning: 'a sentence that ends in a question mark and is no courtesy',
    leans: 'waits',
    find: ({ sentences }) =>
      sentences.find(({ words, isQuestion }) => isQuestion && !EMPTY_QUESTION.test(words))?.words ?? null,
  },
  'begins like a question': {
    meaning: 'a sentence in the form of a question, without its mark',
    leans: 'waits',
    find: ({ sentences }) =>
      sentences.find(
        ({ words, isQuestion }) =>
          !isQuestion &&
          !EMPTY_QUESTION.test(words) &&
          (STARTS_AS_QUESTION.test(words) || TURNED_ABOUT.test(words.toLowerCase())),
      )?.words ?? null,
  },
  'asks in half a sentence': {
    meaning: 'a few words of which only the middle was typed: "nog vrij vrijdag", "prijs"',
    leans: 'waits',
    find: inShort(CLIPPED_QUESTION, SHORT),
  },
  'asks for something': {
    meaning: 'requests in so many words, and not as a mailing asks everybody: "kunt u", "let me know"',
    leans: 'waits',
    find: ({ sentences, languages, machineTalk }) =>
      machineTalk === null
        ? (sentences.find((sentence) => !sentence.isQuestion && isAsking(sentence, languages))?.words ?? null)
        : null,
  },
  'tells us to do something': {
    meaning: 'an order in the form of a sentence: "stuur nog even", "please deliver"',
    leans: 'waits',
    find: ({ sentences, machineTalk }) =>
      machineTalk === null
        ? (sentences.find(({ words }) => TELLS_TO_DO.test(words.toLowerCase()) && !FORMULA.test(words))?.words ?? null)
        : null,
  },
  'wants something': {
    meaning: 'says what he wants, seeks or would rather have',
    leans: 'waits',
    find: inText(WANTS),
  },
  'asks for a quote': { meaning: 'asks what it costs', leans: 'waits', find: asked('quote') },
  'asks for an appointment': { meaning: 'asks for a moment', leans: 'waits', find: asked('appointment') },
  'asks whether something is available': {
    meaning: 'asks whether it is there, or somebody is',
    leans: 'waits',
    find: asked('availability'),
  },
  'has a complaint': { meaning: 'is not served as agreed', leans: 'waits', find: asked('complaint') },
  'wants an order changed': {
    meaning: 'changes an order or sends goods back',
    leans: 'waits',
    find: asked('order-change'),
  },
  'orders or reserves': {
    meaning: 'so many of something, or a table or room for so many',
    leans: 'waits',
    find: inText(ORDER),
  },
  'changes what was agreed': {
    meaning: 'cannot come, cancels, moves, ends',
    leans: 'waits',
    find: inWhole(CHANGES_PLAN),
  },
  'has trouble': { meaning: 'something is broken, blocked, lost or hurts', leans: 'waits', find: inText(TROUBLE) },
  'got the wrong thing': {
    meaning: 'not what was ordered, agreed or billed',
    leans: 'waits',
    find: inText(NOT_RIGHT),
  },
  'applies to us': { meaning: 'seeks work, a place, support from this owner', leans: 'waits', find: inWhole(APPLIES) },
  'is in a hurry': { meaning: 'says that it is urgent', leans: 'waits', find: inWhole(URGENT) },
  'proposes a moment to meet': {
    meaning: 'offers a moment, or speaks of meeting and names one',
    leans: 'waits',
    find: ({ plain }) =>
      match(PROPOSAL, plain) ?? (dateIn(plain) !== null || CLOCK.test(plain) ? match(MEETING_TALK, plain) : null),
  },
  'tells his own story': { meaning: 'speaks of himself and what is his', leans: 'either', find: inText(OWN_STORY) },
  'mentions that something is amiss': { meaning: 'not, unfortunately, a problem', leans: 'waits', find: inText(AMISS) },
  'filled in a form or left word': {
    meaning: 'came by a form or voicemail: whoever does that waits',
    leans: 'waits',
    find: ({ channel, plain }) =>
      channel === 'webform' || channel === 'voicemail' ? channel : match(FORM_FIELDS, plain),
  },
  'has an asking subject': {
    meaning: 'the subject of a new mail names a question, a quote, a complaint',
    leans: 'waits',
    find: ({ subject }) => (REPLY_SUBJECT.test(subject) ? null : match(ASKING_SUBJECT, subject)),
  },
  'answers a mail of ours': {
    meaning: 'its subject begins with Re:',
    leans: 'either',
    find: ({ subject }) => match(REPLY_SUBJECT, subject),
  },
  'says yes, but': {
    meaning: 'agrees or thanks, with a hook in it',
    leans: 'waits',
    find: (reading) => {
      const but = inText(BUT)(reading);
      if (but === null) return null;
      return [AGREES, THANKS, PRAISE].some((pattern) => pattern.test(reading.small.plain)) ? but : null;
    },
  },
  'is nothing but a closer': {
    meaning: 'made of words of thanks and agreement alone, or of hearts and thumbs',
    leans: 'rests',
    find: ({ asks, plain }) => (asks.length === 0 && isCloser(plain) ? plain.slice(0, 60) : null),
  },
  thanks: { meaning: 'thanks for what was', leans: 'rests', find: inText(THANKS) },
  praises: { meaning: 'is pleased, finds it beautiful', leans: 'rests', find: inText(PRAISE) },
  'takes leave': { meaning: 'till then, have a nice day', leans: 'rests', find: inText(TILL_THEN) },
  agrees: { meaning: 'yes to what we said', leans: 'rests', find: inText(AGREES) },
  'says that it is solved': { meaning: 'no longer needed, works again', leans: 'rests', find: inText(SOLVED) },
  'says that he paid': { meaning: 'paid, transferred', leans: 'rests', find: inText(PAID) },
  encloses: { meaning: 'sends something along', leans: 'rests', find: inText(ENCLOSES) },
  'is under way': { meaning: 'comes, stands outside, is a little later', leans: 'rests', find: inText(UNDER_WAY) },
  'will let us know': { meaning: 'the next move is his', leans: 'rests', find: inText(WILL_DECIDE) },
  'sends good wishes': { meaning: 'holidays, congratulations', leans: 'rests', find: inWhole(WISHES) },
  'only informs': { meaning: 'says itself that nothing is wanted', leans: 'rests', find: inWhole(INFORMS) },
  'sells something': { meaning: 'wants to sell the owner something', leans: 'rests', find: inWhole(SELLS) },
  'tells news of a firm': { meaning: 'closed, moved, a bill stands ready', leans: 'rests', find: inWhole(FIRM_NEWS) },
  'talks like a machine': {
    meaning: 'the phrases of shops, newsletters, absence notes',
    leans: 'rests',
    find: ({ machineTalk }) => machineTalk,
  },
  'is a few words': {
    meaning: 'at most four words',
    leans: 'either',
    find: ({ words, plain }) => (words <= 4 ? plain.slice(0, 40) : null),
  },
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly FeatureName[];
export const isFeatureName = (name: string): name is FeatureName => Object.hasOwn(FEATURES, name);
export type FoundFeature = { readonly name: FeatureName; readonly words: string };

export const featuresOf = (reading: Reading): readonly FoundFeature[] =>
  FEATURE_NAMES.flatMap((name) => {
    const words = FEATURES[name].find(reading);
    return words === null ? [] : [{ name, words }];
  });
