// The accounts.* commands: find the servers of an address, try them, add, change and remove an account. Passwords go to the
// Secrets port and nowhere else; what comes in is the supervisor's business.
import type { AccountDraft, CommandArgs, CommandValue } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { AccountId, AccountView, ConnectionTest, ServerSuggestion } from '../../contract/views.ts';
import { DAY_MS } from '../../domain/instant.ts';
import type { Connector } from '../channels/connector.ts';
import type { Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';
import type { SyncSupervisor } from '../sync/supervisor.ts';
import type { ProviderLookup } from './provider-lookup.ts';

export type AccountsDeps = {
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'secrets'>;
  readonly store: Pick<Store, 'accounts' | 'mailboxes'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'test'>;
  readonly supervisor: Pick<SyncSupervisor, 'refresh' | 'halt' | 'stateOf'>;
  readonly lookup: ProviderLookup;
  readonly emit: (event: EngineEvent) => void;
  /** The demo desk never gets a real account. */
  readonly isDemo: boolean;
  /** The password is there now: what waits in the outbox may go. */
  readonly onPassword?: (account: AccountId) => void;
};

export type Accounts = {
  readonly list: () => readonly AccountView[];
  readonly suggest: (email: string) => Promise<ServerSuggestion | null>;
  readonly test: (args: CommandArgs<'accounts.test'>) => Promise<Result<ConnectionTest>>;
  readonly add: (args: CommandArgs<'accounts.add'>) => Promise<Result<CommandValue<'accounts.add'>>>;
  readonly remove: (id: AccountId) => Promise<Result<null>>;
  readonly setPassword: (args: CommandArgs<'accounts.setPassword'>) => Promise<Result<AccountView>>;
  readonly setPaused: (args: CommandArgs<'accounts.setPaused'>) => Promise<Result<AccountView>>;
};

/**
 * What arrived longer before the account was added is history: it can be read and searched, but never asks for an answer. Whoever
 * connects a mailbox of ten years would otherwise see thousands of customers "te laat" on the first day. A month holds what may
 * honestly still wait for an answer.
 */
export const QUEUE_REACHES_BACK_MS = 30 * DAY_MS;

/** Conversations removed in one transaction: some 10 ms. */
const REMOVE_SLICE = 50;
/** Colours in the palette. */
const COLOURS = 8;

export function createAccounts(deps: AccountsDeps): Accounts {
  const { store, ports, supervisor, emit } = deps;

  const view = (account: AccountRow): AccountView => {
    const inbox = store.mailboxes.list(account.id).find(({ role }) => role === 'inbox');
    return {
      id: account.id,
      email: account.email,
      name: account.name,
      user: account.user,
      imap: account.imap,
      smtp: account.smtp,
      addresses: account.addresses,
      colour: account.colour,
      isDemo: account.connector === 'demo',
      keep: account.keep,
      state: supervisor.stateOf(account),
      lastFullCheckAt: inbox?.lastFullCheckAt ?? null,
      messages: store.mailboxes.countMessages(account.id),
    };
  };
  const rowOf = (draft: AccountDraft): AccountRow => {
    const now = ports.clock.now();
    const email = draft.email.trim();
    return {
      // Short, for it is typed on the command line; drawn, so that an account added later never meets another's password.
      id: ports.random.uuid().slice(-8),
      connector: 'email',
      email,
      name: draft.name.trim(),
      user: draft.user,
      imap: draft.imap,
      smtp: draft.smtp,
      ca: draft.ca,
      plainAllowed: draft.plainAllowed,
      keep: draft.keep,
      colour: freeColour(store.accounts.list()),
      isPaused: false,
      queueFrom: now - QUEUE_REACHES_BACK_MS,
      oauthProvider: null,
      historyFrom: 0,
      archiveDone: false,
      detachedAt: null,
      createdAt: now,
      addresses: [...new Set([email, ...(isAddress(draft.user) ? [draft.user] : [])].map((own) => own.toLowerCase()))],
    };
  };
  const tryOut = async (row: AccountRow, password: string, testId: string): Promise<Result<ConnectionTest>> =>
    deps.connectorFor(row).test(row, password, (step) => emit({ kind: 'connection-test', testId, step }));
  const change = async (
    id: AccountId,
    work: (account: AccountRow) => AccountRow | Promise<AccountRow>,
  ): Promise<Result<AccountView>> => {
    const before = store.accounts.get(id);
    if (before === null) return failed('not-found', 'never', `no account ${id}`);
    const after = await work(before);
    store.accounts.update(after);
    await supervisor.refresh(id);
    emit({ kind: 'accounts-changed' });
    return ok(view(after));
  };

  return {
    list: () => store.accounts.list().map(view),
    suggest: (email) => deps.lookup.suggest(email.trim()),
    test: async ({ testId, draft }) => {
      if (deps.isDemo) return failed('demo-only', 'never', 'the demo desk reaches no server');
      return tryOut(rowOf(draft), draft.password, testId);
    },
    add: async ({ testId, draft }) => {
      if (deps.isDemo) return failed('demo-only', 'never', 'the demo desk reaches no server');
      const row = rowOf(draft);
      const isKnown = (): boolean =>
        store.accounts.list().some(({ email }) => email.toLowerCase() === row.email.toLowerCase());
      if (isKnown()) return failed('already-exists', 'user', 'this address is connected already', { email: row.email });
      const tested = await tryOut(row, draft.password, testId);
      if (!tested.ok) return tested;
      const keep = await ports.secrets.keep(row.id, draft.password, draft.keep);
      // Two clicks on the button make two tests, and one account. Nothing is waited for from here until it is stored.
      if (isKnown()) {
        await ports.secrets.forget(row.id);
        return failed('already-exists', 'user', 'this address is connected already', { email: row.email });
      }
      const account = { ...row, keep };
      store.accounts.add(account);
      await supervisor.refresh(account.id);
      emit({ kind: 'accounts-changed' });
      return ok({ ...view(account), test: tested.value });
    },
    remove: async (id) => {
      if (store.accounts.get(id) === null) return failed('not-found', 'never', `no account ${id}`);
      await supervisor.halt(id);
      await ports.secrets.forget(id);
      // In slices, so that a mailbox of years does not keep the window waiting.
      while (store.accounts.emptySome(id, REMOVE_SLICE) > 0) {
        await new Promise<void>((resolve) => void ports.timers.after(0, resolve));
      }
      store.accounts.remove(id);
      emit({ kind: 'accounts-changed' });
      emit({ kind: 'queue-changed' });
      return ok(null);
    },
    setPassword: async ({ id, password, keep }) => {
      const changed = await change(id, async (account) => ({
        ...account,
        keep: await ports.secrets.keep(id, password, keep),
      }));
      if (changed.ok) deps.onPassword?.(id);
      return changed;
    },
    setPaused: ({ id, paused }) => change(id, (account) => ({ ...account, isPaused: paused })),
  };
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

function freeColour(accounts: readonly AccountRow[]): number {
  for (let colour = 0; colour < COLOURS; colour += 1) {
    if (!accounts.some((account) => account.colour === colour)) return colour;
  }
  return accounts.length % COLOURS;
}
