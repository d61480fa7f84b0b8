// The conversation on screen. What is being written in it is in writing.ts.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../main/contract/errors.ts';
import type { ConversationView } from '../../main/contract/views.ts';
import { background } from '../client/background.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { answerKey, type Writing } from './writing.ts';

/** Of a conversation of thousands the owner reads the last ones; the story fetches what he goes back to. */
const NEWEST = 50;

export type OpenConversation = {
  readonly id: number | null;
  readonly view: ConversationView | null;
  readonly error: Failure | null;
  /** The message to be brought into sight. null: the newest. */
  readonly aim: number | null;
};
export type ConversationStore = StoreApi<OpenConversation>;

export type ConversationLoader = {
  readonly store: ConversationStore;
  readonly show: (id: number | null) => Promise<void>;
  /** The conversation that is shown next, or already, opens at this message. */
  readonly aimAt: (message: number) => void;
  readonly refresh: () => Promise<void>;
};

export function createConversationLoader(client: DeskClient, writing: Writing): ConversationLoader {
  const store = createStore<OpenConversation>(() => ({
    id: null,
    view: null,
    error: null,
    aim: null,
  }));
  let nextAim: number | null = null;

  const refresh = async (): Promise<void> => {
    const { id } = store.getState();
    if (id === null) return;
    const answer = await client.call('conversation.open', { id, newest: NEWEST });
    if (store.getState().id !== id) return;
    const { view: before, aim } = store.getState();
    const isNews =
      answer.ok && before?.item.conversation === id && before.messages.at(-1)?.id !== answer.value.messages.at(-1)?.id;
    if (answer.ok) writing.knowAnswer(id, answer.value.draft);
    // What is new comes before what was looked up.
    store.setState(answer.ok ? { view: answer.value, error: null, aim: isNews ? null : aim } : { error: answer.error });
    if (answer.ok && answer.value.item.isUnread) {
      await client.call('conversation.markRead', { id });
    }
  };

  return {
    store,
    refresh,
    aimAt: (message) => {
      nextAim = message;
      store.setState({ aim: message });
    },
    show: async (id) => {
      const before = store.getState();
      if (before.id === id) return;
      if (before.id !== null) background(writing.save(answerKey(before.id)));
      // The former conversation stays on screen until the new one is there: a blank page for 5 ms is a flicker.
      store.setState(id === null ? { id, view: null, error: null } : { id, error: null, aim: nextAim });
      nextAim = null;
      await refresh();
    },
  };
}
