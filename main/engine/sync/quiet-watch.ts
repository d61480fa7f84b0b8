// Knows of each account whether it is silent longer than is its habit, looked at a few times an hour: a channel that stopped
// without an error is found by this only. What counts as surprising is domain/office-hours/quiet-spell.ts.
import type { EngineEvent } from '../../contract/events.ts';
import type { AccountId, AccountState } from '../../contract/views.ts';
import { DAY_MS, MINUTE_MS, type Instant } from '../../domain/instant.ts';
import type { OfficeHours } from '../../domain/office-hours/office-hours.ts';
import { createOpenTime } from '../../domain/office-hours/open-time.ts';
import { quietSpell, type QuietSpell } from '../../domain/office-hours/quiet-spell.ts';
import type { Clock, Timers } from '../ports/ports.ts';
import { isAtRest, type AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';

export type QuietWatchDeps = {
  readonly store: Pick<Store, 'accounts' | 'messages'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly officeHours: (now: Instant) => OfficeHours;
  readonly stateOf: (account: AccountRow) => AccountState;
  readonly emit: (event: EngineEvent) => void;
};

export type QuietWatch = {
  readonly start: () => void;
  readonly stop: () => void;
  /** As it was when last looked at. */
  readonly quietOf: (account: AccountId) => QuietSpell | null;
};

const LOOK_MS = 10 * MINUTE_MS;
/** Long enough to hold a holiday, short enough to follow the season. */
const HABIT_MS = 56 * DAY_MS;
/** More than this in eight weeks is never silent for half a day. */
const MOST_ARRIVALS = 5_000;

export function createQuietWatch({ store, clock, timers, officeHours, stateOf, emit }: QuietWatchDeps): QuietWatch {
  const known = new Map<AccountId, QuietSpell>();
  let stopTimer = (): void => {};

  const lookAt = (account: AccountRow): QuietSpell | null => {
    // One that cannot be reached says so itself; while the first mail still comes in there is no habit to go by.
    const { kind } = stateOf(account);
    if (isAtRest(account) || (kind !== 'live' && kind !== 'polling')) return null;
    const now = clock.now();
    const arrivals = store.messages.arrivals(account.id, now - HABIT_MS, MOST_ARRIVALS);
    return arrivals.length >= MOST_ARRIVALS ? null : quietSpell(arrivals, now, createOpenTime(officeHours(now)));
  };
  const look = (): void => {
    let isChanged = false;
    for (const account of store.accounts.list()) {
      const spell = lookAt(account);
      if (known.get(account.id)?.since === spell?.since) continue;
      isChanged = true;
      if (spell === null) known.delete(account.id);
      else known.set(account.id, spell);
    }
    if (isChanged) emit({ kind: 'accounts-changed' });
    stopTimer = timers.after(LOOK_MS, look);
  };

  return {
    start: () => {
      stopTimer = timers.after(MINUTE_MS, look);
    },
    stop: () => stopTimer(),
    quietOf: (account) => known.get(account) ?? null,
  };
}
