// What the window knows of the whole desk: status, settings, accounts, counts, outbox. Asked again when an event says so.
// Lists of conversations are in queue.ts, the open one in conversation.ts.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CannedReply } from '../../main/contract/canned.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import type { Instant } from '../../main/domain/instant.ts';
import type { LedgerCounts } from '../../main/contract/commitments.ts';
import type { Failure, Result } from '../../main/contract/errors.ts';
import type { Settings } from '../../main/contract/settings.ts';
import type { ShellInfo } from '../../main/contract/shell-commands.ts';
import type { AccountView, DeliveryView, DeskStatus, QueueCounts, TestStep } from '../../main/contract/views.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { kept } from '../client/kept.ts';
import { machineNow } from '../client/machine-clock.ts';

export type DeskFacts = {
  readonly status: DeskStatus;
  readonly settings: Settings;
  readonly shell: ShellInfo;
  readonly accounts: readonly AccountView[];
  readonly counts: QueueCounts;
  readonly promises: LedgerCounts;
  readonly deliveries: readonly DeliveryView[];
  readonly canned: readonly CannedReply[];
  /** The desk's clock, moved on every few seconds; words like "nog 40 min" follow it. */
  readonly now: Instant;
  readonly trouble: Failure | null;
  readonly isEngineAway: boolean;
  /** Read out by a screen reader: "nieuw in Te laat". */
  readonly announcement: string;
  /** Steps of a running connection test that have begun, by test id. */
  readonly testSteps: Readonly<Record<string, readonly TestStep[]>>;
  /** Where the owner signs in for a test that waits for him, by test id. */
  readonly signInPages: Readonly<Record<string, string>>;
};

const COUNTS_ONLY = { part: 'open', offset: 0, limit: 0 } as const;

export type DeskFactsStore = StoreApi<DeskFacts>;
export type Opened =
  | { readonly ok: true; readonly facts: DeskFactsStore }
  | { readonly ok: false; readonly error: Failure };

/** Asks everything once. One missing answer means that the engine does not stand: its failure is given back. */
export async function openDeskFacts(client: DeskClient): Promise<Opened> {
  const [status, settings, shell, accounts, counts, promises, deliveries, canned] = await Promise.all([
    client.call('desk.status', {}),
    client.call('settings.get', {}),
    client.shell('shell.info', {}),
    client.call('accounts.list', {}),
    client.call('queue.counts', {}),
    client.call('commitments.list', COUNTS_ONLY),
    client.call('outbox.list', {}),
    client.call('canned.list', {}),
  ]);
  if (!status.ok) return status;
  if (!settings.ok) return settings;
  if (!shell.ok) return shell;
  if (!accounts.ok) return accounts;
  if (!counts.ok) return counts;
  if (!promises.ok) return promises;
  if (!deliveries.ok) return deliveries;
  if (!canned.ok) return canned;
  const facts = createStore<DeskFacts>(() => ({
    status: status.value,
    settings: settings.value,
    shell: shell.value,
    accounts: accounts.value,
    counts: counts.value,
    promises: promises.value.counts,
    deliveries: deliveries.value,
    canned: canned.value,
    now: machineNow() + status.value.clockOffsetMs,
    trouble: null,
    isEngineAway: false,
    announcement: '',
    testSteps: {},
    signInPages: {},
  }));
  return { ok: true, facts };
}

export function languageOf({ settings, shell }: Pick<DeskFacts, 'settings' | 'shell'>): UiLanguage {
  if (settings.language !== 'system') return settings.language;
  return shell.systemLanguage.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

export type FactsRefresh = {
  readonly accounts: () => Promise<void>;
  readonly counts: () => Promise<void>;
  readonly deliveries: () => Promise<void>;
  readonly settings: () => Promise<void>;
  readonly canned: () => Promise<void>;
  readonly all: () => Promise<void>;
};

/** Failures while refreshing become the line on top: what is on screen may be old, and the owner must know. */
export function createFactsRefresh(client: DeskClient, facts: DeskFactsStore): FactsRefresh {
  const take = <T>(answer: Result<T>, use: (value: T) => Partial<DeskFacts>): void => {
    facts.setState(answer.ok ? use(answer.value) : { trouble: answer.error });
  };
  const accounts = async (): Promise<void> => {
    take(await client.call('accounts.list', {}), (value) => ({ accounts: value }));
  };
  const counts = async (): Promise<void> => {
    const [queue, promises] = await Promise.all([
      client.call('queue.counts', {}),
      client.call('commitments.list', COUNTS_ONLY),
    ]);
    take(queue, (value) => ({ counts: kept(facts.getState().counts, value) }));
    take(promises, (value) => ({ promises: kept(facts.getState().promises, value.counts) }));
  };
  const deliveries = async (): Promise<void> => {
    take(await client.call('outbox.list', {}), (value) => ({ deliveries: value }));
  };
  const settings = async (): Promise<void> => {
    take(await client.call('settings.get', {}), (value) => ({ settings: value }));
  };
  const canned = async (): Promise<void> => {
    take(await client.call('canned.list', {}), (value) => ({ canned: value }));
  };
  const status = async (): Promise<void> => {
    take(await client.call('desk.status', {}), (value) => ({ status: value }));
  };
  return {
    accounts,
    counts,
    deliveries,
    settings,
    canned,
    all: async () => {
      await Promise.all([status(), accounts(), counts(), deliveries(), settings(), canned()]);
    },
  };
}
