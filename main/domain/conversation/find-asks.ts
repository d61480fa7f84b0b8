// What is asked in a message, sentence by sentence, with the customer's own words. Rules of words, no learning; when unsure
// it finds nothing.
import { EMPTY_QUESTION, FORMULA, STARTS_AS_QUESTION, STILL_WAITING } from './ask-cues.ts';
import { REQUESTS } from './ask-requests.ts';
import { SUBJECTS } from './ask-subjects.ts';
import { LANGUAGES, type Language } from './message.ts';
import type { Sentence } from './sentences.ts';
import type { AskKind, Signals } from './signals.ts';

/** Words shown as the reason: about one line. */
const LONGEST_WORDS = 120;
/** With so many words and no guess, it is in none of our languages. */
const WORDS_THAT_TELL = 30;

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
