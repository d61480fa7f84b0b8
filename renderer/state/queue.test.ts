import { describe, expect, test } from 'vitest';
import { ok, type Result } from '../../main/contract/errors.ts';
import type { QueuePage } from '../../main/contract/views.ts';
import { createFixtureBridge } from '../dev/fixture-bridge.ts';
import { createDeskClient } from '../client/desk-client.ts';
import { createQueueLoader, itemsOf, neighbourOf, rowsOf, type QueueLoader } from './queue.ts';

const openDesk = async (): Promise<QueueLoader> => {
  const bridge = createFixtureBridge({ scene: 'desk', language: 'nl', theme: 'light' });
  const queue = createQueueLoader(createDeskClient(bridge));
  await queue.show({ kind: 'desk' });
  return queue;
};

describe('the list', () => {
  test('holds the three sections that are ours to answer, each under its heading', async () => {
    const { store } = await openDesk();
    const headings = rowsOf(store.getState()).flatMap((row) => (row.kind === 'heading' ? [row.section] : []));
    expect(headings).toEqual(['overdue', 'now', 'soon']);
  });

  test('goes on to the conversation below when one leaves, and to the one above at the end', async () => {
    const { store } = await openDesk();
    const items = itemsOf(store.getState());
    const [first, second] = items;
    const last = items.at(-1);
    expect(neighbourOf(store.getState(), first?.conversation ?? 0)).toBe(second?.conversation);
    expect(neighbourOf(store.getState(), last?.conversation ?? 0)).toBe(items.at(-2)?.conversation);
  });

  test('a question whose answer says the same changes no row, and one that moved is the same row in another place', async () => {
    const bridge = createFixtureBridge({ scene: 'desk', language: 'nl', theme: 'light' });
    let isTurned = false;
    const client = createDeskClient({
      ...bridge,
      call: async (name, args) => {
        const answer = structuredClone(await bridge.call(name, args));
        const page = answer as Result<QueuePage>;
        return page.ok && isTurned ? (ok({ ...page.value, items: page.value.items.toReversed() }) as never) : answer;
      },
    });
    const queue = createQueueLoader(client);
    await queue.show({ kind: 'desk' });
    const before = queue.store.getState();
    await queue.refresh();
    expect(queue.store.getState()).toBe(before);
    isTurned = true;
    await queue.refresh();
    const rows = itemsOf(queue.store.getState());
    expect(rows).not.toEqual(itemsOf(before));
    expect(new Set(rows)).toEqual(new Set(itemsOf(before)));
    expect(itemsOf(before).every((item) => rows.includes(item))).toBe(true);
  });

  test('a conversation that is read changes its own row and no other', async () => {
    const queue = await openDesk();
    const before = itemsOf(queue.store.getState());
    const unread = before.find(({ isUnread }) => isUnread);
    if (unread === undefined) throw new Error('none is unread');
    queue.markRead(unread.conversation);
    const after = itemsOf(queue.store.getState());
    expect(after.filter((item, at) => item !== before[at])).toEqual([{ ...unread, isUnread: false }]);
    const { lists } = queue.store.getState();
    queue.markRead(unread.conversation);
    queue.markRead(99_999);
    expect(queue.store.getState().lists).toBe(lists);
  });

  test('lets a late answer to an older question go', async () => {
    const bridge = createFixtureBridge({ scene: 'desk', language: 'nl', theme: 'light' });
    const waiting: (() => void)[] = [];
    const client = createDeskClient({
      ...bridge,
      call: async (name, args) => {
        if (name === 'queue.list' && waiting.length === 0) await new Promise<void>((go) => waiting.push(go));
        return bridge.call(name, args);
      },
    });
    const queue = createQueueLoader(client);
    const slow = queue.show({ kind: 'section', section: 'overdue' });
    await queue.show({ kind: 'section', section: 'fyi' });
    waiting[0]?.();
    await slow;
    expect(queue.store.getState().lists.map(({ section }) => section)).toEqual(['fyi']);
  });
});

test('a gap in the numbers of events is noticed, the first number is not a gap', () => {
  const bridge = createFixtureBridge({ scene: 'desk', language: 'nl', theme: 'light' });
  const listeners = new Set<Parameters<typeof bridge.onEvent>[0]>();
  const client = createDeskClient({
    ...bridge,
    call: async () => ok(null) as never,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const heard: string[] = [];
  client.onEvent(({ kind }) => heard.push(kind));
  for (const seq of [7, 8, 10, 1]) for (const tell of listeners) tell({ seq, event: { kind: 'queue-changed' } });
  expect(heard).toEqual([
    'queue-changed',
    'queue-changed',
    'events-missed',
    'queue-changed',
    'events-missed',
    'queue-changed',
  ]);
});
