import { beforeEach, describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { SyncSummary } from '../../contract/views.ts';
import type { ChannelWatch } from '../channels/connector.ts';
import type { AccountRow } from '../store/account-table.ts';
import { createSyncSupervisor, type SyncSupervisor } from './supervisor.ts';

const account = (id: string, isPaused = false): AccountRow => ({
  id,
  connector: 'email',
  email: `${id}@dewinkel.example`,
  name: '',
  user: id,
  imap: { host: 'localhost', port: 993, security: 'tls' },
  smtp: { host: 'localhost', port: 465, security: 'tls' },
  ca: null,
  plainAllowed: false,
  keep: 'session',
  colour: 0,
  isPaused,
  queueFrom: 0,
  oauthProvider: null,
  historyFrom: 0,
  archiveDone: false,
  detachedAt: null,
  createdAt: 1,
  addresses: [],
});
const passed = (added: number): SyncSummary => ({ added, updated: 0, removed: 0, messages: added, bytesIn: 10, ms: 5 });

describe('accounts watched together', () => {
  let accounts: AccountRow[];
  let running: string[];
  let reconnected: string[];
  let answers: Record<string, Result<SyncSummary>>;
  let supervisor: SyncSupervisor;
  beforeEach(() => {
    accounts = [account('een'), account('twee')];
    running = [];
    reconnected = [];
    answers = { een: ok(passed(1)), twee: ok(passed(2)) };
    supervisor = createSyncSupervisor({
      store: {
        accounts: {
          list: () => accounts,
          get: (id) => accounts.find((row) => row.id === id) ?? null,
          add: () => {},
          update: () => {},
          remove: () => {},
          emptySome: () => 0,
          handOver: () => [],
        },
      },
      connectorFor: () => ({
        watch: (row): ChannelWatch => {
          running.push(row.id);
          return {
            syncNow: async () => answers[row.id] ?? failed('internal', 'never', ''),
            reconnect: () => void reconnected.push(row.id),
            state: () => ({ kind: 'live', since: 1 }),
            stop: async () => {
              running = running.filter((id) => id !== row.id);
            },
          };
        },
      }),
    });
  });
  const all = { account: null, mailbox: null, full: false };

  it('a pass asked for from the command line starts and stops its own watches', async () => {
    expect(await supervisor.syncNow(all)).toEqual(ok({ ...passed(3), bytesIn: 20 }));
    expect(running).toEqual([]);
  });

  it('one that fails is the answer, and the others have passed', async () => {
    answers['een'] = failed('timeout', 'auto', '');
    expect(await supervisor.syncNow(all)).toMatchObject({ error: { code: 'timeout' } });
    expect(await supervisor.syncNow({ ...all, account: 'twee' })).toMatchObject({ value: { added: 2 } });
  });

  it('in the app all are watched, and a paused one is not', async () => {
    accounts = [account('een'), account('twee', true)];
    supervisor.start();
    expect(running).toEqual(['een']);
    expect(supervisor.stateOf(account('twee', true))).toEqual({ kind: 'paused' });
    expect(await supervisor.syncNow({ ...all, account: 'twee' })).toMatchObject({
      error: { code: 'not-possible-now' },
    });
  });

  it('pausing stops the watch, resuming starts a new one', async () => {
    supervisor.start();
    accounts = [account('een', true), account('twee')];
    await supervisor.refresh('een');
    expect(running).toEqual(['twee']);
    accounts = [account('een'), account('twee')];
    await supervisor.refresh('een');
    expect(running.toSorted()).toEqual(['een', 'twee']);
  });

  it('after sleep every connection is begun anew', () => {
    supervisor.start();
    supervisor.reconnect();
    expect(reconnected).toEqual(['een', 'twee']);
  });

  it('an account that is not there is said to be so', async () => {
    expect(await supervisor.syncNow({ ...all, account: 'drie' })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('once stopped nothing is watched and nothing is begun', async () => {
    supervisor.start();
    await supervisor.stop();
    expect(running).toEqual([]);
    expect(await supervisor.syncNow(all)).toMatchObject({ error: { code: 'not-possible-now' } });
    await supervisor.refresh('een');
    expect(running).toEqual([]);
  });
});
