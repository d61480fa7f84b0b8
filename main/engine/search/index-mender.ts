// Fills the full-text index where it lost rows, or was emptied by a new schema: newest messages first, in slices while nothing
// else is due, so that no command waits. How far it is, every search tells.
import type { Cancel, Logger, Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { indexStored } from './index-stored.ts';

export type IndexMenderDeps = {
  readonly store: Pick<Store, 'fullText' | 'messages' | 'bodies' | 'attachments' | 'transaction'>;
  readonly timers: Timers;
  readonly log: Logger;
};

export type IndexMender = {
  /** Looks once, soon, and mends as long as something is missing. */
  readonly start: () => void;
  readonly stop: () => void;
  /** All of it now: for the command line, which does one thing and ends. */
  readonly mendAll: () => void;
  /** Reads the whole index; one that is damaged is emptied, and filled again as if it had lost every row. */
  readonly lookClosely: () => void;
};

/** Starting has its own work to do first. */
const FIRST_LOOK_MS = 5_000;
/** Some 40 ms of work, which is what a command may wait; the pause lets many of them pass in between. */
const SLICE = 100;
const PAUSE_MS = 120;

export function createIndexMender({ store, timers, log }: IndexMenderDeps): IndexMender {
  let cancel: Cancel = () => {};
  let isRunning = false;

  const mendSlice = (): number => {
    const missing = store.fullText.missing(SLICE);
    store.transaction(() => indexStored(store, missing));
    return missing.length;
  };

  const isBehind = (): boolean => {
    const { indexed, messages } = store.fullText.counts();
    return indexed !== messages;
  };
  const goOn = (delayMs: number): void => {
    cancel();
    if (!isRunning) return;
    cancel = timers.after(delayMs, () => {
      if (!isBehind()) return;
      store.fullText.removeStrays();
      if (mendSlice() === 0) log('info', 'the full-text index is complete');
      else goOn(PAUSE_MS);
    });
  };

  return {
    start: () => {
      isRunning = true;
      goOn(FIRST_LOOK_MS);
    },
    stop: () => {
      isRunning = false;
      cancel();
    },
    mendAll: () => {
      if (!isBehind()) return;
      store.fullText.removeStrays();
      while (mendSlice() > 0);
    },
    lookClosely: () => {
      if (!store.fullText.isSound()) {
        log('warn', 'the full-text index is damaged: it is filled anew');
        store.fullText.empty();
      }
      goOn(0);
    },
  };
}
