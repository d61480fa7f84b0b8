import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { ConnectionTest } from '../../contract/views.ts';
import { createFakePorts, type FakePorts } from '../ports/fake-ports.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createAccounts, QUEUE_REACHES_BACK_MS, type Accounts } from './accounts.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const FOUND: ConnectionTest = { imap: { capabilities: [], mailboxes: 3, messages: 9 }, smtp: { maxBytes: null } };
const DRAFT: AccountDraft = {
  email: 'Info@DeWinkel.example',
  name: 'De Winkel',
  user: 'winkel@host.example',
  password: 'geheim',
  imap: { host: 'imap.host.example', port: 993, security: 'tls' },
  smtp: { host: 'smtp.host.example', port: 465, security: 'tls' },
  ca: null,
  keep: 'keychain',
  plainAllowed: false,
};

describe('accounts', () => {
  let ports: FakePorts;
  let store: Store;
  let events: EngineEvent[];
  let refreshed: string[];
  let tested: Result<ConnectionTest>;
  let accounts: Accounts;
  const open = (isDemo = false): void => {
    accounts = createAccounts({
      ports,
      store,
      connectorFor: () => ({
        test: async (_account, _password, onStep) => {
          onStep('imap-connect');
          return tested;
        },
      }),
      supervisor: {
        refresh: async (id) => void refreshed.push(id),
        halt: async (id) => void refreshed.push(`halt ${id}`),
        stateOf: () => ({ kind: 'new' }),
      },
      lookup: { suggest: async () => null },
      emit: (event) => void events.push(event),
      isDemo,
    });
  };
  beforeEach(() => {
    const opened = openStore(':memory:');
    if (!opened.ok) throw new Error(opened.error.detail);
    store = opened.value;
    ports = createFakePorts(NOW);
    events = [];
    refreshed = [];
    tested = ok(FOUND);
    open();
  });
  const add = () => accounts.add({ testId: 't1', draft: DRAFT });
  const addedId = async (): Promise<string> => {
    const added = await add();
    if (!added.ok) throw new Error(added.error.detail);
    return added.value.id;
  };

  it('an account that works is stored, watched, and its password kept apart', async () => {
    const id = await addedId();
    expect(store.accounts.get(id)).toMatchObject({
      addresses: ['info@dewinkel.example', 'winkel@host.example'],
      keep: 'session',
    });
    expect(await ports.secrets.read(id)).toEqual({ kind: 'found', secret: 'geheim' });
    expect(JSON.stringify(store.accounts.get(id))).not.toContain('geheim');
    expect(refreshed).toEqual([id]);
    expect(events).toContainEqual({ kind: 'connection-test', testId: 't1', step: 'imap-connect' });
  });

  it('mail from before last month is history and floods no queue', async () => {
    expect(store.accounts.get(await addedId())?.queueFrom).toBe(NOW - QUEUE_REACHES_BACK_MS);
  });

  it('one that does not work is not stored, and its password nowhere', async () => {
    tested = failed('wrong-password', 'user', '');
    expect(await add()).toMatchObject({ error: { code: 'wrong-password' } });
    expect(store.accounts.list()).toEqual([]);
    expect(refreshed).toEqual([]);
  });

  it('an address is connected once, in whatever case it is typed', async () => {
    await addedId();
    const again = await accounts.add({ testId: 't2', draft: { ...DRAFT, email: 'info@dewinkel.EXAMPLE' } });
    expect(again).toMatchObject({ error: { code: 'already-exists' } });
  });

  it('two clicks on the button make one account', async () => {
    const both = await Promise.all([add(), add()]);
    expect(both.filter(({ ok: isOk }) => isOk)).toHaveLength(1);
    expect(store.accounts.list()).toHaveLength(1);
  });

  it('each gets a colour of its own', async () => {
    await addedId();
    await accounts.add({ testId: 't', draft: { ...DRAFT, email: 'twee@dewinkel.example' } });
    expect(
      store.accounts
        .list()
        .map(({ colour }) => colour)
        .toSorted((a, b) => a - b),
    ).toEqual([0, 1]);
  });

  it('a removed account takes its password with it', async () => {
    const id = await addedId();
    const removing = accounts.remove(id);
    await ports.pass(1_000);
    expect(await removing).toEqual(ok(null));
    expect(refreshed).toContain(`halt ${id}`);
    expect(await ports.secrets.read(id)).toEqual({ kind: 'unknown' });
    expect(store.accounts.list()).toEqual([]);
  });

  it('a new password and a pause make the watch begin anew', async () => {
    const id = await addedId();
    await accounts.setPassword({ id, password: 'nieuw', keep: 'session' });
    expect(await ports.secrets.read(id)).toEqual({ kind: 'found', secret: 'nieuw' });
    expect(await accounts.setPaused({ id, paused: true })).toMatchObject({ ok: true });
    expect(store.accounts.get(id)?.isPaused).toBe(true);
    expect(refreshed).toEqual([id, id, id]);
  });

  it('what is not there cannot be changed', async () => {
    expect(await accounts.setPaused({ id: 'x', paused: true })).toMatchObject({ error: { code: 'not-found' } });
    expect(await accounts.remove('x')).toMatchObject({ error: { code: 'not-found' } });
  });

  it('the demo desk takes no real account', async () => {
    open(true);
    expect(await add()).toMatchObject({ error: { code: 'demo-only' } });
    expect(await accounts.test({ testId: 't', draft: DRAFT })).toMatchObject({ error: { code: 'demo-only' } });
  });
});
