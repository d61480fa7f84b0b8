import { describe, expect, test } from 'vitest';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { ConversationView } from '../../main/contract/views.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { createConversationLoader } from './conversation.ts';

type Told = { readonly id: number; readonly isUnread?: boolean; readonly messages?: readonly number[] };

const view = ({ id, isUnread = false, messages = [1] }: Told): ConversationView =>
  ({
    item: { conversation: id, isUnread },
    messages: messages.map((message) => ({ id: message })),
    draft: null,
  }) as unknown as ConversationView;

/** A desk whose engine says each thing when it is told to. */
function desk() {
  const asked: { readonly name: string; readonly id: number; readonly answer: (with_: Result<unknown>) => void }[] = [];
  const known: number[] = [];
  const about: (number | null)[] = [];
  const call = (name: string, { id }: { readonly id: number }) =>
    new Promise((resolve) => asked.push({ name, id, answer: resolve }));
  const loader = createConversationLoader({
    // Only `call` is used of it.
    client: { call } as unknown as DeskClient,
    writing: { knowAnswer: (id) => known.push(id), save: () => Promise.resolve(ok(null)) },
    reading: { about: (id) => about.push(id) },
  });
  const answer = async (with_: Result<unknown>): Promise<void> => {
    asked.shift()?.answer(with_);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const readAhead = async (told: Told): Promise<void> => {
    void loader.readAhead(told.id);
    await answer(ok(view(told)));
  };
  const show = (id: number | null): void => void loader.show(id);
  return { loader, asked, known, about, answer, readAhead, show, now: () => loader.store.getState() };
}

describe('the conversation on screen', () => {
  test('is the former one until the engine has told the new one', async () => {
    const { show, answer, now } = desk();
    show(3);
    await answer(ok(view({ id: 3 })));
    show(4);
    expect(now()).toMatchObject({ id: 4, view: { item: { conversation: 3 } } });
    await answer(ok(view({ id: 4 })));
    expect(now()).toMatchObject({ id: 4, isAhead: false, view: { item: { conversation: 4 } } });
  });

  test('stands there with the key press when it was read ahead, for the eye alone until it is told anew', async () => {
    const { show, answer, readAhead, known, about, now } = desk();
    await readAhead({ id: 4 });
    show(4);
    expect(now()).toMatchObject({ isAhead: true, view: { item: { conversation: 4 } } });
    expect(about).toEqual([4]);
    // Its draft may be an older one than what the owner wrote since.
    expect(known).toEqual([]);
    const shown = now().view;
    await answer(ok(view({ id: 4 })));
    expect(now().isAhead).toBe(false);
    expect(now().view).toBe(shown);
    expect(known).toEqual([4]);
  });

  test('shows what was written since it was read ahead, and comes to it', async () => {
    const { loader, show, answer, readAhead, now } = desk();
    await readAhead({ id: 4, messages: [1] });
    loader.aimAt(1);
    show(4);
    await answer(ok(view({ id: 4, messages: [1, 2] })));
    expect(now()).toMatchObject({ aim: null, view: { messages: [{ id: 1 }, { id: 2 }] } });
  });

  test('is not marked as read by being read ahead, and is by being shown', async () => {
    const { show, answer, readAhead, asked } = desk();
    await readAhead({ id: 4, isUnread: true });
    expect(asked).toEqual([]);
    show(4);
    await answer(ok(view({ id: 4, isUnread: true })));
    expect(asked).toMatchObject([{ name: 'conversation.markRead', id: 4 }]);
  });

  test('is read when the engine says so, and nothing is asked again for it', async () => {
    const { loader, show, answer, asked, now } = desk();
    show(4);
    await answer(ok(view({ id: 4, isUnread: true })));
    await answer(ok(null));
    loader.markRead(9);
    expect(now().view?.item.isUnread).toBe(true);
    loader.markRead(4);
    expect(now().view?.item.isUnread).toBe(false);
    expect(asked).toEqual([]);
  });

  test('is not read ahead while it is shown', async () => {
    const { loader, show, answer, asked } = desk();
    show(4);
    await answer(ok(view({ id: 4 })));
    await loader.readAhead(4);
    expect(asked).toEqual([]);
  });

  test('is asked for afresh when something changed in it since it was read ahead', async () => {
    const { loader, show, answer, readAhead, now } = desk();
    await readAhead({ id: 4 });
    loader.outdate([4]);
    show(4);
    expect(now().view).toBeNull();
    await answer(ok(view({ id: 4 })));
    expect(now().view).toMatchObject({ item: { conversation: 4 } });
  });

  test('that is gone meanwhile is not shown from memory, nor the one before in its place', async () => {
    const { show, answer, readAhead, now } = desk();
    await readAhead({ id: 4 });
    show(4);
    await answer(failed('not-found', 'never', 'erased'));
    expect(now()).toMatchObject({ view: null, isAhead: false, error: { code: 'not-found' } });
    show(5);
    await answer(ok(view({ id: 5 })));
    show(6);
    await answer(failed('not-found', 'never', 'erased'));
    expect(now()).toMatchObject({ id: 6, view: null, error: { code: 'not-found' } });
  });

  test('stays while the engine is away', async () => {
    const { loader, show, answer, now } = desk();
    show(4);
    await answer(ok(view({ id: 4 })));
    void loader.refresh();
    await answer(failed('internal', 'after', 'the engine is starting again'));
    expect(now()).toMatchObject({ view: { item: { conversation: 4 } }, error: { code: 'internal' } });
  });
});
