import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../../contract/errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';
import { createBackground } from '../ports/background.ts';
import { lookThroughDesk, shelveBackup } from '../store/backup-desk.ts';
import { tidyBackups } from '../store/backup-shelf.ts';
import { createSearch } from '../search/search.ts';
import { readMark } from '../store/desk-mark.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';
import type { UpkeepAnswer, UpkeepOrder } from './upkeep-orders.ts';

let folder: string;
let desk: FakeDesk;
let upkeep: Upkeep;
let orders: UpkeepOrder[];
let refuse: UpkeepAnswer | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-upkeep-'));
  const file = join(folder, 'balie.db');
  desk = createFakeDesk({ file });
  orders = [];
  refuse = null;
  upkeep = createUpkeep({
    store: desk.store,
    clock: desk.ports.clock,
    timers: desk.ports.timers,
    log: desk.ports.log,
    emit: (event) => void desk.events.push(event),
    background: createBackground(desk.ports.log),
    settings: desk.settings,
    emptyTrash: async () => {},
    // The same work, without the thread.
    apart: {
      run: async (order) => {
        orders.push(order);
        if (refuse !== null) return refuse;
        if (order.kind === 'look-through') return lookThroughDesk(order.file);
        const shelved = shelveBackup(order.file, order.as, order.at);
        tidyBackups(order.file, order.at);
        return shelved.ok ? ok(shelved.value.name) : shelved;
      },
      stop: async () => {},
    },
    file,
    logFolder: join(folder, 'logs'),
    isDemo: false,
  });
});
afterEach(async () => {
  await upkeep.stop();
  desk.store.close();
  rmSync(folder, { recursive: true });
});

const state = () => {
  const answer = upkeep.handlers['storage.state']({});
  if (answer instanceof Promise || !answer.ok) throw new Error('no state');
  return answer.value;
};
/** The night passes at once, and then a quarter of an hour in which nobody is at work. */
async function nextDay(): Promise<void> {
  desk.ports.jumpTo(desk.ports.clock.now() + DAY_MS);
  await desk.ports.pass(15 * MINUTE_MS);
}
const kinds = (): readonly string[] => orders.map(({ kind }) => kind);

describe('the daily copy', () => {
  it('comes once nobody has been at work for a while', async () => {
    desk.receive({});
    upkeep.start();
    await desk.ports.pass(2 * MINUTE_MS);
    upkeep.used();
    await desk.ports.pass(2 * MINUTE_MS);
    expect(kinds()).not.toContain('back-up');
    await desk.ports.pass(3 * MINUTE_MS);
    expect(kinds().filter((kind) => kind === 'back-up')).toHaveLength(1);
    expect(state()).toMatchObject({ backupTrouble: null, backups: [{ kind: 'day', messages: 1 }] });
  });
  it('comes once a day, and seven stay', async () => {
    desk.receive({});
    upkeep.start();
    for (let day = 0; day < 9; day += 1) await nextDay();
    expect(kinds().filter((kind) => kind === 'back-up')).toHaveLength(9);
    expect(state().backups.filter(({ kind }) => kind === 'day')).toHaveLength(7);
  });
  it('comes also on a desk at which somebody is always at work', async () => {
    desk.receive({});
    upkeep.start();
    await desk.ports.pass(10 * MINUTE_MS);
    expect(kinds().filter((kind) => kind === 'back-up')).toHaveLength(1);
    desk.ports.jumpTo(desk.ports.clock.now() + 30 * HOUR_MS);
    for (const hours of [0, 10]) {
      desk.ports.jumpTo(desk.ports.clock.now() + hours * HOUR_MS);
      for (let minute = 0; minute < 10; minute += 1) {
        upkeep.used();
        await desk.ports.pass(MINUTE_MS);
      }
      expect(kinds().filter((kind) => kind === 'back-up')).toHaveLength(hours === 0 ? 1 : 2);
    }
  });
  it('of an empty desk is none', async () => {
    upkeep.start();
    await nextDay();
    expect(kinds()).not.toContain('back-up');
  });
  it('that found no room says so, and is tried again after an hour, not every two minutes', async () => {
    desk.receive({});
    refuse = failed('disk-full', 'user', 'no room');
    upkeep.start();
    await desk.ports.pass(50 * MINUTE_MS);
    expect(kinds().filter((kind) => kind === 'back-up')).toHaveLength(1);
    expect(state().backupTrouble).toMatchObject({ code: 'disk-full' });
    refuse = null;
    await desk.ports.pass(HOUR_MS);
    expect(state()).toMatchObject({ backupTrouble: null, backups: [{ kind: 'day' }] });
  });
  it('is made at once when the owner asks, and answers when it was looked through', async () => {
    desk.receive({});
    expect(await upkeep.handlers['storage.backUp']({})).toMatchObject({
      ok: true,
      value: { kind: 'asked', messages: 1 },
    });
    expect(desk.events.filter(({ kind }) => kind === 'storage-changed')).toHaveLength(2);
  });
});

describe('every byte', () => {
  it('is looked at once a week', async () => {
    desk.receive({});
    upkeep.start();
    for (let day = 0; day < 16; day += 1) await nextDay();
    expect(kinds().filter((kind) => kind === 'look-through')).toHaveLength(3);
    expect(state().lastCheckAt).toBeGreaterThan(desk.ports.clock.now() - 8 * DAY_MS);
  });
  it('that is not good is told of, and the file is not vouched for when it closes', async () => {
    desk.receive({});
    refuse = failed('store-damaged', 'user', 'page 7');
    upkeep.start();
    await desk.ports.pass(30 * MINUTE_MS);
    expect(desk.events).toContainEqual(
      expect.objectContaining({ kind: 'trouble', error: expect.objectContaining({ code: 'store-damaged' }) }),
    );
    desk.store.close();
    expect(readMark(join(folder, 'balie.db'))).toMatchObject({ kind: 'open' });
  });
});

it('old words go when the owner wants that: from the conversation, the search, and the file', async () => {
  const yearAgo = desk.ports.clock.now() - 800 * DAY_MS;
  const secret = 'geheimwoord';
  const old = desk.receive({
    at: yearAgo,
    subject: 'Oude vraag',
    text: `Mijn ${secret} is blauw. `.repeat(20),
    attachments: [
      {
        fileName: `${secret}.pdf`,
        contentType: 'application/pdf',
        size: 9,
        contentId: null,
        isInline: false,
        part: '2',
        content: Buffer.from(`%${secret}%`),
      },
    ],
  });
  const conversation = desk.conversationOf(old);
  const promised = { madeAt: yearAgo, dueAt: yearAgo, isWholeAnswer: false, said: 'kept', saidAt: yearAgo } as const;
  desk.store.commitments.add({ conversation, message: null, nth: 0, words: `${secret} brengen`, ...promised });
  const fresh = desk.receive({ subject: 'Nieuwe vraag', text: 'Mijn woord is rood.' });
  const outlook = upkeep.handlers['storage.outlook']({ years: 2 });
  expect(outlook).toMatchObject({ ok: true, value: { conversations: 1, messages: 1 } });
  expect(upkeep.handlers['storage.outlook']({ years: 3 })).toMatchObject({ value: { conversations: 0 } });
  const search = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
  const found = (query: string): readonly number[] => search({ query, limit: 10 }).hits.map(({ message }) => message);
  const isOnDisk = (): boolean => {
    desk.store.upkeep.emptyLog();
    return ['', '-wal'].some((part) => readFileSync(join(folder, `balie.db${part}`)).includes(secret));
  };
  expect(found(secret)).toEqual([old]);
  expect(isOnDisk()).toBe(true);

  desk.settings.set({ retention: { years: 2 } });
  upkeep.start();
  await desk.ports.pass(30 * MINUTE_MS);
  expect(desk.store.bodies.text(old)).toBe('');
  expect(desk.store.bodies.text(fresh)).toContain('rood');
  expect(desk.store.attachments.ofMessage(old)).toEqual([]);
  expect(desk.store.messages.get(old)).toMatchObject({ subject: 'Oude vraag', preview: '', note: 'removed' });
  expect(desk.store.check.integrity()).toBe('ok');
  expect(upkeep.handlers['storage.outlook']({ years: 2 })).toMatchObject({ value: { conversations: 0 } });
  expect(found(secret)).toEqual([]);
  expect(found('oude vraag')).toEqual([old]);
  expect(isOnDisk()).toBe(false);
});
