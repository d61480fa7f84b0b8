// The three saved replies that fit what a customer wrote: by words that the reply itself has, and by words of the messages that the
// owner answered with it before. Every point comes from a word, so the words that are shown are the reason and nothing else is.
import { byUse, type Findable } from './find.ts';
import { beginningOf, contentWords, isFormOf } from './words.ts';
import { wordsSaid } from './customer-words.ts';

export type Learned = {
  /** Answers that were learned from, of all replies. */
  readonly answers: number;
  /** Of one reply. */
  readonly answersWith: (reply: number) => number;
  /** In how many of those messages the word stood, by reply. */
  readonly timesOf: (word: string) => ReadonlyMap<number, number>;
};
export const NOTHING_LEARNED: Learned = { answers: 0, answersWith: () => 0, timesOf: () => new Map() };

export type FittingCanned<Reply> = {
  readonly reply: Reply;
  /** The customer's own words, what gave most points first. */
  readonly words: readonly string[];
};
export type Fitting<Reply> = (message: string, learned?: Learned) => readonly FittingCanned<Reply>[];

const MOST = 3;
const NAMED_POINTS = 3;
const BODY_POINTS = 1;
/** One word that names the reply, or three out of its text, or two that were learned well. */
const ENOUGH = 3;
/** So that one word seen once is a hint and no more, and one that always comes with this reply outweighs a word in a title. */
const LEARNED_WEIGHT = 1.5;
const MOST_LEARNED = 4;
/** Of how many answers a figure is believed half. */
const DOUBT = 1;
/** Seen so often with other replies, and never with this one, a word of its title says little. */
const LEAST_SHARE = 0.35;

type Posting = { readonly at: number; readonly points: number };

/** Makes the replies ready once; a message then costs well under a millisecond or two with hundreds of them. */
export function createFitting<Reply extends Findable & { readonly id: number }>(
  replies: readonly Reply[],
): Fitting<Reply> {
  const index = indexOf(replies);
  const placeOf = new Map(replies.map(({ id }, at) => [id, at]));
  return (message, learned = NOTHING_LEARNED) => {
    const scores = replies.map(() => ({ score: 0, words: [] as { word: string; points: number }[] }));
    for (const [key, word] of wordsSaid(message)) {
      const times = timesOf(key, learned);
      const points = ownPoints(index, key);
      for (const [at, own] of points) points.set(at, own * shareOf(replies[at]?.id ?? 0, times, learned));
      for (const [id, count] of times.byReply) {
        const at = placeOf.get(id);
        if (at !== undefined)
          points.set(at, Math.max(points.get(at) ?? 0, learnedPoints(id, count, times.all, learned)));
      }
      for (const [at, gained] of points) {
        const one = scores[at];
        if (one === undefined || gained <= 0) continue;
        one.score += gained;
        one.words.push({ word, points: gained });
      }
    }
    return replies
      .map((reply, at) => ({ reply, score: scores[at]?.score ?? 0, words: scores[at]?.words ?? [] }))
      .filter(({ score }) => score >= ENOUGH)
      .toSorted((a, b) => b.score - a.score || byUse(a.reply, b.reply))
      .slice(0, MOST)
      .map(({ reply, words }) => ({
        reply,
        words: words.toSorted((a, b) => b.points - a.points).map(({ word }) => word),
      }));
  };
}

type Index = ReadonlyMap<string, readonly { readonly word: string; readonly postings: readonly Posting[] }[]>;

function indexOf(replies: readonly Findable[]): Index {
  const byWord = new Map<string, Posting[]>();
  const put = (word: string, posting: Posting): void => {
    const there = byWord.get(word);
    if (there === undefined) byWord.set(word, [posting]);
    else there.push(posting);
  };
  replies.forEach(({ code, title, tags, texts }, at) => {
    const body = Object.values(texts)
      .join(' ')
      .replaceAll(/\{\{[^}]*\}\}/g, ' ');
    for (const word of contentWords([code, title, ...tags].join(' '))) put(word, { at, points: NAMED_POINTS });
    for (const word of contentWords(body)) put(word, { at, points: BODY_POINTS });
  });
  return Map.groupBy(
    [...byWord].map(([word, postings]) => ({ word, postings })),
    ({ word }) => beginningOf(word),
  );
}

function ownPoints(index: Index, word: string): Map<number, number> {
  const points = new Map<number, number>();
  for (const other of index.get(beginningOf(word)) ?? []) {
    if (!isFormOf(word, other.word)) continue;
    for (const { at, points: some } of other.postings) points.set(at, Math.max(points.get(at) ?? 0, some));
  }
  return points;
}

/** How often the word stands in a message answered so, of all such messages: with one half yes and one half no added (Lidstone). */
const rate = (times: number, answers: number): number => (times + 0.1) / (answers + 1);

/** The logarithm of how much oftener the word stands before this reply than before the others. */
function learnedPoints(id: number, count: number, all: number, learned: Learned): number {
  const answers = learned.answersWith(id);
  const ratio = rate(count, answers) / rate(all - count, learned.answers - answers);
  const sure = count / (count + DOUBT);
  return Math.min(MOST_LEARNED, Math.max(0, LEARNED_WEIGHT * Math.log(ratio) * sure));
}

/** What is left of a reply's own word where the owner answers it with others. */
function shareOf(id: number, { byReply, all }: Times, learned: Learned): number {
  const elsewhere = all - (byReply.get(id) ?? 0);
  const here = rate(byReply.get(id) ?? 0, learned.answersWith(id));
  const there = rate(elsewhere, learned.answers - learned.answersWith(id));
  return elsewhere < 3 || here >= there ? 1 : Math.max(LEAST_SHARE, here / there);
}

type Times = { readonly byReply: ReadonlyMap<number, number>; readonly all: number };

function timesOf(word: string, learned: Learned): Times {
  const byReply = learned.timesOf(word);
  return { byReply, all: [...byReply.values()].reduce((sum, one) => sum + one, 0) };
}
