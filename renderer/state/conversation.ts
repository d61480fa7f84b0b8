// The conversation on screen. What is being written in it is in writing.ts, how it is read in reading.ts.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../main/contract/errors.ts';
import type { ConversationId, ConversationView } from '../../main/contract/views.ts';
import { background } from '../client/background.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { kept } from '../client/kept.ts';
import { createReadAhead, type ReadAhead } from './read-ahead.ts';
import type { ReadingHand } from './reading.ts';
import { answerKey, type Writing } from './writing.ts';

/** Of a conversation of thousands the owner reads the last ones; the story fetches what he goes back to. */
const NEWEST = 50;

export type OpenConversation = {
  readonly id: number | null;
  readonly view: ConversationView | null;
  /** `view` was read before the owner came here: nothing leaves by it until the engine has told it anew. */
  readonly isAhead: boolean;
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
  /** The engine says that the owner has. */
  readonly markRead: (id: ConversationId) => void;
  /** The owner may go there next. */
  readonly readAhead: ReadAhead['want'];
  readonly outdate: ReadAhead['outdate'];
};

export type ConversationDeps = {
  readonly client: DeskClient;
  readonly writing: Pick<Writing, 'knowAnswer' | 'save'>;
  readonly reading: Pick<ReadingHand, 'about'>;
};

export function createConversationLoader({ client, writing, reading }: ConversationDeps): ConversationLoader {
  const store = createStore<OpenConversation>(() => ({
    id: null,
    view: null,
    isAhead: false,
    error: null,
    aim: null,
  }));
  let nextAim: number | null = null;
  const open = (id: ConversationId) => client.call('conversation.open', { id, newest: NEWEST });
  const ahead = createReadAhead(async (id) => {
    const answer = await open(id);
    return answer.ok ? answer.value : null;
  });

  const refresh = async (): Promise<void> => {
    const { id } = store.getState();
    if (id === null) return;
    const answer = await open(id);
    const { id: idNow, view, isAhead, aim } = store.getState();
    if (idNow !== id) return;
    const before = view?.item.conversation === id ? view : null;
    if (!answer.ok) {
      // What the engine no longer has is not shown from memory, nor is the one before in its place.
      const hasBeenTold = before !== null && !isAhead;
      store.setState(hasBeenTold ? { error: answer.error } : { view: null, isAhead: false, error: answer.error });
      return;
    }
    const isNews = before !== null && before.messages.at(-1)?.id !== answer.value.messages.at(-1)?.id;
    writing.knowAnswer(id, answer.value.draft);
    reading.about(id);
    store.setState({
      view: kept(before, answer.value),
      isAhead: false,
      error: null,
      // What is new comes before what was looked up.
      aim: isNews ? null : aim,
    });
    if (answer.value.item.isUnread) await client.call('conversation.markRead', { id });
  };

  return {
    store,
    refresh,
    readAhead: async (id) => {
      if (id !== store.getState().id) await ahead.want(id);
    },
    outdate: ahead.outdate,
    markRead: (id) => {
      const { view } = store.getState();
      if (view?.item.conversation !== id) return;
      const messages = view.messages.map((message) => (message.isUnread ? { ...message, isUnread: false } : message));
      store.setState({ view: { ...view, item: { ...view.item, isUnread: false }, messages } });
    },
    aimAt: (message) => {
      nextAim = message;
      store.setState({ aim: message });
    },
    show: async (id) => {
      const before = store.getState();
      if (before.id === id) return;
      if (before.id !== null) background(writing.save(answerKey(before.id)));
      const aim = nextAim;
      nextAim = null;
      const view = id === null ? null : ahead.take(id);
      if (id === null) store.setState({ id, view: null, isAhead: false, error: null });
      else if (view === null) {
        // The former conversation stays on screen until the new one is there: a blank page for 5 ms is a flicker.
        store.setState({ id, error: null, aim });
      } else {
        reading.about(id);
        store.setState({ id, view, isAhead: true, error: null, aim });
      }
      await refresh();
    },
  };
}
