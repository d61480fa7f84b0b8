// The conversation on screen, and the answers being written. A draft lives here while the window is open and in the store
// of the engine a moment later, so that neither a switch nor a crash costs a sentence.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../main/contract/errors.ts';
import type { ConversationView } from '../../main/contract/views.ts';
import { background } from '../client/background.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { later, type Later } from '../client/machine-clock.ts';

/** Long enough not to write at every key, short enough that a power cut costs a few words. */
const DRAFT_DELAY_MS = 1_500;
/** Of a conversation of thousands the owner reads the last ones; all of it at once would cost a fifth of a second. */
const NEWEST_AT_FIRST = 50;

export type OpenConversation = {
  readonly id: number | null;
  readonly view: ConversationView | null;
  readonly error: Failure | null;
  /** The message to be brought into sight. null: the newest. */
  readonly aim: number | null;
  /** Unsent answers by conversation; absent means: as the engine has it. */
  readonly drafts: ReadonlyMap<number, string>;
  /** The canned reply that the draft began with, so that its use is counted. */
  readonly cannedUsed: ReadonlyMap<number, number>;
};
export type ConversationStore = StoreApi<OpenConversation>;

export type ConversationLoader = {
  readonly store: ConversationStore;
  readonly show: (id: number | null) => Promise<void>;
  /** The conversation that is shown next, or already, opens at this message. */
  readonly aimAt: (message: number) => void;
  readonly refresh: () => Promise<void>;
  /** Fetches at least so many of its newest messages. */
  readonly reachBack: (messages: number) => Promise<void>;
  readonly write: (conversation: number, text: string) => void;
  readonly rememberCanned: (conversation: number, cannedId: number) => void;
  readonly saveDraft: (conversation: number) => Promise<void>;
  readonly forgetDraft: (conversation: number) => void;
};

export const draftOf = (state: OpenConversation, conversation: number): string =>
  state.drafts.get(conversation) ??
  (state.view?.item.conversation === conversation ? (state.view.draft?.text ?? '') : '');

export function createConversationLoader(client: DeskClient): ConversationLoader {
  const store = createStore<OpenConversation>(() => ({
    id: null,
    view: null,
    error: null,
    aim: null,
    drafts: new Map(),
    cannedUsed: new Map(),
  }));
  let nextAim: number | null = null;
  const savers = new Map<number, Later>();
  const unsaved = new Set<number>();
  let newest = NEWEST_AT_FIRST;

  const refresh = async (): Promise<void> => {
    const { id } = store.getState();
    if (id === null) return;
    const answer = await client.call('conversation.open', { id, newest });
    if (store.getState().id !== id) return;
    const { view: before, aim } = store.getState();
    const isNews =
      answer.ok && before?.item.conversation === id && before.messages.at(-1)?.id !== answer.value.messages.at(-1)?.id;
    // What is new comes before what was looked up.
    store.setState(answer.ok ? { view: answer.value, error: null, aim: isNews ? null : aim } : { error: answer.error });
    if (answer.ok && answer.value.item.isUnread) {
      await client.call('conversation.markRead', { id });
    }
  };

  const saveDraft = async (conversation: number): Promise<void> => {
    savers.get(conversation)?.cancel();
    const text = store.getState().drafts.get(conversation);
    if (text === undefined || !unsaved.delete(conversation)) return;
    const saved = await client.call('draft.save', { conversation, text });
    // Kept on screen in any case; tried again with the next key or when the owner moves on.
    if (!saved.ok) unsaved.add(conversation);
  };

  const without = <V>(map: ReadonlyMap<number, V>, key: number): Map<number, V> => {
    const copy = new Map(map);
    copy.delete(key);
    return copy;
  };

  return {
    store,
    refresh,
    saveDraft,
    reachBack: async (messages) => {
      const view = store.getState().view;
      if (view === null || view.messages.length >= Math.min(messages, view.item.messages)) return;
      newest = messages;
      await refresh();
    },
    aimAt: (message) => {
      nextAim = message;
      store.setState({ aim: message });
    },
    show: async (id) => {
      const before = store.getState();
      if (before.id === id) return;
      newest = NEWEST_AT_FIRST;
      if (before.id !== null) background(saveDraft(before.id));
      // The former conversation stays on screen until the new one is there: a blank page for 5 ms is a flicker.
      store.setState(id === null ? { id, view: null, error: null } : { id, error: null, aim: nextAim });
      nextAim = null;
      await refresh();
      const { aim, view } = store.getState();
      if (view === null || aim === null || view.messages.some((message) => message.id === aim)) return;
      newest = view.item.messages;
      await refresh();
    },
    write: (conversation, text) => {
      store.setState((state) => ({ drafts: new Map(state.drafts).set(conversation, text) }));
      unsaved.add(conversation);
      const saver =
        savers.get(conversation) ?? later(DRAFT_DELAY_MS, () => background(saveDraft(conversation)), 'steady');
      savers.set(conversation, saver);
      saver.soon();
    },
    rememberCanned: (conversation, cannedId) => {
      store.setState((state) => ({ cannedUsed: new Map(state.cannedUsed).set(conversation, cannedId) }));
    },
    forgetDraft: (conversation) => {
      savers.get(conversation)?.cancel();
      unsaved.delete(conversation);
      store.setState((state) => ({
        drafts: new Map(state.drafts).set(conversation, ''),
        cannedUsed: without(state.cannedUsed, conversation),
      }));
    },
  };
}
