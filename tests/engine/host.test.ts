import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NumberedEvent } from '../../main/contract/events.ts';
import { openInProcess } from '../../main/engine/host/in-process.ts';
import { createWorkerClient, type EngineThreadState } from '../../main/engine/host/worker-client.ts';
import type { SecretAnswer, Secrets } from '../../main/engine/ports/ports.ts';
import { createSystemClock, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { ENGINE_THREAD } from '../helpers/engine-thread.ts';

const assetsFolder = join(import.meta.dirname, '../../assets');
let folder: string;
let stops: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-host-'));
});
afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
  rmSync(folder, { recursive: true, force: true });
});

function inMemory(status: Awaited<ReturnType<Secrets['status']>> = { where: 'session', trouble: null }): Secrets {
  const kept = new Map<string, string>();
  return {
    read: async (account): Promise<SecretAnswer> => {
      const secret = kept.get(account);
      return secret === undefined ? { kind: 'unknown' } : { kind: 'found', secret };
    },
    keep: async (account, secret) => {
      kept.set(account, secret);
      return 'session';
    },
    forget: async (account) => void kept.delete(account),
    status: async () => status,
  };
}

function startThread(
  options: {
    readonly entry?: URL;
    readonly isDemo?: boolean;
    readonly secrets?: Secrets;
    readonly env?: NodeJS.ProcessEnv;
  } = {},
) {
  const events: NumberedEvent[] = [];
  const states: EngineThreadState['kind'][] = [];
  const logged: string[] = [];
  const client = createWorkerClient({
    entry: options.entry ?? ENGINE_THREAD,
    desk: {
      dataFolder: folder,
      assetsFolder,
      version: '1.2.3',
      isDemo: options.isDemo ?? false,
      systemLanguage: 'nl-BE',
    },
    secrets: options.secrets ?? inMemory(),
    timers: createSystemTimers(),
    monotonicMs: createSystemClock().monotonicMs,
    log: (_level, what) => void logged.push(what),
    onEvent: (numbered) => void events.push(numbered),
    onState: ({ kind }) => void states.push(kind),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  stops.push(client.stop);
  return { client, events, states, logged };
}

const openBeside = (use: { readonly keep: boolean; readonly isDemo?: boolean }) =>
  openInProcess({
    dataFolder: folder,
    assetsFolder,
    version: '1.2.3',
    systemLanguage: 'nl-BE',
    isDemo: use.isDemo ?? false,
    watch: false,
    keep: use.keep,
    logName: 'test',
    secrets: () => inMemory(),
  });

describe('the engine in its thread', () => {
  it('answers, and tells events in order', async () => {
    const { client, events } = startThread();
    const status = await client.call('desk.status', {});
    expect(status).toMatchObject({ ok: true, value: { version: '1.2.3', dataFolder: folder, isDemo: false } });
    expect(await client.call('settings.set', { undoSeconds: 20 })).toMatchObject({ ok: true });
    expect(events.map(({ event }) => event.kind)).toContain('settings-changed');
    const numbers = events.map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    const after = await client.call('desk.status', {});
    expect(after.ok && after.value.lastEventSeq).toBe(numbers.at(-1));
  });

  it('asks its host for passwords, and for what became of the keychain', async () => {
    const { client } = startThread({ secrets: inMemory({ where: 'session', trouble: 'no bus' }) });
    const status = await client.call('desk.status', {});
    expect(status).toMatchObject({ ok: true, value: { secrets: 'session', secretsTrouble: 'no bus' } });
  });

  it('answers a bug of ours as "internal", keeps its stack in the log, and lives on', async () => {
    const { client } = startThread();
    const broken = await client.call('conversation.open', { id: 'seven' as unknown as number });
    const wrong = await client.call('search', { query: null as unknown as string, limit: 5 });
    expect([broken, wrong].some((result) => !result.ok && result.error.code === 'internal')).toBe(true);
    expect(await client.call('queue.counts', {})).toMatchObject({ ok: true });
    const log = readFileSync(join(folder, 'logs', 'engine.log'), 'utf8');
    expect(log).toContain('"level":"error"');
    expect(log).toMatch(/command (conversation\.open|search)/);
  });

  it('is started again when it dies; what it had decided is still there, and the gap in the numbers shows', async () => {
    const { client, states, events } = startThread({ entry: new URL('./mortal-engine.ts', import.meta.url) });
    expect(await client.call('settings.set', { undoSeconds: 30 })).toMatchObject({ ok: true });
    const underWay = await client.call('host.resumed', {});
    expect(underWay).toMatchObject({ ok: false, error: { code: 'internal', retry: 'auto' } });
    const settings = await client.call('settings.get', {});
    expect(settings).toMatchObject({ ok: true, value: { undoSeconds: 30 } });
    expect(states).toEqual(['starting', 'ready', 'restarting', 'starting', 'ready']);
    await client.call('settings.set', { undoSeconds: 40 });
    const numbers = events.map(({ seq }) => seq);
    expect(numbers.some((seq, index) => index > 0 && seq > (numbers[index - 1] ?? 0) + 1)).toBe(true);
  });

  it('stops within its time and answers nothing afterwards', async () => {
    const { client } = startThread();
    await client.call('queue.counts', {});
    await client.stop();
    expect(await client.call('queue.counts', {})).toMatchObject({ ok: false });
    // Everything is in the database itself: nothing waits in a side file.
    expect(existsSync(join(folder, 'balie.db-wal'))).toBe(false);
  });

  // An app that was told twice to quit ended before its desk was closed, and looked through all of it at its next start.
  it('a second wish to stop waits for the first', async () => {
    const { client } = startThread();
    await client.call('queue.counts', {});
    const first = client.stop();
    await client.stop();
    expect(readFileSync(join(folder, 'balie.db-mark'), 'utf8')).toContain('"closed"');
    await first;
  });
});

describe('what is compiled for one start', () => {
  it('lies in the folder it was given, and one that is spoilt holds up nobody', async () => {
    const code = join(folder, 'code');
    const env = { ...process.env, NODE_COMPILE_CACHE: code };
    const { client } = startThread({ env });
    expect(await client.call('queue.counts', {})).toMatchObject({ ok: true });
    await client.stop();
    const kept = readdirSync(code, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    // The engine itself is among it, and not only what it loads.
    const bytes = kept.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
    expect(Math.max(...bytes)).toBeGreaterThan(500_000);
    for (const { parentPath, name } of kept) writeFileSync(join(parentPath, name), 'not what V8 wrote');
    expect(await startThread({ env }).client.call('queue.counts', {})).toMatchObject({
      ok: true,
    });
  });
});

describe('one desk, one keeper', () => {
  it('a second process that wants to sync or send is told so; one that only reads works beside it', async () => {
    const { client } = startThread();
    await client.call('queue.counts', {});
    expect(await openBeside({ keep: true })).toMatchObject({ ok: false, error: { code: 'store-busy' } });
    const beside = await openBeside({ keep: false });
    if (!beside.ok) throw new Error(beside.error.detail);
    stops.unshift(beside.value.stop);
    expect(await beside.value.call('queue.counts', {})).toMatchObject({ ok: true });
  });

  it('what another process writes is noticed', async () => {
    const { client, events } = startThread();
    await client.call('queue.counts', {});
    const beside = await openBeside({ keep: false });
    if (!beside.ok) throw new Error(beside.error.detail);
    const before = events.length;
    await beside.value.call('settings.set', { undoSeconds: 45 });
    await beside.value.stop();
    await expect.poll(() => events.slice(before).map(({ event }) => event.kind)).toContain('queue-changed');
    expect(await client.call('settings.get', {})).toMatchObject({ ok: true, value: { undoSeconds: 45 } });
  });

  it('the data is the owner’s alone', async () => {
    const { client } = startThread();
    await client.call('queue.counts', {});
    for (const name of ['balie.db', 'keeper.lock']) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });
});

describe('the demo desk', () => {
  it('is filled once, stands on a Tuesday at 10:40, and holds a believable week', async () => {
    const first = await openBeside({ keep: true, isDemo: true });
    if (!first.ok) throw new Error(first.error.detail);
    const status = await first.value.call('desk.status', {});
    const counts = await first.value.call('queue.counts', {});
    await first.value.stop();
    if (!status.ok || !counts.ok) throw new Error('no status');
    const now = new Date(Date.now() + status.value.clockOffsetMs);
    const there = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Brussels',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
    }).format(now);
    expect(there).toMatch(/Tuesday.*10:4\d/);
    expect(counts.value.overdue).toBeGreaterThan(2);
    expect(counts.value.fyi).toBeGreaterThan(5);
    const again = await openBeside({ keep: true, isDemo: true });
    if (!again.ok) throw new Error(again.error.detail);
    expect(await again.value.call('desk.check', { remote: false })).toMatchObject({ ok: true, value: { ok: true } });
    expect(await again.value.call('queue.counts', {})).toEqual(counts);
    await again.value.stop();
  });

  it('is not reminded of by a host without a desktop: that is left to the app, which does it once', async () => {
    const open = async (remindsNobody: boolean) => {
      const opened = await openInProcess({
        dataFolder: folder,
        assetsFolder,
        version: '1.2.3',
        systemLanguage: 'nl-BE',
        isDemo: true,
        watch: true,
        remindsNobody,
        logName: 'test',
        keep: true,
        secrets: () => inMemory(),
      });
      if (!opened.ok) throw new Error(opened.error.detail);
      return opened.value;
    };
    const beside = await open(true);
    const waiting = await beside.call('queue.counts', {});
    expect(waiting.ok && waiting.value.overdue).toBeGreaterThan(0);
    await beside.stop();

    const app = await open(false);
    stops.push(app.stop);
    const told = await new Promise((resolve) => {
      app.onEvent(({ event }) => event.kind === 'reminders' && resolve(event.counts.overdue));
    });
    expect(told).toBe(waiting.ok && waiting.value.overdue);
  });

  it('is a demo whoever opens it', async () => {
    const first = await openBeside({ keep: true, isDemo: true });
    if (!first.ok) throw new Error(first.error.detail);
    await first.value.stop();
    const plain = await openBeside({ keep: false });
    if (!plain.ok) throw new Error(plain.error.detail);
    expect(await plain.value.call('desk.status', {})).toMatchObject({ ok: true, value: { isDemo: true } });
    await plain.value.stop();
  });
});
