// Notices that another process wrote to this desk (the command line beside the app), which tells no events here: SQLite keeps a
// counter that moves when somebody else commits. Asking it costs microseconds, but asking twice a second keeps a laptop from
// resting; so the file system says when to ask.
import { watch } from 'node:fs';
import { SECOND_MS } from '../../domain/instant.ts';
import type { Cancel, Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';

/** Writes come in bursts, our own among them. An answer queued from the command line leaves within about this. */
const GATHER_MS = 500;
/** Where the file system says nothing (Windows may keep silent about a file that stays open), this late at most. */
const LOOK_EVERY_MS = 20 * SECOND_MS;

export type ForeignWatch = { readonly start: () => void; readonly stop: () => void };

export type ForeignWatchDeps = {
  readonly store: Pick<Store, 'queue'>;
  readonly timers: Timers;
  /** Where the desk lies; null in memory. */
  readonly folder: string | null;
};

export function createForeignWatch(
  { store, timers, folder }: ForeignWatchDeps,
  onForeignWrite: () => void,
): ForeignWatch {
  let seen = 0;
  let isNear = false;
  let cancel: Cancel = () => {};
  let stopWatching: Cancel = () => {};

  const lookIn = (delayMs: number): void => {
    cancel();
    isNear = delayMs <= GATHER_MS;
    cancel = timers.after(delayMs, look);
  };
  const look = (): void => {
    const now = store.queue.foreignVersion();
    const isForeign = now !== seen;
    seen = now;
    lookIn(LOOK_EVERY_MS);
    if (isForeign) onForeignWrite();
  };
  return {
    start: () => {
      seen = store.queue.foreignVersion();
      stopWatching = folder === null ? () => {} : onWrites(folder, () => (isNear ? undefined : lookIn(GATHER_MS)));
      lookIn(LOOK_EVERY_MS);
    },
    stop: () => {
      stopWatching();
      cancel();
    },
  };
}

/** A system that cannot watch (its watches are used up, say) leaves it to the glances. */
function onWrites(folder: string, act: () => void): Cancel {
  try {
    const watcher = watch(folder, { persistent: false }, act);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
