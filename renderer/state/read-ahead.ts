// Reads the conversation that the owner is likely to go to next, while he looks at this one: it is then painted with the key press,
// and not when the engine has answered. Only for the eye: whoever takes it asks it anew at once.
import type { ConversationId, ConversationView } from '../../main/contract/views.ts';
import { background } from '../client/background.ts';
import { later } from '../client/machine-clock.ts';
import type { PlaceStore } from './place.ts';
import { itemsOf, type QueueLoader } from './queue.ts';

/** The next in the list, and the next result of a search. */
const MOST = 2;
/** What was just shown is painted first. A key that is held comes again sooner: nothing is read ahead of it. */
const AFTER_MS = 40;

export type ReadAhead = {
  readonly want: (id: ConversationId) => Promise<void>;
  /** What is at hand of it, once. */
  readonly take: (id: ConversationId) => ConversationView | null;
  /** Something about these changed, or about any: null. */
  readonly outdate: (conversations: readonly ConversationId[] | null) => void;
};

/** `read` answers null where there is nothing to show. */
export function createReadAhead(read: (id: ConversationId) => Promise<ConversationView | null>): ReadAhead {
  const views = new Map<ConversationId, ConversationView>();
  const asked = new Map<ConversationId, object>();
  return {
    want: async (id) => {
      if (views.has(id) || asked.has(id)) return;
      const question = {};
      asked.set(id, question);
      const view = await read(id);
      // What changed while it was being read is outdated already, also where it is being read again by now.
      if (asked.get(id) !== question) return;
      asked.delete(id);
      if (view === null) return;
      views.set(id, view);
      const [oldest] = views.keys();
      if (views.size > MOST && oldest !== undefined) views.delete(oldest);
    },
    take: (id) => {
      const view = views.get(id) ?? null;
      views.delete(id);
      return view;
    },
    outdate: (conversations) => {
      for (const id of conversations ?? [...views.keys(), ...asked.keys()]) {
        views.delete(id);
        asked.delete(id);
      }
    },
  };
}

type WalkDeps = {
  readonly place: PlaceStore;
  readonly queue: Pick<QueueLoader, 'store'>;
  readonly want: (id: ConversationId) => Promise<void>;
};

/** Follows the owner through the list, in the direction in which he goes; answers what ends it. */
export function readAheadInList({ place, queue, want }: WalkDeps): () => void {
  let next: ConversationId | null = null;
  const soon = later(AFTER_MS, () => {
    if (next !== null) background(want(next));
  });
  const stop = place.subscribe(({ conversation: now }, { conversation: before }) => {
    if (now === before) return;
    next = nextOf(
      itemsOf(queue.store.getState()).map(({ conversation }) => conversation),
      before,
      now,
    );
    soon.soon();
  });
  return () => {
    stop();
    soon.cancel();
  };
}

/** Who went from `before` to `now` goes on the same way; who comes from elsewhere goes down. null: the list ends there. */
export function nextOf(
  list: readonly ConversationId[],
  before: ConversationId | null,
  now: ConversationId | null,
): ConversationId | null {
  const at = now === null ? -1 : list.indexOf(now);
  if (at < 0) return null;
  const isUpwards = before !== null && list.indexOf(before) > at;
  return list[isUpwards ? at - 1 : at + 1] ?? null;
}
