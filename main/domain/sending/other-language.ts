// An answer in another language than the customer's. Said only when both are beyond doubt, and neither was ever mixed before.
import { guessLanguage } from '../conversation/language-guess.ts';
import type { Language } from '../conversation/message.ts';

/** A greeting and a thank-you tell little; two lines do. */
const FEWEST_WORDS = 12;

/** `usedBefore`: the languages of everything else in the conversation. */
export function otherLanguage(
  own: string,
  theirs: string,
  usedBefore: readonly Language[],
): { readonly written: Language; readonly theirs: Language } | null {
  const written = surelyIn(own);
  const asked = surelyIn(theirs);
  if (written === null || asked === null || written === asked || usedBefore.includes(written)) return null;
  return { written, theirs: asked };
}

/** In which language it is beyond doubt, both halves of it; null: it may be any. */
export function surelyIn(text: string): Language | null {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const half = Math.floor(words.length / 2);
  const first = guessLanguage(words.slice(0, half).join(' '));
  return first !== null && first === guessLanguage(words.slice(half).join(' ')) ? first : null;
}
