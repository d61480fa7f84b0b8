// The words of a customer's message that tell what it is about: those that a saved reply is found by, and the fewer of them that may
// be kept once it was answered. What names somebody or something (a name, an address, a number, a street) is never kept.
import { withoutSignOff } from '../conversation/sentences.ts';
import { plain, saysSomething } from './words.ts';

/** Enough of a mail to know what it is about. */
const LONGEST_MESSAGE = 20_000;
/** More of one message would drown the others. */
const MOST_KEPT = 60;

/** As `plain` gives them, with how the customer wrote each, in his order. */
export function wordsSaid(message: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const word of message.slice(0, LONGEST_MESSAGE).match(/[\p{L}\p{M}]+/gu) ?? []) {
    const key = plain(word);
    if (saysSomething(key) && !said.has(key)) said.set(key, word);
  }
  return said;
}

/** `names`: of the people in the conversation, in any form; their addresses too. */
export function wordsToKeep(message: string, names: readonly string[]): readonly string[] {
  const barred = new Set(names.flatMap((name) => plain(name).split(' ')));
  const text = withoutSignOff(message.slice(0, LONGEST_MESSAGE))
    .replaceAll(/(?:https?:\/\/|www\.)\S{1,500}/gi, ' ')
    // A whole token that holds a figure (an order, a size, a postal code, and what is glued to it), or is an address.
    .replaceAll(/\S+/g, (token) => (/[\d@]/.test(token) ? ' ' : token));
  const small = new Set<string>();
  const capital = new Set<string>();
  for (const found of text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)) {
    // "Sint-Niklaas" is one name.
    const isCapital = /^\p{Lu}/u.test(found[0]) && !startsSentence(text, found.index);
    for (const word of plain(found[0]).split(' ')) (isCapital ? capital : small).add(word);
  }
  return [...small]
    .filter((word) => saysSomething(word) && !capital.has(word) && !barred.has(word))
    .slice(0, MOST_KEPT);
}

/** There any word has a capital. The first word of a line does not count: lists of names and addresses stand there. */
const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:]\s{1,3}|[\n]\s*)["“'(]?$/.test(text.slice(Math.max(0, at - 6), at));
