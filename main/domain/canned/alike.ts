// Which texts are alike: by the pairs of words they share, found without comparing each with each. What stands between two pairs may
// differ; how it differs is propose.ts.
import { plain } from './words.ts';

/** Pairs of neighbouring words. Figures are the same figure here: an amount or a time is what varies. */
export type WordPairs = ReadonlySet<string>;

export const FEWEST_WORDS = 12;
/** Of the pairs of the shorter one. A text with four fields in forty words keeps more than this. */
const ALIKE_FROM = 0.45;
/** A pair that stands in more texts than this says nothing about which are alike. */
const COMMON_FROM = 400;

/** null: too short to be worth saving. */
export function wordPairs(text: string): WordPairs | null {
  const words = plain(text.replaceAll(/\{\{[^}]*\}\}/g, ' | ').replaceAll(/\d+/g, '0')).split(' ');
  if (words.length < FEWEST_WORDS) return null;
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** How much of `part` stands in `whole`, from 0 to 1. */
export function shareIn(part: WordPairs, whole: WordPairs): number {
  let shared = 0;
  for (const pair of part) if (whole.has(pair)) shared += 1;
  return part.size === 0 ? 0 : shared / part.size;
}

export type AlikeIndex = {
  readonly add: (id: number, pairs: WordPairs) => void;
  /** Of those added before, the most alike first. */
  readonly alike: (pairs: WordPairs) => readonly number[];
};

export function createAlikeIndex(): AlikeIndex {
  const withPair = new Map<string, number[]>();
  const sizes = new Map<number, number>();
  return {
    add: (id, pairs) => {
      sizes.set(id, pairs.size);
      for (const pair of pairs) {
        const ids = withPair.get(pair);
        if (ids === undefined) withPair.set(pair, [id]);
        else ids.push(id);
      }
    },
    alike: (pairs) => {
      const shared = new Map<number, number>();
      for (const pair of pairs) {
        const ids = withPair.get(pair) ?? [];
        if (ids.length > COMMON_FROM) continue;
        for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
      }
      return [...shared]
        .map(([id, count]) => ({ id, share: count / Math.min(pairs.size, sizes.get(id) ?? 1) }))
        .filter(({ share }) => share >= ALIKE_FROM)
        .toSorted((a, b) => b.share - a.share || b.id - a.id)
        .map(({ id }) => id);
    },
  };
}
