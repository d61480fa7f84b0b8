// Notices that another process wrote to this desk (the command line beside the app), which tells no events here: SQLite keeps a
// counter that moves when somebody else commits. Asking it costs microseconds.
import type { Cancel, Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';

// An answer queued from the command line leaves within about this.
const LOOK_EVERY_MS = 500;

export type ForeignWatch = { readonly start: () => void; readonly stop: () => void };

export function createForeignWatch(
  { store, timers }: { readonly store: Pick<Store, 'queue'>; readonly timers: Timers },
  onForeignWrite: () => void,
): ForeignWatch {
  let cancel: Cancel = () => {};
  const look = (seen: number): void => {
    const now = store.queue.foreignVersion();
    if (now !== seen) onForeignWrite();
    cancel = timers.after(LOOK_EVERY_MS, () => look(now));
  };
  return { start: () => look(store.queue.foreignVersion()), stop: () => cancel() };
}
