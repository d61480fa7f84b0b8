// Which hits come first: the newest, but a message that has the words in its subject or its names stands as if it had come ninety
// days later (docs/decisions/0008). Both kinds come newest first, so that reading a little of each is enough to know the first
// fifty of all; nothing has to be sorted that will not be shown.
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import type { FoundMessage } from '../store/search-rows.ts';

/** A quarter: what somebody wrote about last season goes before a word in passing of today. */
export const LIFT_MS = 90 * DAY_MS;

export type Streams = {
  readonly all: () => Iterable<FoundMessage>;
  /** Those that are lifted, since an instant; null where nothing is. */
  readonly lifted: ((since: Instant) => Iterable<FoundMessage>) | null;
  /** The same of one hit, for when there are so few that all are known: a second walk would cost as much as the first. */
  readonly isLifted: (hit: FoundMessage) => boolean;
};

export type RankedHits = { readonly hits: readonly FoundMessage[]; readonly hasMore: boolean };

/** `groupOf`: of those that are in one group only the best is a hit. */
export function rankHits(streams: Streams, groupOf: (hit: FoundMessage) => number, limit: number): RankedHits {
  const best = new Map<number, Ranked>();
  const meet = (hit: FoundMessage, key: number): void => {
    const known = best.get(groupOf(hit));
    if (known === undefined || key > known.key) best.set(groupOf(hit), { hit, key });
  };
  let hasMore = false;
  let oldest = Number.POSITIVE_INFINITY;
  const found: FoundMessage[] = [];
  for (const hit of streams.all()) {
    if (best.size >= limit && !best.has(groupOf(hit))) {
      hasMore = true;
      break;
    }
    oldest = hit.at;
    found.push(hit);
    meet(hit, hit.at);
  }
  if (streams.lifted === null) return inOrder(best, limit, hasMore);
  if (!hasMore && found.length <= FEW) {
    for (const hit of found) if (streams.isLifted(hit)) meet(hit, hit.at + LIFT_MS);
    return inOrder(best, limit, hasMore);
  }
  const groups = new Set<number>();
  // What is older than this does not rise above what was found already.
  for (const hit of streams.lifted(hasMore ? oldest - LIFT_MS : oldest)) {
    if (groups.size >= limit && !groups.has(groupOf(hit))) break;
    groups.add(groupOf(hit));
    meet(hit, hit.at + LIFT_MS);
  }
  return inOrder(best, limit, hasMore);
}

/** Looking at the names of one takes some hundredths of a millisecond. */
const FEW = 200;

function inOrder(best: ReadonlyMap<number, Ranked>, limit: number, hasMore: boolean): RankedHits {
  const ranked = [...best.values()].toSorted((a, b) => b.key - a.key || b.hit.message - a.hit.message);
  return { hits: ranked.slice(0, limit).map(({ hit }) => hit), hasMore };
}

type Ranked = { readonly hit: FoundMessage; readonly key: number };
