// The short lines at the foot of the window: what was just done and can be taken back, and what did not work.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../main/contract/errors.ts';
import type { Instant } from '../../main/domain/instant.ts';

export type Notice = {
  readonly id: number;
  readonly text: string;
  readonly failure: Failure | null;
  /** Takes the action back; null when there is nothing to take back. */
  readonly undo: (() => Promise<void>) | null;
  /** Machine instant at which the notice goes away by itself; null stays until dismissed. */
  readonly until: Instant | null;
  /** A message that waits until this desk instant before it leaves; shown as a countdown. */
  /** A conversation that the line is about and leads to. */
  readonly conversation?: number;
  readonly leaving: { readonly leavesAt: Instant; readonly who: string } | null;
};
export type NoticesStore = StoreApi<{ readonly notices: readonly Notice[] }>;

/** Time to read a line and to reach for `z`. */
export const NOTICE_MS = 8_000;

export type Notices = {
  readonly store: NoticesStore;
  readonly add: (notice: Omit<Notice, 'id'>) => number;
  readonly remove: (id: number) => void;
  /** The newest notice that can be taken back. */
  readonly newestUndo: () => Notice | null;
  readonly expire: (now: Instant) => void;
};

export function createNotices(): Notices {
  const store: NoticesStore = createStore(() => ({ notices: [] }));
  let last = 0;
  const keep = (test: (notice: Notice) => boolean): void => {
    const { notices } = store.getState();
    const kept = notices.filter(test);
    if (kept.length !== notices.length) store.setState({ notices: kept });
  };
  return {
    store,
    add: (notice) => {
      last += 1;
      const id = last;
      // Three lines are readable; the oldest gives way.
      store.setState(({ notices }) => ({ notices: [...notices.slice(-2), { ...notice, id }] }));
      return id;
    },
    remove: (id) => keep((notice) => notice.id !== id),
    newestUndo: () => store.getState().notices.findLast((notice) => notice.undo !== null) ?? null,
    expire: (now) => keep((notice) => notice.until === null || notice.until > now),
  };
}
