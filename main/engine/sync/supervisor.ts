// One watch for each account, started, stopped and rebuilt together. What a watch does is its channel's business; who wants one
// (the app: always; the command line: for one pass) is decided by the host.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { AccountId, AccountState, SyncSummary } from '../../contract/views.ts';
import type { ChannelWatch, Connector } from '../channels/connector.ts';
import { isAtRest, type AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';

export type SupervisorDeps = {
  readonly store: Pick<Store, 'accounts'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'watch'>;
};

export type SyncRequest = {
  /** null: all accounts that are not paused. */
  readonly account: AccountId | null;
  readonly mailbox: string | null;
  readonly full: boolean;
};

export type SyncSupervisor = {
  /** Watches all accounts from now on, and those that are added later. */
  readonly start: () => void;
  /** Takes over what the store says now about an account: new, paused, a new password, removed. */
  readonly refresh: (id: AccountId) => Promise<void>;
  /** Until it is refreshed again nothing is read or written for this account. */
  readonly halt: (id: AccountId) => Promise<void>;
  /** A complete pass. Accounts are passed side by side; when one fails its failure is the answer, the others are complete. */
  readonly syncNow: (request: SyncRequest) => Promise<Result<SyncSummary>>;
  /** The machine slept or the network changed. */
  readonly reconnect: () => void;
  readonly stateOf: (account: AccountRow) => AccountState;
  /** Resolves when every connection is closed and nothing more will be written. */
  readonly stop: () => Promise<void>;
};

const NOTHING: SyncSummary = { added: 0, updated: 0, removed: 0, messages: 0, bytesIn: 0, ms: 0 };

export function createSyncSupervisor({ store, connectorFor }: SupervisorDeps): SyncSupervisor {
  const watches = new Map<AccountId, ChannelWatch>();
  let isWatching = false;
  let isStopped = false;

  const begin = (account: AccountRow): ChannelWatch => {
    const watch = connectorFor(account).watch(account);
    watches.set(account.id, watch);
    return watch;
  };
  const halt = async (id: AccountId): Promise<void> => {
    const watch = watches.get(id);
    watches.delete(id);
    await watch?.stop();
  };
  const syncOne = async (account: AccountRow, request: SyncRequest): Promise<Result<SyncSummary>> => {
    const running = watches.get(account.id);
    if (running !== undefined) return running.syncNow(request);
    const watch = begin(account);
    const synced = await watch.syncNow(request);
    // Started only for this pass.
    if (!isWatching && watches.get(account.id) === watch) await halt(account.id);
    return synced;
  };

  return {
    start: () => {
      isWatching = true;
      for (const account of store.accounts.list()) {
        if (!isAtRest(account) && !watches.has(account.id)) begin(account);
      }
    },
    refresh: async (id) => {
      await halt(id);
      const account = store.accounts.get(id);
      if (account !== null && isWatching && !isStopped && !isAtRest(account) && !watches.has(id)) begin(account);
    },
    halt,
    syncNow: async (request) => {
      if (isStopped) return failed('not-possible-now', 'never', 'the engine is stopping');
      const accounts = store.accounts.list().filter(({ id }) => request.account === null || id === request.account);
      if (request.account !== null && accounts.length === 0) {
        return failed('not-found', 'never', `no account ${request.account}`);
      }
      const active = accounts.filter((account) => !isAtRest(account));
      if (request.account !== null && active.length === 0) {
        return failed('not-possible-now', 'user', 'the account is paused or no longer connected');
      }
      const results = await Promise.all(active.map((account) => syncOne(account, request)));
      const failure = results.find((result) => !result.ok);
      if (failure !== undefined) return failure;
      return ok(results.reduce((total, result) => (result.ok ? sum(total, result.value) : total), NOTHING));
    },
    reconnect: () => {
      for (const watch of watches.values()) watch.reconnect();
    },
    stateOf: (account) => {
      if (account.detachedAt !== null) return { kind: 'detached', since: account.detachedAt };
      if (account.isPaused) return { kind: 'paused' };
      return watches.get(account.id)?.state() ?? { kind: 'new' };
    },
    stop: async () => {
      isStopped = true;
      await Promise.all([...watches.keys()].map(halt));
    },
  };
}

const sum = (a: SyncSummary, b: SyncSummary): SyncSummary => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  removed: a.removed + b.removed,
  messages: a.messages + b.messages,
  bytesIn: a.bytesIn + b.bytesIn,
  ms: Math.max(a.ms, b.ms),
});
