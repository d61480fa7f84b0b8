// What makes a sentence a promise of the writer's: he does something, or the reader gets something. A condition, a doubt, a
// refusal, a question or a word about being away takes that back. The words of each language are in promise-words-*.ts.
import type { Language } from '../conversation/message.ts';
import { plainWords } from '../reply-by/when-words.ts';
import { ENGLISH, ENGLISH_NOT, ENGLISH_WHETHER } from './promise-words-en.ts';
import { FRENCH, FRENCH_NOT, FRENCH_WHETHER } from './promise-words-fr.ts';
import { DUTCH, DUTCH_NOT } from './promise-words-nl.ts';

export function isPromise(sentence: string, language: Language | null): boolean {
  const plain = ` ${plainWords(sentence)} `;
  if (/\?\W*$/.test(plain)) return false;
  const isSaid = (said: readonly RegExp[], not: RegExp, whether?: RegExp): boolean =>
    said.some((pattern) => pattern.test(plain)) &&
    !not.test(whether === undefined ? plain : plain.replace(whether, ' '));
  // French is not tried on what may be another language: its short words ("on", "la", "part") are words there too.
  if (language === 'fr') return isSaid(FRENCH, FRENCH_NOT, FRENCH_WHETHER);
  return (
    (language !== 'en' && isSaid(DUTCH, DUTCH_NOT)) ||
    (language !== 'nl' && isSaid(ENGLISH, ENGLISH_NOT, ENGLISH_WHETHER))
  );
}
