// When the disk takes nothing more. Full: what was asked fails, is said so once, and every few seconds one row is tried; once that
// goes, whatever waited is told. Broken (a write or fsync that failed, a page that cannot be right): nothing on this connection is
// believed any more, also not what it said it had stored; the host closes the desk, opens it anew, and it is looked through at the door.
import type { EngineEvent } from '../../contract/events.ts';
import { failureOfStore, isBrokenStore } from '../store/store-failure.ts';
import type { UpkeepTable } from '../store/upkeep-table.ts';
import type { Cancel, Timers } from '../ports/ports.ts';

export type DiskWatch = {
  /** For every error that the store threw. False: it is none of the store's. */
  readonly met: (error: unknown) => boolean;
  readonly stop: () => void;
};

export type DiskWatchDeps = {
  readonly store: { readonly upkeep: Pick<UpkeepTable, 'tryWriting'> };
  readonly timers: Timers;
  readonly emit: (event: EngineEvent) => void;
  /** There is room again. */
  readonly onRoom: () => void;
  readonly onBroken: () => void;
};

/** Often enough to be there when the owner looks up from emptying his bin. */
const TRY_EVERY_MS = 3_000;

export function createDiskWatch({ store, timers, emit, onRoom, onBroken }: DiskWatchDeps): DiskWatch {
  let trouble: 'none' | 'full' | 'broken' = 'none';
  let cancel: Cancel = () => {};

  const tryAgain = (): void => {
    try {
      store.upkeep.tryWriting();
    } catch (error) {
      if (isBrokenStore(error)) met(error);
      else cancel = timers.after(TRY_EVERY_MS, tryAgain);
      return;
    }
    trouble = 'none';
    emit({ kind: 'trouble-over', code: 'disk-full' });
    onRoom();
  };
  const met = (error: unknown): boolean => {
    const failure = failureOfStore(error);
    if (failure === null) return false;
    if (isBrokenStore(error)) {
      cancel();
      if (trouble !== 'broken') emit({ kind: 'trouble', error: failure });
      if (trouble !== 'broken') onBroken();
      trouble = 'broken';
    } else if (failure.code === 'disk-full' && trouble === 'none') {
      trouble = 'full';
      emit({ kind: 'trouble', error: failure });
      cancel = timers.after(TRY_EVERY_MS, tryAgain);
    }
    return true;
  };
  return { met, stop: () => cancel() };
}
