// When which upkeep was last done, in the desk itself, so that a restart does not begin it anew.
import type { Instant } from '../../domain/instant.ts';
import type { Store } from '../store/store.ts';

export type UpkeepWork = 'check' | 'tidy';
export type UpkeepLog = {
  readonly at: (work: UpkeepWork) => Instant | null;
  readonly put: (work: UpkeepWork, at: Instant) => void;
};

export function createUpkeepLog({ settings }: Pick<Store, 'settings'>): UpkeepLog {
  const keyOf = (work: UpkeepWork): string => `upkeep.${work}`;
  return {
    at: (work) => {
      const at = settings.all().get(keyOf(work));
      return typeof at === 'number' ? at : null;
    },
    put: (work, at) => settings.put(keyOf(work), at),
  };
}
