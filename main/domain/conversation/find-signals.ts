// What the words of one message tell about the answer it wants. Rules of words, no learning: each finding carries the
// customer's own words, so that the queue can say why. When unsure it finds nothing, and the message stays an
// ordinary one.
import { EMPTY_QUESTION, FORMULA, STARTS_AS_QUESTION, STILL_WAITING } from './ask-cues.ts';
import { REQUESTS } from './ask-requests.ts';
import { SUBJECTS } from './ask-subjects.ts';
import { isCloser } from './closers.ts';
import { guessLanguage } from './language-guess.ts';
import { LANGUAGES, type Language, type MailKind } from './message.ts';
import { dateIn, moneyIn } from './mentions.ts';
import { sentencesOf, withoutSignOff, type Sentence } from './sentences.ts';
import { NO_SIGNALS, type AskKind, type Signals } from './signals.ts';
import { stripQuote } from './strip-quote.ts';

/** What a customer wants stands before this; keeps a mail of megabytes cheap. */
const LOOKED_AT = 12_000;
/** Of the writer's own words: two pages. */
const OWN_LOOKED_AT = 4_000;
/** Words shown as the reason: about one line. */
const LONGEST_WORDS = 120;
/** With so many words and no guess, it is in none of our languages. */
const WORDS_THAT_TELL = 30;

type SignalMail = {
  readonly subject: string;
  /** May still hold its quote; only the writer's own words count. */
  readonly text: string;
  readonly kind?: MailKind;
};

/** Of machine mail only the language is told: what a newsletter asks, it asks of everybody. */
export function findSignals(mail: SignalMail): Signals {
  const own = stripQuote(mail.text.slice(0, LOOKED_AT)).slice(0, OWN_LOOKED_AT);
  const language = guessLanguage(own) ?? guessLanguage(`${mail.subject}\n${own}`);
  if (mail.kind !== undefined && mail.kind !== 'human' && mail.kind !== 'invite') return { ...NO_SIGNALS, language };
  const plain = withoutSignOff(own);
  const asks = findAsks(sentencesOf(own), cuesFor(own, language));
  return {
    language,
    isCloser: asks.length === 0 && isCloser(plain),
    asks,
    money: moneyIn(plain),
    date: dateIn(plain),
  };
}

/** Languages whose words are looked for: the message's own, or all when it is too short to tell. */
export function cuesFor(text: string, language: Language | null): readonly Language[] {
  if (language !== null) return [language];
  return text.split(/\s+/, WORDS_THAT_TELL + 1).length > WORDS_THAT_TELL ? [] : LANGUAGES;
}

/** One of each kind, the first that was said. */
export function findAsks(sentences: readonly Sentence[], languages: readonly Language[]): Signals['asks'] {
  const found = new Map<AskKind, string>();
  const note = (kind: AskKind, words: string): void => {
    if (!found.has(kind)) found.set(kind, shortWords(words));
  };
  for (const sentence of sentences) {
    const asking = isAsking(sentence, languages);
    if (asking) note('question', sentence.isQuestion ? `${sentence.words}?` : sentence.words);
    for (const { kind, needs, pattern } of SUBJECTS) {
      if ((asking || needs === 'nothing') && !found.has(kind) && pattern.test(sentence.words))
        note(kind, sentence.words);
    }
  }
  return Array.from(found, ([kind, words]) => ({ kind, words }));
}

export function isAsking({ words, isQuestion }: Sentence, languages: readonly Language[]): boolean {
  if (EMPTY_QUESTION.test(words)) return false;
  if (isQuestion) return true;
  if (FORMULA.test(words)) return false;
  if (STARTS_AS_QUESTION.test(words) || STILL_WAITING.test(words)) return true;
  return languages.some((language) => REQUESTS[language].some((request) => request.test(words)));
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
