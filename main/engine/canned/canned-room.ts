// Everything about saved replies, put together: the commands, and the search for own answers that could become one.
import type { CANNED_COMMANDS } from '../../contract/canned.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Handlers } from '../host/engine.ts';
import type { Clock, Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { createAnswerMining } from './answer-mining.ts';
import { createCannedFitting } from './canned-fitting.ts';
import { createCannedTables } from './canned-tables.ts';
import { createCanned, type CannedDeps } from './canned.ts';

export type CannedRoom = {
  readonly handlers: Pick<Handlers, keyof typeof CANNED_COMMANDS>;
  /** After another process wrote in the store. */
  readonly reread: () => void;
  /** What was learned of all replies is gone. */
  readonly forget: () => void;
  readonly start: () => void;
  readonly stop: () => void;
};

export type CannedRoomDeps = Omit<CannedDeps, 'store' | 'onChanged' | 'clock'> & {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  /** In which the owner is asked what goes into a field. */
  readonly language: () => UiLanguage;
  readonly emit: (event: EngineEvent) => void;
  /** Mail is streaming in. */
  readonly isCatchingUp: () => boolean;
};

export function createCannedRoom(deps: CannedRoomDeps): CannedRoom {
  const { store, emit } = deps;
  const fitting = createCannedFitting(store);
  const onChanged = (): void => {
    fitting.changed();
    store.afterCommit(() => emit({ kind: 'canned-changed' }));
  };
  const canned = createCanned({ ...deps, onChanged });
  const tables = createCannedTables({ ...deps, onChanged });
  const mining = createAnswerMining({ ...deps, onChanged: () => emit({ kind: 'canned-changed' }) });
  return {
    handlers: {
      'canned.list': canned.list,
      'canned.save': canned.save,
      'canned.remove': canned.remove,
      'canned.bringBack': canned.bringBack,
      'canned.fill': canned.fill,
      'canned.fitting': fitting.fitting,
      'canned.addFile': canned.addFile,
      'canned.removeFile': canned.removeFile,
      'canned.attach': canned.attach,
      'canned.csv': tables.csv,
      'canned.lookAtCsv': tables.lookAtCsv,
      'canned.importCsv': tables.importCsv,
      'canned.undoCsv': tables.undoCsv,
      'canned.learned': fitting.learned,
      'canned.forgetLearned': fitting.forgetLearned,
      'canned.proposals': mining.proposals,
      'canned.sayOfProposal': mining.say,
    },
    reread: () => {
      fitting.changed();
      emit({ kind: 'canned-changed' });
    },
    forget: () => {
      fitting.forgetLearned({ id: null });
      emit({ kind: 'canned-changed' });
    },
    start: mining.start,
    stop: mining.stop,
  };
}
