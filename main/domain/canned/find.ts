// Finds saved replies by what is typed: the list under "/" and the one in the settings. The order is the same for the same words,
// always. What fits a customer's message is fitting.ts.
import type { CannedTexts } from './fill.ts';
import { plain } from './words.ts';

export type Findable = {
  readonly code: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly texts: CannedTexts;
  readonly usedCount: number;
};

export type CannedMatch<Reply> = { readonly reply: Reply; readonly score: number };

/** A reply with its words made ready, so that hundreds are found while one types. */
export type FindableWords<Reply> = {
  readonly reply: Reply;
  readonly code: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly body: string;
};

export const readyToFind = <Reply extends Findable>(replies: readonly Reply[]): readonly FindableWords<Reply>[] =>
  replies.map((reply) => ({
    reply,
    code: plain(reply.code),
    title: plain(reply.title),
    tags: reply.tags.map(plain),
    body: plain(Object.values(reply.texts).join(' ')),
  }));

export const matchCanned = <Reply extends Findable>(
  query: string,
  replies: readonly Reply[],
): readonly CannedMatch<Reply>[] => matchReady(query, readyToFind(replies));

/** Every word typed must be found somewhere; nothing typed gives all, the most used first. */
export function matchReady<Reply extends Findable>(
  query: string,
  ready: readonly FindableWords<Reply>[],
): readonly CannedMatch<Reply>[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  const matches = ready.flatMap((one): CannedMatch<Reply>[] => {
    const points = words.map((word) => wordPoints(word, one));
    return points.includes(0) ? [] : [{ reply: one.reply, score: points.reduce((sum, some) => sum + some, 0) }];
  });
  return matches.toSorted((a, b) => b.score - a.score || byUse(a.reply, b.reply));
}

/** The most used first; then code points, not the machine's language: the order is the same on every computer. */
export const byUse = (a: Findable, b: Findable): number => b.usedCount - a.usedCount || byCode(a, b);
export const byCode = (a: Findable, b: Findable): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

// A code is what one types on purpose, so it weighs most; a word deep in the text says least.
const POINTS = {
  code: 100,
  codeStart: 80,
  titleStart: 70,
  tag: 65,
  codePart: 60,
  tagStart: 55,
  titlePart: 50,
  fuzzyCode: 30,
  body: 20,
  fuzzyTitle: 15,
  bodyPart: 10,
};
/** One or two letters are in every text, in that order. */
const FUZZY_FROM = 3;

function wordPoints(word: string, { code, title, tags, body }: FindableWords<unknown>): number {
  if (code === word) return POINTS.code;
  if (code.startsWith(word)) return POINTS.codeStart;
  if (startsAWord(title, word)) return POINTS.titleStart;
  if (tags.includes(word)) return POINTS.tag;
  if (code.includes(word)) return POINTS.codePart;
  if (tags.some((tag) => tag.startsWith(word))) return POINTS.tagStart;
  if (title.includes(word)) return POINTS.titlePart;
  if (word.length < FUZZY_FROM) return 0;
  if (hasLettersOf(code, word)) return POINTS.fuzzyCode;
  if (startsAWord(body, word)) return POINTS.body;
  if (hasLettersOf(title, word)) return POINTS.fuzzyTitle;
  return body.includes(word) ? POINTS.bodyPart : 0;
}

const startsAWord = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`);

/** All letters, in order, with others between: "ofrt" finds "offerte". */
function hasLettersOf(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
