// Row ids of messages: the moment of arrival times 1,000 plus a number that makes it unique. Row order is arrival order, so
// that search can walk the full-text index newest first without a sort, whatever order a sync brings messages in.
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

/** Ids a millisecond has room for; now * 1,000 stays below 2^53 until the year 2255. */
const PER_MS = 1_000;
/** INTERNALDATE has whole seconds: a provider's migration stamps thousands of messages with one, and they spill over into this. */
const PER_SECOND = 1_000 * PER_MS;

export type MessageIds = {
  /** An id that no stored message has. Two calls without an insert between them answer the same. */
  readonly next: (at: Instant) => number;
};

export function createMessageIds(db: Database): MessageIds {
  const lastBetween = db
    .prepare<[number, number], number | null>('SELECT max(id) FROM message WHERE id >= ? AND id < ?')
    .pluck();
  return {
    next: (at) => {
      const first = Math.max(1, Math.trunc(at) * PER_MS);
      const last = lastBetween.get(first, first + PER_MS) ?? null;
      if (last === null) return first;
      if (last < first + PER_MS - 1) return last + 1;
      let spill = first + PER_SECOND;
      let taken = lastBetween.get(first, spill) ?? last;
      while (taken === spill - 1) {
        spill += PER_SECOND;
        taken = lastBetween.get(first, spill) ?? taken;
      }
      return taken + 1;
    },
  };
}
