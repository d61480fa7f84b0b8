// The queue in memory: every conversation that is not done, ranked and in order, section by section. Kept up to date by
// conversation id and by the passing of time; only what changed is ranked again. It knows no SQL and builds no items.
import type { ConversationId } from '../../contract/views.ts';
import type { Weights } from '../../domain/queue/factor.ts';
import { compareRanked, placeOf, type RankFacts } from '../../domain/queue/rank.ts';
import type { Moment } from '../../domain/queue/section.ts';
import { SECTIONS, type Section } from '../../domain/queue/sections.ts';
import type { Instant } from '../../domain/instant.ts';

export type QueueEntry = {
  readonly id: ConversationId;
  readonly facts: RankFacts;
  readonly lastAt: Instant;
  readonly address: string;
};

type Placed = QueueEntry & {
  readonly replyBy: Instant | null;
  readonly section: Section;
  readonly score: number;
  readonly until: Instant;
};
type Lists = Record<Section, Placed[]>;

export type QueueOrder = {
  /** Replaces everything. */
  readonly load: (entries: readonly QueueEntry[], moment: Moment, weights: Weights) => void;
  /** null: it is done, or no longer there. */
  readonly change: (changes: ReadonlyMap<ConversationId, QueueEntry | null>) => void;
  /** Lets time pass and takes over new weights. True when a place or a score changed by it. */
  readonly moveTo: (moment: Moment, weights: Weights) => boolean;
  readonly section: (section: Section) => readonly QueueEntry[];
  /** As it will stand then; nothing is kept. */
  readonly sectionAt: (section: Section, moment: Moment) => readonly QueueEntry[];
  /** The first instant at which a place or a score changes by itself. */
  readonly nextChange: () => Instant;
};

/** More changes than this, and sorting everything again is quicker than moving each. */
const WORTH_SORTING = 500;

export function createQueueOrder(): QueueOrder {
  const placed = new Map<ConversationId, Placed>();
  let lists = emptyLists();
  let moment: Moment = { now: 0, todayEndsAt: 0 };
  let weights: Weights | null = null;
  let nextChange = Infinity;

  const sortAll = (): void => {
    lists = sorted(placed.values());
    nextChange = Infinity;
    for (const entry of placed.values()) nextChange = Math.min(nextChange, entry.until);
  };
  const rankAll = (entries: Iterable<QueueEntry>, by: Weights): void => {
    // Collected first: the map is being rewritten.
    for (const entry of Array.from(entries)) placed.set(entry.id, place(entry, moment, by));
    sortAll();
  };
  const replace = (id: ConversationId, entry: QueueEntry | null): void => {
    const before = placed.get(id);
    if (before !== undefined) {
      const list = lists[before.section];
      const index = lowerBound(list, before, ORDER[before.section]);
      if (list[index]?.id === id) list.splice(index, 1);
    }
    if (entry === null || weights === null) {
      placed.delete(id);
      return;
    }
    const after = place(entry, moment, weights);
    placed.set(id, after);
    const list = lists[after.section];
    list.splice(lowerBound(list, after, ORDER[after.section]), 0, after);
    nextChange = Math.min(nextChange, after.until);
  };
  const change = (changes: ReadonlyMap<ConversationId, QueueEntry | null>): void => {
    if (changes.size <= WORTH_SORTING) {
      for (const [id, entry] of changes) replace(id, entry);
      return;
    }
    for (const [id, entry] of changes) {
      if (entry === null || weights === null) placed.delete(id);
      else placed.set(id, place(entry, moment, weights));
    }
    sortAll();
  };

  return {
    load: (entries, at, by) => {
      placed.clear();
      moment = at;
      weights = by;
      rankAll(entries, by);
    },
    change,
    moveTo: (to, by) => {
      const isOtherDay = to.todayEndsAt !== moment.todayEndsAt;
      const isBack = to.now < moment.now;
      moment = to;
      if (isOtherDay || isBack || by !== weights) {
        weights = by;
        rankAll(placed.values(), by);
        return true;
      }
      if (to.now < nextChange) return false;
      const due = new Map<ConversationId, QueueEntry>();
      for (const entry of placed.values()) if (entry.until <= to.now) due.set(entry.id, entry);
      change(due);
      nextChange = Infinity;
      for (const entry of placed.values()) nextChange = Math.min(nextChange, entry.until);
      return due.size > 0;
    },
    section: (section) => lists[section],
    sectionAt: (section, at) => {
      const by = weights;
      if (by === null) return [];
      return Array.from(placed.values(), (entry) => place(entry, at, by))
        .filter((entry) => entry.section === section)
        .toSorted(ORDER[section]);
    },
    nextChange: () => Math.min(nextChange, moment.todayEndsAt + 1),
  };
}

function place({ id, facts, lastAt, address }: QueueEntry, moment: Moment, weights: Weights): Placed {
  const { section, score, until } = placeOf(facts, moment, weights);
  return { id, facts, lastAt, address, replyBy: facts.replyBy, section, score, until };
}

function sorted(entries: Iterable<Placed>): Lists {
  const lists = emptyLists();
  for (const entry of entries) lists[entry.section].push(entry);
  for (const section of SECTIONS) lists[section] = lists[section].toSorted(ORDER[section]);
  return lists;
}

const emptyLists = (): Lists => ({ overdue: [], now: [], soon: [], waiting: [], snoozed: [], fyi: [], done: [] });

const newestFirst = (a: Placed, b: Placed): number => b.lastAt - a.lastAt || b.id - a.id;
const firstToWake = (a: Placed, b: Placed): number =>
  (a.facts.snoozedUntil ?? 0) - (b.facts.snoozedUntil ?? 0) || a.id - b.id;

const ORDER: { readonly [section in Section]: (a: Placed, b: Placed) => number } = {
  overdue: compareRanked,
  now: compareRanked,
  soon: compareRanked,
  waiting: newestFirst,
  snoozed: firstToWake,
  fyi: newestFirst,
  done: newestFirst,
};

function lowerBound(list: readonly Placed[], wanted: Placed, order: (a: Placed, b: Placed) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there !== undefined && order(there, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
