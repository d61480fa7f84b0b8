// Copies, damage and restoring as the app's hosts meet them: the engine in its thread, with its own upkeep thread beside it.
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkerClient, type EngineThreadState, type WorkerClient } from '../../main/engine/host/worker-client.ts';
import { createFakeDesk } from '../../main/engine/ingest/fake-desk.ts';
import { createFakePorts } from '../../main/engine/ports/fake-ports.ts';
import { createSystemClock, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { shelveBackup } from '../../main/engine/store/backup-desk.ts';
import { listBackups } from '../../main/engine/store/backup-shelf.ts';
import { ENGINE_THREAD } from '../helpers/engine-thread.ts';

let folder: string;
let file: string;
let stops: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-storage-'));
  file = join(folder, 'balie.db');
});
afterEach(async () => {
  // First: an engine that still runs would make its folder again.
  for (const stop of stops) await stop();
  stops = [];
  rmSync(folder, { recursive: true, force: true });
});

function startThread(restoreFrom?: string): {
  readonly client: WorkerClient;
  readonly states: EngineThreadState['kind'][];
} {
  const states: EngineThreadState['kind'][] = [];
  const client = createWorkerClient({
    entry: ENGINE_THREAD,
    desk: {
      dataFolder: folder,
      assetsFolder: join(import.meta.dirname, '../../assets'),
      version: '1.2.3',
      isDemo: false,
      systemLanguage: 'nl-BE',
      ...(restoreFrom === undefined ? {} : { restoreFrom }),
    },
    secrets: createFakePorts(0).secrets,
    timers: createSystemTimers(),
    monotonicMs: createSystemClock().monotonicMs,
    log: () => {},
    onEvent: () => {},
    onState: ({ kind }) => void states.push(kind),
  });
  stops.push(client.stop);
  return { client, states };
}

/** The account is paused, so that nothing knocks on a server that is not there. */
function makeDesk(): void {
  const desk = createFakeDesk({ file });
  const [account] = desk.store.accounts.list();
  if (account !== undefined) desk.store.accounts.update({ ...account, isPaused: true });
  for (let letter = 0; letter < 5; letter += 1)
    desk.receive({ subject: `Vraag ${letter}`, text: 'Wat kost dit? '.repeat(40) });
  expect(shelveBackup(file, 'day', Date.parse('2026-05-12T09:00:00Z')).ok).toBe(true);
  desk.receive({ subject: 'Na de kopie' });
  desk.store.close();
}

async function messages(client: WorkerClient): Promise<number> {
  const report = await client.call('desk.check', { remote: false });
  if (!report.ok) throw new Error(report.error.detail);
  expect(report.value.integrity).toBe('ok');
  return report.value.messages;
}

describe('the app', () => {
  it('makes a copy beside its work, and tells of it', async () => {
    makeDesk();
    const { client } = startThread();
    expect(await client.call('storage.backUp', {})).toMatchObject({ ok: true, value: { kind: 'asked', messages: 6 } });
    const state = await client.call('storage.state', {});
    expect(state).toMatchObject({
      ok: true,
      value: { isBackingUp: false, backups: [{ kind: 'asked' }, { kind: 'day' }] },
    });
    expect(state.ok && state.value.databaseBytes).toBeGreaterThan(100_000);
    expect(state.ok && state.value.freeBytes).toBeGreaterThan(0);
  });

  it('restores the copy that its owner chose, and the engine that follows does not do it again', async () => {
    makeDesk();
    const [copy] = listBackups(file);
    const { client } = startThread(copy?.name);
    expect(await client.restored()).toEqual({ ok: true, value: null });
    expect(await messages(client)).toBe(5);
    expect(await client.call('desk.status', {})).toMatchObject({
      ok: true,
      value: { news: { because: 'owner', messages: 5 } },
    });
    expect(await client.call('storage.readNews', {})).toMatchObject({ ok: true });
    await client.stop();
    const next = startThread();
    expect(await next.client.call('desk.status', {})).toMatchObject({ ok: true, value: { news: null } });
    expect(listBackups(file).map(({ kind }) => kind)).toEqual(['restore', 'day']);
  });

  it('opens the desk as it was when the copy is not good, and says why', async () => {
    makeDesk();
    const [copy] = listBackups(file);
    truncateSync(copy?.file ?? '', 5_000);
    const { client } = startThread(copy?.name);
    expect(await client.restored()).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
    expect(await messages(client)).toBe(6);
  });

  it('mends a damaged desk at its start and says what is back', async () => {
    makeDesk();
    const bytes = readFileSync(file);
    bytes.fill(0x2a, bytes.indexOf('Wat kost dit?'), bytes.indexOf('Wat kost dit?') + 3);
    writeFileSync(file, bytes);
    const { client, states } = startThread();
    expect(await client.call('desk.status', {})).toMatchObject({
      ok: true,
      value: { news: { kind: 'restored', because: 'damaged', messages: 5 } },
    });
    expect(await messages(client)).toBe(5);
    expect(states).toEqual(['starting', 'ready']);
  });

  it('that could not open its desk tries again when asked again later', async () => {
    writeFileSync(file, Buffer.alloc(50_000, 'x'));
    const { client, states } = startThread();
    expect(await client.call('desk.status', {})).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
    rmSync(file);
    for (const name of readdirSync(folder)) if (name.startsWith('balie.db')) rmSync(join(folder, name));
    await expect
      .poll(async () => (await client.call('desk.status', {})).ok, { timeout: 20_000, interval: 500 })
      .toBe(true);
    expect(states).not.toContain('restarting');
  });
});
