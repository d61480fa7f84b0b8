// The accounts.* commands: find the servers of an address, try them, add, change and leave an account. What it signs in with goes to the
// Secrets port and nowhere else; what comes in is the supervisor's business.
import type { AccountDraft } from '../../contract/account-commands.ts';
import type { CommandArgs, CommandValue } from '../../contract/commands.ts';
import { failed, ok, type Failure, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { AccountId, AccountView, ConnectionTest, OAuthProvider, ServerSuggestion } from '../../contract/views.ts';
import type { Connector } from '../channels/connector.ts';
import { connectedAccounts } from '../channels/manual/manual-account.ts';
import type { Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';
import type { SyncSupervisor } from '../sync/supervisor.ts';
import { accountView, changedAccount, needsTest, newAccount, reattached } from './account-row.ts';
import { createLeaveAccount, type LeaveDeps } from './leave-account.ts';
import type { ProviderLookup } from './provider-lookup.ts';
import { oauthProviderOf } from './sign-in/oauth-providers.ts';
import type { Grant, SignInDesk } from './sign-in/sign-ins.ts';

export type AccountsDeps = Omit<LeaveDeps, 'ports' | 'store' | 'supervisor' | 'signIns'> & {
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'secrets'>;
  readonly store: Pick<
    Store,
    'accounts' | 'contactMerges' | 'habits' | 'mailboxes' | 'deliveries' | 'conversations' | 'transaction'
  >;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'test'>;
  readonly supervisor: Pick<SyncSupervisor, 'refresh' | 'halt' | 'stateOf'>;
  readonly signIns: SignInDesk;
  readonly lookup: ProviderLookup;
  readonly emit: (event: EngineEvent) => void;
  /** Silent longer than is its habit. */
  readonly quietOf: (account: AccountId) => AccountView['quiet'];
  /** The demo desk never gets a real account. */
  readonly isDemo: boolean;
  /** What it signs in with is there now: what waits in the outbox may go. */
  readonly onPassword?: (account: AccountId) => void;
};

export type Accounts = {
  readonly list: () => readonly AccountView[];
  readonly suggest: (email: string) => Promise<ServerSuggestion | null>;
  readonly test: (args: CommandArgs<'accounts.test'>) => Promise<Result<ConnectionTest>>;
  readonly add: (args: CommandArgs<'accounts.add'>) => Promise<Result<CommandValue<'accounts.add'>>>;
  readonly edit: (args: CommandArgs<'accounts.edit'>) => Promise<Result<AccountView>>;
  readonly remove: (args: CommandArgs<'accounts.remove'>) => Promise<Result<null>>;
  readonly setPassword: (args: CommandArgs<'accounts.setPassword'>) => Promise<Result<AccountView>>;
  readonly signInAgain: (args: CommandArgs<'accounts.signInAgain'>) => Promise<Result<AccountView>>;
  readonly stopSignIn: (testId: string) => void;
  readonly setPaused: (args: CommandArgs<'accounts.setPaused'>) => Promise<Result<AccountView>>;
};

/** What an account is tried out with, and is kept once that went well. */
type Credential =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'grant'; readonly grant: Grant };

export function createAccounts(deps: AccountsDeps): Accounts {
  const { store, ports, supervisor, signIns, emit } = deps;
  const leave = createLeaveAccount(deps);

  const view = (account: AccountRow): AccountView => {
    const inbox = store.mailboxes.list(account.id).find(({ role }) => role === 'inbox');
    return accountView(account, {
      state: supervisor.stateOf(account),
      lastFullCheckAt: inbox?.lastFullCheckAt ?? null,
      messages: store.mailboxes.countMessages(account.id),
      quiet: deps.quietOf(account.id),
    });
  };
  /** What the owner writes down by hand has an account of its own; to him it is none. */
  const find = (id: AccountId): AccountRow | null => {
    const account = store.accounts.get(id);
    return account?.connector === 'manual' ? null : account;
  };
  const missing = (id: AccountId): Result<never> => failed('not-found', 'never', `no account ${id}`);
  const sameAddress = (email: string): AccountRow | undefined =>
    store.accounts.list().find((account) => account.email.toLowerCase() === email.trim().toLowerCase());

  const rowOf = (draft: AccountDraft): AccountRow => {
    const fresh = newAccount(draft, {
      // Short, for it is typed on the command line; drawn, so that an account added later never meets another's password.
      id: ports.random.uuid().slice(-8),
      now: ports.clock.now(),
      others: connectedAccounts(store),
    });
    const before = sameAddress(fresh.email);
    return before === undefined ? fresh : reattached(fresh, before);
  };
  const granted = async (provider: OAuthProvider, email: string, testId: string): Promise<Result<Credential>> => {
    emit({ kind: 'connection-test', testId, step: 'browser' });
    const grant = await signIns.grant({ testId, provider, email });
    return grant.ok ? ok({ kind: 'grant', grant: grant.value }) : grant;
  };
  const credentialOf = async (draft: AccountDraft, testId: string): Promise<Result<Credential>> => {
    if (draft.oauth !== undefined && draft.oauth !== null) return granted(draft.oauth, draft.email.trim(), testId);
    if (draft.password === '') return failed('password-missing', 'user', 'no password given', { email: draft.email });
    return ok({ kind: 'password', password: draft.password });
  };
  const tryOut = (row: AccountRow, secret: string, testId: string): Promise<Result<ConnectionTest>> =>
    deps.connectorFor(row).test(row, secret, (step) => emit({ kind: 'connection-test', testId, step }));
  const secretIn = (credential: Credential): string =>
    credential.kind === 'password' ? credential.password : credential.grant.access;
  const keep = (row: AccountRow, credential: Credential): Promise<'session' | 'keychain'> =>
    credential.kind === 'password'
      ? ports.secrets.keep(row.id, credential.password, row.keep)
      : signIns.keep(row, credential.grant, row.keep);

  const storeAndWatch = async (account: AccountRow): Promise<Result<AccountView>> => {
    store.accounts.update(account);
    await supervisor.refresh(account.id);
    emit({ kind: 'accounts-changed' });
    return ok(view(account));
  };
  /** Its watch lets go of its connection first: an account has two at most (promise P9). Whatever the test says, it watches again. */
  const whileHalted = async <T>(id: AccountId, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    await supervisor.halt(id);
    const result = await work();
    if (!result.ok) await supervisor.refresh(id);
    return result;
  };
  const signedInAnew = async (account: AccountRow, credential: Credential): Promise<Result<AccountView>> => {
    const kept = await keep(account, credential);
    const stored = await storeAndWatch({ ...account, keep: kept });
    deps.onPassword?.(account.id);
    return stored;
  };

  return {
    list: () => connectedAccounts(store).map(view),
    suggest: (email) => deps.lookup.suggest(email.trim()),
    test: async ({ testId, draft }) => {
      if (deps.isDemo) return demoOnly();
      const credential = await credentialOf(draft, testId);
      return credential.ok ? tryOut(rowOf(draft), secretIn(credential.value), testId) : credential;
    },
    add: async ({ testId, draft }) => {
      if (deps.isDemo) return demoOnly();
      const isConnected = (): boolean => sameAddress(draft.email)?.detachedAt === null;
      const connected = failed('already-exists', 'user', 'this address is connected already', {
        email: draft.email.trim(),
      });
      if (isConnected()) return connected;
      const credential = await credentialOf(draft, testId);
      if (!credential.ok) return credential;
      const row = rowOf(draft);
      const tested = await tryOut(row, secretIn(credential.value), testId);
      if (!tested.ok) return tested;
      // Two clicks on the button make two tests, and one account.
      if (isConnected()) return connected;
      store.accounts.add(row);
      store.habits.learn(row.id, { maxBytes: tested.value.smtp.maxBytes });
      const account = { ...row, keep: await keep(row, credential.value) };
      const stored = await storeAndWatch(account);
      return stored.ok ? ok({ ...stored.value, test: tested.value }) : stored;
    },
    edit: async ({ id, testId, changes, password }) => {
      const before = find(id);
      if (before === null) return missing(id);
      const after = changedAccount(before, changes, ports.clock.now());
      if (!needsTest(changes) && password === null) {
        // Anybody's turn may look otherwise with another address of ours.
        const edited = await storeAndWatch(after);
        if (changes.aliases !== undefined) deps.settle(store.conversations.withClock());
        emit({ kind: 'queue-changed' });
        return edited;
      }
      if (deps.isDemo) return demoOnly();
      if (before.detachedAt !== null) return notConnected(before);
      return whileHalted(id, async () => {
        const secret = password === null ? await signIns.secretFor(before) : ok(password);
        if (!secret.ok) return secret;
        const tested = await tryOut(after, secret.value, testId);
        if (!tested.ok) return tested;
        return password === null ? storeAndWatch(after) : signedInAnew(after, { kind: 'password', password });
      });
    },
    remove: ({ id, keepMail = false, dropOutbox = false }) =>
      find(id) === null ? Promise.resolve(missing(id)) : leave(id, { keepMail, dropOutbox }),
    setPassword: async ({ id, password, keep: where }) => {
      if (deps.isDemo) return demoOnly();
      const account = find(id);
      if (account === null) return missing(id);
      if (account.detachedAt !== null) return notConnected(account);
      return whileHalted(id, async () => {
        const next = { ...account, keep: where, oauthProvider: null };
        const tested = await tryOut(next, password, '');
        // A server that cannot be asked now is no reason to ask the owner again later: the watch will find out.
        if (!tested.ok && isForOwner(tested.error)) return tested;
        return signedInAnew(next, { kind: 'password', password });
      });
    },
    signInAgain: async ({ id, testId }) => {
      if (deps.isDemo) return demoOnly();
      const account = find(id);
      if (account === null) return missing(id);
      if (account.detachedAt !== null) return notConnected(account);
      const provider = account.oauthProvider ?? oauthProviderOf(account.imap.host);
      if (provider === null) return failed('not-possible-now', 'never', 'this provider is not signed in to by browser');
      const credential = await granted(provider, account.email, testId);
      if (!credential.ok) return credential;
      return whileHalted(id, async () => {
        const next = { ...account, oauthProvider: provider };
        const tested = await tryOut(next, secretIn(credential.value), testId);
        if (!tested.ok && isForOwner(tested.error)) return tested;
        return signedInAnew(next, credential.value);
      });
    },
    stopSignIn: signIns.cancel,
    setPaused: async ({ id, paused }) => {
      const account = find(id);
      return account === null ? missing(id) : storeAndWatch({ ...account, isPaused: paused });
    },
  };
}

const demoOnly = (): Result<never> => failed('demo-only', 'never', 'the demo desk reaches no server');
const notConnected = ({ email }: AccountRow): Result<never> =>
  failed('account-detached', 'user', 'the account is not connected', { email });
const isForOwner = ({ retry }: Failure): boolean => retry === 'user' || retry === 'never';
