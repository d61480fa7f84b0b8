import { expect, test } from 'vitest';
import type { BalieBridge } from '../../main/contract/bridge.ts';
import type { NumberedEvent } from '../../main/contract/events.ts';
import { createFixtureBridge } from '../dev/fixture-bridge.ts';
import { createQueueLoader } from '../state/queue.ts';
import { askFirst } from './first-questions.ts';

function watchedBridge() {
  const bridge = createFixtureBridge({ scene: 'desk', language: 'nl', theme: 'light' });
  const asked: string[] = [];
  const listeners: ((numbered: NumberedEvent) => void)[] = [];
  const watched: BalieBridge = {
    ...bridge,
    call: (name, args) => {
      asked.push(name);
      return bridge.call(name, args);
    },
    onEvent: (listener) => {
      listeners.push(listener);
      return () => {};
    },
  };
  const tell = (seq: number): void => listeners.forEach((listen) => listen({ seq, event: { kind: 'queue-changed' } }));
  return { watched, asked, tell };
}

test('the first list is asked for once, and before anybody shows it', async () => {
  const { watched, asked } = watchedBridge();
  const { client, opened } = askFirst(watched);
  expect(asked.filter((name) => name === 'queue.list')).toHaveLength(3);
  expect((await opened).ok).toBe(true);
  const before = asked.length;
  const queue = createQueueLoader(client);
  await queue.show({ kind: 'desk' });
  expect(asked).toHaveLength(before);
  expect(queue.store.getState().lists.map(({ section }) => section)).toEqual(['overdue', 'now', 'soon']);
  await queue.refresh();
  expect(asked).toHaveLength(before + 3);
});

test('a window that begins elsewhere asks for the list anew when it comes there', async () => {
  const { watched, asked } = watchedBridge();
  const { client, opened, forget } = askFirst(watched);
  await opened;
  forget();
  const before = asked.length;
  await createQueueLoader(client).show({ kind: 'desk' });
  expect(asked).toHaveLength(before + 3);
});

test('what changed while the script was being read is not missed', async () => {
  const { watched, tell } = watchedBridge();
  const { client, opened } = askFirst(watched);
  const answer = await opened;
  if (!answer.ok) throw new Error('the fixture desk opens');
  const { lastEventSeq } = answer.facts.getState().status;
  tell(lastEventSeq + 1);
  const heard: string[] = [];
  client.onEvent(({ kind }) => heard.push(kind));
  client.startAfter(lastEventSeq);
  expect(heard).toEqual(['events-missed']);
  tell(lastEventSeq + 2);
  expect(heard).toEqual(['events-missed', 'queue-changed']);
});
