// In which language a letter is: for its spelling, its signature and its head.
import { guessLanguage } from '../conversation/language-guess.ts';
import type { Language } from '../conversation/message.ts';
import { surelyIn } from '../sending/other-language.ts';

/** By its own words where they are beyond doubt, else as the conversation is; `theirs`: null where it stands in none. */
export const letterLanguage = (words: string, theirs: Language | null): Language | null =>
  surelyIn(words) ?? theirs ?? guessLanguage(words);
