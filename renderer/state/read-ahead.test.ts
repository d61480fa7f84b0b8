import { describe, expect, test } from 'vitest';
import type { ConversationView } from '../../main/contract/views.ts';
import { createReadAhead, nextOf } from './read-ahead.ts';

const view = (conversation: number): ConversationView => ({ item: { conversation } }) as ConversationView;

/** An engine that answers when it is told to. */
function slowEngine() {
  const asked: number[] = [];
  const waiting: { readonly id: number; readonly answer: (view: ConversationView | null) => void }[] = [];
  const ahead = createReadAhead((id) => {
    asked.push(id);
    return new Promise((resolve) => waiting.push({ id, answer: resolve }));
  });
  const answer = async (id: number, with_: ConversationView | null = view(id)): Promise<void> => {
    const first = waiting.findIndex((one) => one.id === id);
    waiting.splice(first, 1)[0]?.answer(with_);
    await Promise.resolve();
    await Promise.resolve();
  };
  const want = (id: number): void => void ahead.want(id);
  return { ahead, asked, want, answer };
}

describe('what is read ahead', () => {
  test('is there once, and asked for once', async () => {
    const { ahead, asked, want, answer } = slowEngine();
    want(3);
    want(3);
    expect(ahead.take(3)).toBeNull();
    await answer(3);
    want(3);
    expect(asked).toEqual([3]);
    expect(ahead.take(3)).toEqual(view(3));
    expect(ahead.take(3)).toBeNull();
  });

  test('is forgotten when mail comes in for it, also while it is being read', async () => {
    const { ahead, want, answer } = slowEngine();
    want(3);
    await answer(3);
    want(4);
    ahead.outdate([3, 4]);
    await answer(4);
    expect(ahead.take(3)).toBeNull();
    expect(ahead.take(4)).toBeNull();
  });

  test('is what the newer question brings, where the older was outdated and is answered first', async () => {
    const { ahead, want, answer } = slowEngine();
    want(3);
    ahead.outdate([3]);
    want(3);
    await answer(3);
    expect(ahead.take(3)).toBeNull();
    await answer(3);
    expect(ahead.take(3)).toEqual(view(3));
  });

  test('stays when something happens in another conversation, and goes when anything may have happened', async () => {
    const { ahead, want, answer } = slowEngine();
    want(3);
    await answer(3);
    want(4);
    ahead.outdate([9]);
    await answer(4);
    expect(ahead.take(4)).toEqual(view(4));
    ahead.outdate(null);
    expect(ahead.take(3)).toBeNull();
  });

  test('is of two conversations at most, and of none that the engine no longer has', async () => {
    const { ahead, want, answer } = slowEngine();
    for (const id of [1, 2, 3]) {
      want(id);
      await answer(id);
    }
    want(4);
    await answer(4, null);
    expect([1, 2, 3, 4].map((id) => ahead.take(id)?.item.conversation ?? null)).toEqual([null, 2, 3, null]);
  });
});

describe('the conversation that is likely next', () => {
  const list = [10, 20, 30, 40];

  test('lies in the direction in which the owner goes', () => {
    expect(nextOf(list, 10, 20)).toBe(30);
    expect(nextOf(list, 30, 20)).toBe(10);
  });

  test('lies below for who comes from elsewhere', () => {
    expect(nextOf(list, null, 10)).toBe(20);
    expect(nextOf(list, 99, 30)).toBe(40);
  });

  test('is none at the ends of the list, and outside of it', () => {
    expect(nextOf(list, 30, 40)).toBeNull();
    expect(nextOf(list, 20, 10)).toBeNull();
    expect(nextOf(list, 10, 99)).toBeNull();
    expect(nextOf(list, 10, null)).toBeNull();
  });
});
