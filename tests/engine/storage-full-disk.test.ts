// reliability-security.md, P3: the disk is full. It is said within five seconds, nothing crashes, what was written stays, reading
// goes on, and once there is room everything goes on by itself and nothing was sent twice.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { failed, ok } from '../../main/contract/errors.ts';
import type { EngineEvent } from '../../main/contract/events.ts';
import { sendBySmtp } from '../../main/engine/channels/email/smtp-send.ts';
import { createWorkerClient, type EngineThreadState } from '../../main/engine/host/worker-client.ts';
import { createFakePorts } from '../../main/engine/ports/fake-ports.ts';
import { createSystemClock, createSystemRandom, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { openStore } from '../../main/engine/store/open-store.ts';
import { createDiskWatch } from '../../main/engine/upkeep/disk-watch.ts';
import { guardTimers } from '../../main/engine/upkeep/guarded-timers.ts';
import { deskAccount, openOutboxDesk } from '../helpers/outbox-desk.ts';
import { mountSmallDisk, type SmallDisk } from '../helpers/small-disk.ts';
import { SMTP_PASSWORD, startSmtp } from '../helpers/smtp.ts';
import { answerToSave } from '../helpers/draft-words.ts';
import { ENGINE_THREAD } from '../helpers/engine-thread.ts';

const canMount = (() => {
  const disk = mountSmallDisk(1);
  disk?.remove();
  return disk !== null;
})();
if (!canMount) process.stderr.write('full disk: skipped, only root can mount a small one\n');

let disk: SmallDisk;
const newDisk = (megabytes: number): SmallDisk => {
  const mounted = mountSmallDisk(megabytes);
  if (mounted === null) throw new Error('no small disk');
  disk = mounted;
  return mounted;
};
let stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  // First: an engine that still runs would make its folder again.
  for (const stop of stops) await stop();
  stops = [];
  if (canMount) disk.remove();
});

async function until(isSo: () => boolean, limitMs: number): Promise<void> {
  const from = performance.now();
  while (!isSo()) {
    if (performance.now() - from > limitMs) throw new Error(`not within ${limitMs} ms`);
    await sleep(50);
  }
}

function startEngine(folder: string) {
  const events: EngineEvent[] = [];
  const states: EngineThreadState['kind'][] = [];
  const client = createWorkerClient({
    entry: ENGINE_THREAD,
    desk: {
      dataFolder: folder,
      assetsFolder: join(import.meta.dirname, '../../assets'),
      version: '1.2.3',
      isDemo: true,
      systemLanguage: 'nl-BE',
    },
    secrets: createFakePorts(0).secrets,
    timers: createSystemTimers(),
    monotonicMs: createSystemClock().monotonicMs,
    log: () => {},
    onEvent: ({ event }) => void events.push(event),
    onState: ({ kind }) => void states.push(kind),
  });
  stops.push(client.stop);
  return { client, events, states };
}

describe.skipIf(!canMount)('a full disk', () => {
  it('is told within five seconds; reading goes on, and so does everything once there is room', async () => {
    const { folder, fill, empty } = newDisk(32);
    const { client, events, states } = startEngine(folder);
    const page = await client.call('queue.list', { section: null, offset: 0, limit: 5, at: null });
    if (!page.ok) throw new Error(page.error.detail);
    const conversation = page.value.items[0]?.conversation ?? 0;
    fill();
    // As the composer does while the owner types; small ones find a place in pages that are there already.
    const text = 'Een lang antwoord. '.repeat(20_000);
    const saved = await client.call('draft.save', answerToSave(conversation, text));
    expect(saved).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    await until(() => events.some((event) => event.kind === 'trouble' && event.error.code === 'disk-full'), 5_000);
    await sleep(4_000);
    expect(await client.call('conversation.open', { id: conversation })).toMatchObject({ ok: true });
    expect(events.filter(({ kind }) => kind === 'trouble')).toHaveLength(1);
    expect(states).toEqual(['starting', 'ready']);

    empty();
    await until(() => events.some(({ kind }) => kind === 'trouble-over'), 8_000);
    expect(await client.call('draft.save', answerToSave(conversation, text))).toMatchObject({ ok: true });
    expect(await client.call('desk.check', { remote: false })).toMatchObject({ ok: true, value: { integrity: 'ok' } });
    expect(states).toEqual(['starting', 'ready']);
  });

  it('at the start is told, tried again, and the desk opens once there is room', async () => {
    const { folder, fill, empty } = newDisk(32);
    const first = startEngine(folder);
    await first.client.call('queue.counts', {});
    await first.client.stop();
    fill();
    const { client, states } = startEngine(folder);
    const answer = await client.call('queue.counts', {});
    // Enough may be left in its files to open it; then the next write tells.
    expect(answer.ok ? 'disk-full' : answer.error.code).toBe('disk-full');
    empty();
    await until(() => client.state().kind === 'ready', 15_000);
    expect(await client.call('queue.counts', {})).toMatchObject({ ok: true });
    expect(states.filter((state) => state === 'restarting')).toEqual([]);
  });

  it('while sending: everything leaves once, after there is room again', async () => {
    const { folder, fill, empty } = newDisk(8);
    const server = await startSmtp({ security: 'plain' });
    onTestFinished(() => server.stop());
    const system = createSystemTimers();
    const events: EngineEvent[] = [];
    const watch = createDiskWatch({
      store: { upkeep: { tryWriting: () => desk.store.upkeep.tryWriting() } },
      timers: system,
      emit: (event) => void events.push(event),
      onRoom: () => desk.outbox.wake(),
      onBroken: () => void events.push({ kind: 'queue-changed' }),
    });
    const timers = guardTimers(system, watch.met);
    const desk = openOutboxDesk(
      { ...createFakePorts(0), clock: createSystemClock(), timers, random: createSystemRandom() },
      {
        connectorFor: () => ({
          send: (account, password, mail, onBodyStart, signal) =>
            sendBySmtp(account, password, mail, onBodyStart, signal, { timers }),
          findSent: async () => failed('not-possible-now', 'never', 'no Sent folder'),
          fileSent: async () => failed('not-possible-now', 'never', 'no Sent folder'),
          withdrawCopy: async () => failed('not-possible-now', 'never', 'no Sent folder'),
        }),
        passwordFor: async () => ok(SMTP_PASSWORD),
      },
      {
        file: join(folder, 'balie.db'),
        account: deskAccount({ smtp: { host: '127.0.0.1', port: server.port, security: 'plain' } }),
      },
    );
    desk.store.onFailure(watch.met);
    const queued: string[] = [];
    for (let answer = 0; answer < 4; answer += 1) {
      const conversation = desk.receive({ messageId: `vraag-${answer}@klant.example`, subject: `Vraag ${answer}` });
      const result = await desk.outbox.handlers['reply.send']({
        conversation,
        text: `Antwoord ${answer}`,
        sendAt: null,
        now: true,
        cannedId: null,
      });
      if (result.ok) queued.push(result.value.messageId);
    }
    fill();
    desk.outbox.start();
    await sleep(6_000);
    empty();
    const left = (): readonly string[] => server.accepted.map(({ messageId }) => messageId);
    await until(() => left().length >= 4, 50_000);
    await sleep(1_000);
    expect(left().toSorted()).toEqual(queued.toSorted());
    expect(desk.store.deliveries.list(10).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(events.filter(({ kind }) => kind === 'queue-changed')).toEqual([]);
    await desk.outbox.stop();
    watch.stop();
    desk.store.close();
    const again = openStore(join(folder, 'balie.db'));
    expect(again.ok && again.value.check.integrity()).toBe('ok');
    if (again.ok) again.value.close();
  }, 90_000);
});
