// Which hits come first: the newest, but a message that has the words in its subject or its names stands as if it had come ninety
// days later (docs/decisions/0008). Both kinds come newest first, so that reading a little of each is enough to know the first
// fifty of all; nothing has to be sorted that will not be shown.
import type { MessageRowId } from '../../contract/views.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import type { FoundMessage } from '../store/search-rows.ts';

/** A quarter: what somebody wrote about last season goes before a word in passing of today. */
export const LIFT_MS = 90 * DAY_MS;

/** Each costs a tenth of a millisecond. */
const FEW = 60;

export type Streams = {
  readonly all: () => Iterable<FoundMessage>;
  /** Those that are lifted, since an instant or among a few; null where nothing is. */
  readonly lifted: ((where: Where) => Iterable<FoundMessage>) | null;
};

export type Where = { readonly since: Instant } | { readonly among: readonly MessageRowId[] };
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
  const met: MessageRowId[] = [];
  for (const hit of streams.all()) {
    if (best.size >= limit && !best.has(groupOf(hit))) {
      hasMore = true;
      break;
    }
    oldest = hit.at;
    met.push(hit.message);
    meet(hit, hit.at);
  }
  if (streams.lifted !== null && best.size > 0) {
    const groups = new Set<number>();
    // What is older than this does not rise above what was found already. Of a few, looking them up beats a second walk.
    const where = !hasMore && met.length <= FEW ? { among: met } : { since: hasMore ? oldest - LIFT_MS : oldest };
    for (const hit of streams.lifted(where)) {
      if (groups.size >= limit && !groups.has(groupOf(hit))) break;
      groups.add(groupOf(hit));
      meet(hit, hit.at + LIFT_MS);
    }
  }
  const ranked = [...best.values()].toSorted((a, b) => b.key - a.key || b.hit.message - a.hit.message);
  return { hits: ranked.slice(0, limit).map(({ hit }) => hit), hasMore };
}

type Ranked = { readonly hit: FoundMessage; readonly key: number };
