// Does an answer of ours ask for one back? A question or a request in our own words, with the courtesies taken out that every
// shop ends its mail with. Finds the words, so that the watch can say what was asked. How long it runs is follow-up.ts.
import { cuesFor, isAsking } from '../conversation/find-asks.ts';
import { guessLanguage } from '../conversation/language-guess.ts';
import { sentencesOf, type Sentence } from '../conversation/sentences.ts';
import { NO_SIGNALS, type Signals } from '../conversation/signals.ts';
import { stripQuote } from '../conversation/strip-quote.ts';
import { EMPTY_OFFER, WE_WAIT } from './answer-words.ts';

/** What we want to know stands before this; keeps a pasted contract cheap. */
const LOOKED_AT = 12_000;
const OWN_LOOKED_AT = 4_000;
/** Words shown as the reason: about one line. */
const LONGEST_WORDS = 120;

/** Signals of an own answer: only its language and what it asks for, all of it counted as questions. */
export function signalsOfAnswer({ text }: { readonly text: string }): Signals {
  const own = stripQuote(text.slice(0, LOOKED_AT)).slice(0, OWN_LOOKED_AT);
  const language = guessLanguage(own);
  const languages = cuesFor(own, language);
  const asking = sentencesOf(own).find((sentence) => wantsAnswer(sentence, languages));
  if (asking === undefined) return { ...NO_SIGNALS, language };
  return { ...NO_SIGNALS, language, asks: [{ kind: 'question', words: shortWords(asking) }] };
}

const wantsAnswer = (sentence: Sentence, languages: ReturnType<typeof cuesFor>): boolean =>
  (isAsking(sentence, languages) || WE_WAIT.test(sentence.words)) && !EMPTY_OFFER.test(sentence.words);

function shortWords({ words, isQuestion }: Sentence): string {
  const line = `${words.replace(/\s+/g, ' ').trim()}${isQuestion ? '?' : ''}`;
  return line.length <= LONGEST_WORDS
    ? line
    : `${line
        .slice(0, LONGEST_WORDS - 1)
        .trimEnd()
        .toWellFormed()}…`;
}
