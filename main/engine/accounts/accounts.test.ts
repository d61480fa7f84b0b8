import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountChanges, AccountDraft } from '../../contract/account-commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { ConnectionTest } from '../../contract/views.ts';
import { createFakePorts, type FakePorts } from '../ports/fake-ports.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { QUEUE_REACHES_BACK_MS } from './account-row.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { createSignIns } from './sign-in/sign-ins.ts';

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
  let tried: string[];
  let settled: number[];
  let takenBack: number[];
  const open = (isDemo = false): void => {
    accounts = createAccounts({
      ports,
      store,
      connectorFor: () => ({
        test: async ({ imap, user }, password, onStep) => {
          tried.push(`${user} ${password} ${imap.host}`);
          onStep('imap-connect');
          return tested;
        },
      }),
      supervisor: {
        refresh: async (id) => void refreshed.push(id),
        halt: async (id) => void refreshed.push(`halt ${id}`),
        stateOf: () => ({ kind: 'new' }),
      },
      signIns: createSignIns({ ports, emit: () => {}, language: () => 'nl', onKept: () => {} }),
      settle: (conversations) => void settled.push(...conversations),
      takeBack: (id) => {
        takenBack.push(id);
        store.deliveries.remove(id);
      },
      lookup: { suggest: async () => null },
      emit: (event) => void events.push(event),
      quietOf: () => null,
      isDemo,
    });
  };
  beforeEach(() => {
    const opened = openStore(':memory:');
    if (!opened.ok) throw new Error(opened.error.detail);
    store = opened.value;
    ports = createFakePorts(NOW);
    events = [];
    [refreshed, tried, settled, takenBack] = [[], [], [], []];
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
    const removing = accounts.remove({ id });
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
    expect(refreshed).toEqual([id, `halt ${id}`, id, id]);
  });

  it('what is not there cannot be changed', async () => {
    expect(await accounts.setPaused({ id: 'x', paused: true })).toMatchObject({ error: { code: 'not-found' } });
    expect(await accounts.remove({ id: 'x' })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('how far back it reaches is an instant, and everything unless told', async () => {
    expect(store.accounts.get(await addedId())?.historyFrom).toBe(0);
    const draft = { ...DRAFT, email: 'twee@dewinkel.example', history: '1y' } as const;
    await accounts.add({ testId: 't', draft });
    const second = store.accounts.list().find(({ email }) => email === draft.email);
    expect(second?.historyFrom).toBe(Date.parse('2025-11-20T09:00:00Z'));
  });

  it('a wrong new password is not kept, and the old one goes on', async () => {
    const id = await addedId();
    tested = failed('wrong-password', 'user', '');
    const answer = await accounts.setPassword({ id, password: 'fout', keep: 'session' });
    expect(answer).toMatchObject({ error: { code: 'wrong-password' } });
    expect(await ports.secrets.read(id)).toEqual({ kind: 'found', secret: 'geheim' });
    expect(refreshed.at(-1)).toBe(id);
  });

  it('a new password that cannot be tried now is kept all the same', async () => {
    const id = await addedId();
    tested = failed('offline', 'auto', '');
    expect(await accounts.setPassword({ id, password: 'nieuw', keep: 'session' })).toMatchObject({ ok: true });
    expect(await ports.secrets.read(id)).toEqual({ kind: 'found', secret: 'nieuw' });
  });

  describe('edited', () => {
    const imap = { host: 'imap2.host.example', port: 993, security: 'tls' } as const;
    const edit = (id: string, changes: AccountChanges, password: string | null = null) =>
      accounts.edit({ id, testId: 't2', changes, password });

    it('a name, a colour and further addresses need no server', async () => {
      const id = await addedId();
      tested = failed('offline', 'auto', '');
      const edited = await edit(id, {
        name: ' Winkel ',
        colour: 5,
        aliases: ['Verkoop@DeWinkel.example'],
        archiveDone: true,
      });
      expect(edited).toMatchObject({
        value: {
          name: 'Winkel',
          colour: 5,
          archiveDone: true,
          addresses: ['info@dewinkel.example', 'verkoop@dewinkel.example'],
        },
      });
      expect(tried).toHaveLength(1);
    });

    it('another server is tried with the password we have, before it is believed', async () => {
      const id = await addedId();
      tested = failed('host-unknown', 'auto', '');
      expect(await edit(id, { imap })).toMatchObject({ error: { code: 'host-unknown' } });
      expect(store.accounts.get(id)?.imap.host).toBe('imap.host.example');
      tested = ok(FOUND);
      expect(await edit(id, { imap })).toMatchObject({ value: { imap } });
      expect(tried.at(-1)).toBe('winkel@host.example geheim imap2.host.example');
      // The watch lets go before the test, and comes back whatever it says.
      expect(refreshed).toEqual([id, `halt ${id}`, id, `halt ${id}`, id]);
    });

    it('another user with another password', async () => {
      const id = await addedId();
      expect(await edit(id, { user: 'nieuw' }, 'ander')).toMatchObject({ value: { user: 'nieuw' } });
      expect(tried.at(-1)).toBe('nieuw ander imap.host.example');
      expect(await ports.secrets.read(id)).toEqual({ kind: 'found', secret: 'ander' });
    });
  });

  it('the demo desk takes no real account', async () => {
    open(true);
    expect(await add()).toMatchObject({ error: { code: 'demo-only' } });
    expect(await accounts.test({ testId: 't', draft: DRAFT })).toMatchObject({ error: { code: 'demo-only' } });
  });
});
