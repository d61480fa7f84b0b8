// When the owner edits office hours, targets or the length of a watch, the clocks that run are computed anew, a few at a time so that nothing waits
// for it. Working time that was used under the old hours stays used (product.md, "The clock", rule 8).
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ConversationId } from '../../contract/views.ts';
import { officeHoursOf } from '../../domain/office-hours/holidays.ts';
import { createOpenTime } from '../../domain/office-hours/open-time.ts';
import type { Cancel, Clock, Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import type { Settle } from './settle.ts';

export type ReclockDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly settings: { readonly get: () => Basis };
  readonly settle: Settle;
  readonly emit: (event: EngineEvent) => void;
};

export type Reclock = {
  /** Finishes what a change before the last stop began. */
  readonly start: () => void;
  readonly hear: (event: EngineEvent) => void;
  readonly stop: () => void;
};

/** About ten milliseconds of work, on the slow side. */
const SLICE = 50;

/** What the clocks were last carried over to, and what all of them were last computed with. Kept beside the settings. */
const CARRIED_KEY = 'clock-carried';
const COMPUTED_KEY = 'clock-computed';
type Basis = Pick<Settings, 'officeHours' | 'targets' | 'followUp'>;

export function createReclock({ store, clock, timers, settings, settle, emit }: ReclockDeps): Reclock {
  let left: readonly ConversationId[] = [];
  let isStopped = false;
  let cancel: Cancel = () => {};

  const basisNow = (): Basis => {
    const { officeHours, targets, followUp } = settings.get();
    return { officeHours, targets, followUp };
  };
  const stored = (key: string): Basis | null => (store.settings.all().get(key) as Basis | undefined) ?? null;

  /** One transaction: a crash leaves all clocks carried over, or none. */
  const carryOver = (from: Basis | null, to: Basis): void => {
    store.transaction(() => {
      if (from !== null && !isSame(from.officeHours, to.officeHours)) carryAll(store, from.officeHours, clock.now());
      store.settings.put(CARRIED_KEY, to);
    });
  };

  const takeSlice = (): void => {
    if (isStopped) return;
    settle(left.slice(0, SLICE));
    left = left.slice(SLICE);
    if (left.length > 0) {
      cancel = timers.after(0, takeSlice);
      return;
    }
    store.settings.put(COMPUTED_KEY, basisNow());
    emit({ kind: 'queue-changed' });
  };

  const look = (isNewDesk: boolean): void => {
    const now = basisNow();
    const carried = stored(CARRIED_KEY);
    if (!isSame(carried, now)) carryOver(carried, now);
    const computed = stored(COMPUTED_KEY);
    if (isSame(computed, now)) return;
    if (isNewDesk) {
      // No clock runs yet that anything else could have been computed with.
      store.settings.put(COMPUTED_KEY, now);
      return;
    }
    left = [...store.conversations.withClock(), ...store.conversations.withWatch()];
    cancel();
    cancel = timers.after(0, takeSlice);
  };

  return {
    start: () => {
      isStopped = false;
      look(stored(COMPUTED_KEY) === null);
    },
    hear: (event) => {
      if (event.kind === 'settings-changed') look(false);
    },
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
}

function carryAll(store: Store, from: Settings['officeHours'], now: number): void {
  const before = createOpenTime(officeHoursOf(from, now));
  for (const id of store.conversations.withClock()) {
    const conversation = store.conversations.get(id);
    if (conversation === null || conversation.waitingSince === null) continue;
    const since = conversation.usedUntil ?? conversation.waitingSince;
    // A machine whose clock was set back must not count the same hours twice.
    const until = Math.max(now, since);
    store.conversations.carryUsed(id, until, conversation.usedMinutes + before.minutesBetween(since, until));
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
