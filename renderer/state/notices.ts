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
  /** A conversation that the line is about and leads to. */
  readonly conversation?: number;
  /** A message that waits until this desk instant before it leaves; shown as a countdown. */
  readonly leaving: { readonly leavesAt: Instant; readonly who: string } | null;
};
export type NoticesStore = StoreApi<{ readonly notices: readonly Notice[] }>;

/** Time to read a line and to reach for `z`. */
export const NOTICE_MS = 8_000;

/** As many as a hurried owner does within those seconds, so that `z` takes back each of them. */
const KEPT = 20;

export type Notices = {
  readonly store: NoticesStore;
  readonly add: (notice: Omit<Notice, 'id'>) => number;
  readonly remove: (id: number) => void;
  /** The newest notice that can be taken back. */
  readonly newestUndo: () => Notice | null;
  readonly expire: (now: Instant) => void;
};

/** What went wrong, what still waits to leave and what stays until it is read give way to nothing that was done since. */
const stands = ({ failure, leaving, until }: Notice): boolean => failure !== null || leaving !== null || until === null;

/** What is in sight: all that stands, and of what was merely done the newest. */
export function noticesInSight(notices: readonly Notice[]): readonly Notice[] {
  const newest = notices.findLast((notice) => !stands(notice));
  return notices.filter((notice) => stands(notice) || notice === newest);
}

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
      store.setState(({ notices }) => {
        const others = notices.filter((other) => !saysTheSame(other, notice));
        const oldest = others.filter((other) => !stands(other)).at(-KEPT);
        return {
          notices: [...others.filter((other) => stands(other) || other.id > (oldest?.id ?? 0)), { ...notice, id }],
        };
      });
      return id;
    },
    remove: (id) => keep((notice) => notice.id !== id),
    newestUndo: () => store.getState().notices.findLast((notice) => notice.undo !== null) ?? null,
    expire: (now) => keep((notice) => notice.until === null || notice.until > now),
  };
}

/** A failure that comes again is told once. */
const saysTheSame = (one: Notice, other: Omit<Notice, 'id'>): boolean =>
  one.failure !== null && one.failure.code === other.failure?.code && one.text === other.text;
