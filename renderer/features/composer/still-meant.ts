// Who is offered while the answer to the newest letters is on its way: those found for fewer letters who are still meant. "jan" and a
// quick Tab must not take Jaak, the first for "ja".
import { begins, findableWords, typedWords } from '../../../main/domain/contact/name-words.ts';
import type { Address } from '../../../main/domain/conversation/message.ts';

/** `to`: what was typed when they were found. */
export type Found<T extends Address> = { readonly to: string; readonly found: readonly T[] };

export function stillMeant<T extends Address>({ to, found }: Found<T>, typed: string): readonly T[] {
  if (typed === '') return [];
  if (typed === to) return found;
  const words = typedWords(typed);
  return found.filter(({ name, address }) => begins(findableWords(name, address), words));
}
