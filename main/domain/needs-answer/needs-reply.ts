// Does this message want an answer? A sum of readable weights over the signals; each reason can be shown. It orders
// and hints, and hides nobody: a message that tells nothing either way keeps its place.
import { cuesFor, findAsks, isAsking } from '../conversation/find-asks.ts';
import { EMPTY_QUESTION, STARTS_AS_QUESTION, STILL_WAITING } from '../conversation/ask-cues.ts';
import { isCloser } from './closers.ts';
import { dateIn } from '../conversation/mentions.ts';
import { guessLanguage } from '../conversation/language-guess.ts';
import { LANGUAGES, type Language } from '../conversation/message.ts';
import { sentencesOf, withoutSignOff } from '../conversation/sentences.ts';
import type { AskKind } from '../conversation/signals.ts';
import { stripQuote } from '../conversation/strip-quote.ts';
import { MACHINE_SUBJECT, MACHINE_TALK } from './machine-cues.ts';
import { AMISS, INFORMS, MEETING_TALK, OWN_STORY, PROPOSAL, URGENT } from './reply-cues.ts';

export type NeedsReplyInput = {
  readonly subject: string;
  readonly text: string;
  /** As the channel calls itself: 'email', 'whatsapp', 'webform', 'voicemail' ... */
  readonly channel: string;
  /** One of ours, or null; the words tell as well. */
  readonly lang?: Language | null;
};

export type ReplyReason = { readonly name: ReplyCue; readonly weight: number; readonly words: string };
export type NeedsReply = {
  readonly score: number;
  readonly needsReply: boolean;
  readonly reasons: readonly ReplyReason[];
};

export const REPLY_WEIGHTS = {
  /** Somebody wrote: a little below the line, so that one real sign decides. */
  'somebody wrote': 0.3,
  'left word for us to call or write back': 0.25,
  'asks a question': 0.4,
  'asks for something': 0.3,
  'asks for a quote': 0.15,
  'asks for an appointment': 0.15,
  'asks whether something is available': 0.1,
  'has a complaint': 0.3,
  'wants an order changed': 0.25,
  'still waits for us': 0.35,
  'is in a hurry': 0.15,
  'proposes a moment to meet': 0.25,
  'tells his own story': 0.1,
  'mentions that something is amiss': 0.15,
  'ends the exchange': -0.4,
  'only informs': -0.35,
  'talks like a machine': -0.45,
} as const;
export type ReplyCue = keyof typeof REPLY_WEIGHTS;

const NEEDED_FROM = 0.5;
const LOOKED_AT = 12_000;
const LONGEST_SUBJECT = 1_000;

const ASK_CUES: Readonly<Record<AskKind, ReplyCue>> = {
  question: 'asks for something',
  quote: 'asks for a quote',
  appointment: 'asks for an appointment',
  availability: 'asks whether something is available',
  complaint: 'has a complaint',
  'order-change': 'wants an order changed',
};

/** Score from 0 to 1; needed from 0.5. The reasons add up to the score, save where it is cut at the ends. */
export function needsReply(input: NeedsReplyInput): NeedsReply {
  const own = stripQuote(input.text.slice(0, LOOKED_AT));
  const sentences = sentencesOf(own);
  const hint = LANGUAGES.find((language) => language === input.lang);
  const languages = new Set([...(hint === undefined ? [] : [hint]), ...cuesFor(own, guessLanguage(own))]);
  const asks = findAsks(sentences, [...languages]);
  const subject = input.subject.slice(0, LONGEST_SUBJECT);
  const whole = `${subject}\n${own}`;
  const reasons: ReplyReason[] = [];
  const add = (name: ReplyCue, words: string): void => {
    reasons.push({ name, weight: REPLY_WEIGHTS[name], words });
  };

  add('somebody wrote', input.channel);
  if (input.channel === 'webform' || input.channel === 'voicemail')
    add('left word for us to call or write back', input.channel);
  const question = sentences.find(
    ({ words, isQuestion }) => !EMPTY_QUESTION.test(words) && (isQuestion || STARTS_AS_QUESTION.test(words)),
  );
  if (question !== undefined) add('asks a question', question.words);
  for (const { kind, words } of asks) {
    // A question counts once, as what it is.
    if (kind !== 'question') add(ASK_CUES[kind], words);
    else if (sentences.some((sentence) => sentence !== question && isAsking(sentence, [...languages])))
      add(ASK_CUES.question, words);
  }
  const match = (pattern: RegExp, text: string): string | null => pattern.exec(text)?.[0].trim() ?? null;
  const note = (name: ReplyCue, words: string | null): void => {
    if (words !== null) add(name, words);
  };
  note('still waits for us', match(STILL_WAITING, whole));
  note('is in a hurry', match(URGENT, whole));
  const meeting = match(MEETING_TALK, own);
  const proposal = match(PROPOSAL, own);
  if (proposal !== null) add('proposes a moment to meet', proposal);
  else if (meeting !== null && (dateIn(own) !== null || CLOCK.test(own))) add('proposes a moment to meet', meeting);
  if (asks.length === 0) note('mentions that something is amiss', match(AMISS, own));
  note('tells his own story', match(OWN_STORY, own));
  if (asks.length === 0 && isCloser(withoutSignOff(own))) add('ends the exchange', own.slice(0, 60));
  note('only informs', match(INFORMS, whole));
  note('talks like a machine', match(MACHINE_SUBJECT, subject) ?? match(MACHINE_TALK, own));

  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  const score = Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100;
  return { score, needsReply: score >= NEEDED_FROM, reasons };
}

const CLOCK = /\b\d{1,2}(?::\d{2})?\s?(?:am|pm|uur|u|h|uhr)\b|\b\d{1,2}:\d{2}\b/i;
