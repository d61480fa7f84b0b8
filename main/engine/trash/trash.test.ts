import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createConversations, type Conversations } from '../conversations/conversations.ts';
import { createFakeDesk, CUSTOMER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createSearch } from '../search/search.ts';
import { createEmptyTrash } from './empty-trash.ts';
import { createTrash, type Trash } from './trash.ts';

let desk: FakeDesk;
let conversations: Conversations;
let trash: Trash['handlers'];
const openDesk = (file?: string): void => {
  desk = createFakeDesk(file === undefined ? {} : { file });
  conversations = createConversations({
    store: desk.store,
    clock: desk.ports.clock,
    emit: (event) => void desk.events.push(event),
    settle: desk.settle,
    queue: desk.queue,
    connectorFor: () => ({ fetchAttachment: async () => ok(new Uint8Array()) }),
    passwordFor: async () => ok('secret'),
  });
  trash = createTrash({
    store: desk.store,
    clock: desk.ports.clock,
    decide: conversations.decide,
    queue: desk.queue,
  }).handlers;
};
beforeEach(() => openDesk());

const ask = (words = 'Is de blauwe fiets nog te koop?', messageId = 'q@x', uid = 5): number =>
  desk.conversationOf(desk.receive({ messageId, text: words, uid }));
const remove = (id: number) => trash['conversation.delete']({ id });
const actions = () => desk.store.mailboxes.actions('mertens').map(({ kind }) => kind);
const listed = async () => {
  const page = await trash['trash.list']({ offset: 0, limit: 50 });
  return page.ok ? page.value.trashed.map(({ item, goneAt }) => [item.conversation, goneAt]) : [];
};
const found = (query: string) =>
  createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings })({ query, limit: 10 }).hits;

describe('a conversation that is thrown away', () => {
  it('stands nowhere but in the trash: no section, no count, no tray, no search, no history', async () => {
    const id = ask();
    await remove(id);
    expect(Object.values(desk.queue.counts()).every((count) => count === 0)).toBe(true);
    expect(desk.queue.list({ section: 'done', offset: 0, limit: 9, at: null })).toEqual({ items: [], total: 0 });
    expect(desk.queue.tray()).toMatchObject({ overdue: 0, now: 0 });
    expect(found('blauwe')).toEqual([]);
    expect(desk.store.customers.figuresOf([CUSTOMER.address]).conversations).toBe(0);
    expect(await listed()).toEqual([[id, TUESDAY_TEN + 30 * DAY_MS]]);
  });
  it('is put back where it stood: a question with its clock, what was done as done', async () => {
    const id = ask();
    const before = desk.queue.item(id);
    const done = ask('Nog iets anders', 'r@x', 6);
    await conversations.handlers['conversation.done']({ id: done, because: 'phone' });
    await remove(id);
    await remove(done);
    await trash['conversation.undelete']({ id });
    await trash['conversation.undelete']({ id: done });
    expect(desk.queue.item(id)).toEqual(before);
    expect(desk.store.conversations.get(done)?.decisions).toMatchObject({ doneBecause: 'phone', deletedAt: null });
    expect(await listed()).toEqual([]);
    expect(found('blauwe')).toHaveLength(1);
  });
  it('is taken back by what it answered, to the last decision', async () => {
    const id = ask();
    const until = TUESDAY_TEN + DAY_MS / 8;
    await conversations.handlers['conversation.snooze']({ id, until, replyBy: null });
    const before = await remove(id);
    if (!before.ok) throw new Error(before.error.detail);
    await conversations.handlers['conversation.restore']({ id, decisions: before.value });
    expect(desk.store.conversations.get(id)?.decisions).toEqual(before.value);
    expect(desk.queue.item(id)?.section).toBe('snoozed');
  });
  it('comes back when the customer writes, with a clock of that message', async () => {
    const id = ask();
    await remove(id);
    await desk.ports.pass(MINUTE_MS);
    const at = TUESDAY_TEN + MINUTE_MS;
    desk.receive({ messageId: 'q2@x', inReplyTo: ['q@x'], text: 'Hebt u mijn vraag gezien?', at });
    expect(desk.queue.item(id)).toMatchObject({ turn: 'ours', waitingSince: at });
    expect(desk.store.conversations.get(id)?.decisions.deletedAt).toBeNull();
    expect(actions()).toContain('untrash');
    expect(actions()).not.toContain('trash');
  });
  it('and reopened in another way is not in the trash either', async () => {
    const id = ask();
    await remove(id);
    await conversations.handlers['conversation.reopen']({ id });
    expect(await listed()).toEqual([]);
    expect(desk.queue.item(id)?.turn).toBe('ours');
  });
  it('goes to the trash of the server, and is not sent there when it was taken back before', async () => {
    const id = ask();
    await remove(id);
    expect(actions()).toEqual(['trash']);
    await trash['conversation.undelete']({ id });
    expect(actions()).toEqual(['untrash']);
  });
  it('is not archived besides, where done leaves the inbox', async () => {
    const [account] = desk.store.accounts.list();
    if (account !== undefined) desk.store.accounts.update({ ...account, archiveDone: true });
    await remove(ask());
    expect(actions()).toEqual(['trash']);
  });
  it('must not have an answer under way', async () => {
    const id = ask();
    const refused = createTrash({
      store: { ...desk.store, queue: { ...desk.store.queue, openDelivery: () => 'queued' } },
      clock: desk.ports.clock,
      decide: conversations.decide,
      queue: desk.queue,
    }).handlers['conversation.delete']({ id });
    expect(await refused).toMatchObject({ ok: false, error: { code: 'answer-waiting' } });
    expect(await listed()).toEqual([]);
  });
  it('that is not in the trash stays where it is when it is put back', async () => {
    const id = ask();
    const before = desk.queue.item(id);
    expect(await trash['conversation.undelete']({ id })).toMatchObject({ ok: true });
    expect(desk.queue.item(id)).toEqual(before);
    expect(actions()).toEqual([]);
  });
});

describe('the trash after a month', () => {
  const empty = () =>
    createEmptyTrash({
      store: desk.store,
      clock: desk.ports.clock,
      timers: desk.ports.timers,
      random: desk.ports.random,
      log: desk.ports.log,
      emit: (event) => void desk.events.push(event),
      settle: desk.settle,
      peopleWent: () => {},
    })();
  const run = async (): Promise<void> => {
    const emptied = empty();
    await desk.ports.pass(1_000);
    await emptied;
  };

  it('goes for good, to the last byte of the file; what is younger stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-trash-'));
    try {
      const file = join(folder, 'balie.db');
      openDesk(file);
      const secret = 'geheimwoordje';
      const old = ask(`Mijn ${secret} is blauw. `.repeat(20));
      await remove(old);
      await desk.ports.pass(29 * DAY_MS);
      const young = ask('Mijn woord is rood.', 'r@x', 6);
      await remove(young);
      await run();
      expect((await listed()).map(([id]) => id)).toEqual([young, old]);
      await desk.ports.pass(1 * DAY_MS + 1);
      await run();
      expect((await listed()).map(([id]) => id)).toEqual([young]);
      expect(desk.store.conversations.get(old)).toBeNull();
      expect(desk.store.check.integrity()).toBe('ok');
      const bytes = ['', '-wal'].map((part) => readFileSync(file + part).toString('latin1')).join('');
      expect(bytes).not.toContain(secret);
      desk.store.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  it('waits for its mails to lie in the trash of the server, where that has one', async () => {
    const rows = desk.store.mailboxes.relist('mertens', [
      { path: 'INBOX', role: 'inbox', isSynced: true },
      { path: 'Sent', role: 'sent', isSynced: true },
      { path: 'Prullenbak', role: 'trash', isSynced: false },
    ]);
    const bin = rows.at(-1)?.id ?? 0;
    desk.store.mailboxes.renumber(bin, '3');
    const old = ask();
    await remove(old);
    await desk.ports.pass(31 * DAY_MS);
    await run();
    expect((await listed()).map(([id]) => id)).toEqual([old]);
    const moved = { mailboxId: bin, uid: 8, isFromInbox: false, cameFrom: desk.inbox };
    desk.store.mailboxes.movePlace({ mailboxId: desk.inbox, uid: 5 }, moved);
    await run();
    expect(await listed()).toEqual([]);
  });
  it('is not fetched again, though the server has it still', async () => {
    const old = ask();
    await remove(old);
    await desk.ports.pass(31 * DAY_MS);
    await run();
    expect(desk.store.mailboxes.uids(desk.inbox)).toEqual([5]);
    expect(desk.store.erasures.isAny()).toBe(true);
  });
});
