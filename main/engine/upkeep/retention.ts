// The owner's rule for old conversations: after so many years their text and attachments go, and are gone. In slices, so that nobody
// waits; and at the end the index and the file are written anew, for what was deleted lies in both until its place is needed.
import type { RetentionFigure } from '../../contract/storage.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Instant } from '../../domain/instant.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Clock, Logger, Timers } from '../ports/ports.ts';
import { indexAnew } from '../search/index-stored.ts';
import type { Store } from '../store/store.ts';

export type RetentionDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly emit: (event: EngineEvent) => void;
  readonly settings: { readonly get: () => Pick<Settings, 'retention'> };
};

export type Retention = {
  readonly outlook: (years: number) => RetentionFigure;
  /** Does nothing while the rule is off. */
  readonly apply: () => Promise<void>;
};

const SLICE = 50;

export function createRetention({ store, clock, timers, log, emit, settings }: RetentionDeps): Retention {
  const emptySlice = (before: Instant): number =>
    store.transaction(() => {
      const { conversations, messages } = store.retention.emptySome(before, SLICE);
      indexAnew(store, messages);
      if (conversations.length > 0) {
        store.afterCommit(() => emit({ kind: 'conversations-changed', conversations }));
      }
      return conversations.length;
    });

  return {
    outlook: (years) => store.retention.outlook(yearsBefore(clock.now(), years)),
    apply: async () => {
      const { years } = settings.get().retention;
      if (years === null) return;
      const before = yearsBefore(clock.now(), years);
      let emptied = 0;
      for (let slice = emptySlice(before); slice > 0; slice = emptySlice(before)) {
        emptied += slice;
        await new Promise<void>((resolve) => void timers.after(0, resolve));
      }
      if (emptied === 0) return;
      store.upkeep.purgeIndex();
      store.upkeep.compact();
      log('info', 'retention', { conversations: emptied });
    },
  };
}

/** The same day so many years ago, in UTC: a day more or less does not count here. */
export function yearsBefore(now: Instant, years: number): Instant {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then.getTime();
}
