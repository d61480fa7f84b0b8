// What the words of one message tell about the answer it wants. Rules of words, no learning: each finding carries the customer's
// own words, so that the queue can say why. When unsure it finds nothing, and the message stays an ordinary one.
import { EMPTY_QUESTION, FORMULA, REQUESTS, STARTS_AS_QUESTION, STILL_WAITING, SUBJECTS } from './ask-cues.ts';
import { isCloser } from './closers.ts';
import { guessLanguage } from './language-guess.ts';
import { dateIn, moneyIn } from './mentions.ts';
import { sentencesOf, withoutSignOff, type Sentence } from './sentences.ts';
import type { AskKind, Signals } from './signals.ts';
import { stripQuote } from './strip-quote.ts';

/** What a customer wants stands before this; keeps a mail of megabytes cheap. */
const LOOKED_AT = 12_000;
/** Words shown as the reason: about one line. */
const LONGEST_WORDS = 120;

/** `text` may still hold its quote; only the writer's own words count. */
export function findSignals(mail: { readonly subject: string; readonly text: string }): Signals {
  const own = stripQuote(mail.text.slice(0, LOOKED_AT));
  const plain = withoutSignOff(own);
  const asks = findAsks(sentencesOf(own));
  return {
    language: guessLanguage(own) ?? guessLanguage(`${mail.subject}\n${own}`),
    isCloser: asks.length === 0 && isCloser(plain),
    asks,
    money: moneyIn(plain),
    date: dateIn(plain),
  };
}

/** One of each kind, the first that was said. */
export function findAsks(sentences: readonly Sentence[]): Signals['asks'] {
  const found = new Map<AskKind, string>();
  const note = (kind: AskKind, words: string): void => {
    if (!found.has(kind)) found.set(kind, shortWords(words));
  };
  for (const sentence of sentences) {
    const asking = isAsking(sentence);
    if (asking) note('question', sentence.isQuestion ? `${sentence.words}?` : sentence.words);
    for (const { kind, needs, pattern } of SUBJECTS) {
      if ((asking || needs === 'nothing') && pattern.test(sentence.words)) note(kind, sentence.words);
    }
  }
  return Array.from(found, ([kind, words]) => ({ kind, words }));
}

export function isAsking({ words, isQuestion }: Sentence): boolean {
  if (EMPTY_QUESTION.test(words)) return false;
  if (isQuestion) return true;
  if (FORMULA.test(words)) return false;
  return STARTS_AS_QUESTION.test(words) || STILL_WAITING.test(words) || REQUESTS.some((request) => request.test(words));
}

const shortWords = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_WORDS
    ? line
    : `${line
        .slice(0, LONGEST_WORDS - 1)
        .trimEnd()
        .toWellFormed()}…`;
};
