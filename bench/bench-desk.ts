// A desk on disk for measuring: one account, its two mailboxes, and synthetic mail brought in the way sync does.
import { DEFAULT_SETTINGS } from '../main/contract/settings.ts';
import { createIngest } from '../main/engine/ingest/ingest.ts';
import { createFakePorts } from '../main/engine/ports/fake-ports.ts';
import { createQueue, type Queue } from '../main/engine/queue/queue.ts';
import { createSettle, type Settle } from '../main/engine/queue/settle.ts';
import { createSettings, type SettingsDesk } from '../main/engine/settings/settings.ts';
import { openStore } from '../main/engine/store/open-store.ts';
import type { Store } from '../main/engine/store/store.ts';
import { BENCH_NOW, syntheticMail, type SyntheticOptions } from './synthetic-mail.ts';

export type BenchDesk = {
  readonly store: Store;
  readonly queue: Queue;
  readonly settle: Settle;
  readonly settings: SettingsDesk;
  readonly jumpTo: (now: number) => void;
  /** Ingests it in slices; answers the milliseconds spent in ingest. */
  readonly bringIn: (options: Pick<SyntheticOptions, 'count' | 'answers' | 'days' | 'words'>, slice?: number) => number;
};

/** Messages older than `queueFrom` are history, as on a desk that was just connected; 0: every conversation may be open. */
export function createBenchDesk(file: string, queueFrom = 0): BenchDesk {
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.detail);
  const store = opened.value;
  const ports = createFakePorts(BENCH_NOW);
  const emit = (): void => {};
  const settings = createSettings({ store, emit });
  settings.set({ officeHours: { ...DEFAULT_SETTINGS.officeHours, zone: 'Europe/Brussels' } });
  const queue = createQueue({ store, clock: ports.clock, timers: ports.timers, emit, settings });
  const settle = createSettle({ store, clock: ports.clock, settings, onSettled: queue.mark });
  const ingest = createIngest({ store, clock: ports.clock, emit, settle });
  return {
    store,
    queue,
    settle,
    settings,
    jumpTo: ports.jumpTo,
    bringIn: (options, slice = 500) => {
      if (store.accounts.get('bench') === null) addAccount(store, queueFrom);
      const boxes = store.mailboxes.list('bench');
      const box = (role: string): number => boxes.find((one) => one.role === role)?.id ?? 0;
      let spent = 0;
      const all = [...syntheticMail({ ...options, account: 'bench', inbox: box('inbox'), sent: box('sent') })];
      for (let from = 0; from < all.length; from += slice) {
        const batch = all.slice(from, from + slice);
        const begun = performance.now();
        ingest(batch);
        spent += performance.now() - begun;
      }
      return spent;
    },
  };
}

function addAccount(store: Store, queueFrom: number): void {
  store.accounts.add({
    id: 'bench',
    connector: 'demo',
    email: 'info@bench.example',
    name: 'Bench',
    user: 'bench',
    imap: { host: 'localhost', port: 1, security: 'tls' },
    smtp: { host: 'localhost', port: 1, security: 'tls' },
    ca: null,
    plainAllowed: false,
    keep: 'session',
    colour: 0,
    isPaused: false,
    queueFrom,
    oauthProvider: null,
    historyFrom: 0,
    archiveDone: false,
    detachedAt: null,
    createdAt: 0,
    addresses: ['info@bench.example'],
  });
  const boxes = store.mailboxes.relist('bench', [
    { path: 'INBOX', role: 'inbox', isSynced: true },
    { path: 'Sent', role: 'sent', isSynced: true },
  ]);
  for (const { id } of boxes) store.mailboxes.renumber(id, '1');
}

/** Milliseconds: middle and 95th of a hundred. */
export function spread(values: readonly number[]): {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
} {
  const ordered = values.toSorted((a, b) => a - b);
  const at = (share: number): number => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: ordered.at(-1) ?? 0 };
}

export function timed(run: () => void): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}
