// How the owner reads the conversation before him: what he opened and closed, how he wants each mail shown, and whether he is
// looking for words, printing, or looking at a source. Kept while that conversation is open, and no longer.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConversationId, MessageRowId } from '../../main/contract/views.ts';

export type Reading = {
  readonly conversation: ConversationId | null;
  /** What the owner opened or closed himself. */
  readonly turned: ReadonlyMap<MessageRowId, boolean>;
  /** All at once; null: as they come. */
  readonly all: 'open' | 'closed' | null;
  /** As text, or with its layout. */
  readonly asText: ReadonlyMap<MessageRowId, boolean>;
  /** With its quoted text. */
  readonly whole: ReadonlyMap<MessageRowId, boolean>;
  /** With its pictures from elsewhere. */
  readonly pictured: ReadonlyMap<MessageRowId, boolean>;
  /** On white paper, in a dark window. */
  readonly onPaper: ReadonlyMap<MessageRowId, boolean>;
  readonly isFinding: boolean;
  /** Messages that hold what is looked for. */
  readonly found: ReadonlySet<MessageRowId>;
  readonly isPrinting: boolean;
  readonly sourceOf: MessageRowId | null;
};

export type ReadingHand = {
  readonly store: StoreApi<Reading>;
  /** Another one begins anew. */
  readonly about: (conversation: ConversationId | null) => void;
  readonly turn: (message: MessageRowId, isOpen: boolean) => void;
  readonly turnAll: () => void;
  readonly showAsText: (message: MessageRowId, isText: boolean) => void;
  readonly showWhole: (message: MessageRowId, isWhole: boolean) => void;
  readonly showPictures: (message: MessageRowId, areShown: boolean) => void;
  readonly showOnPaper: (message: MessageRowId, isOnPaper: boolean) => void;
  readonly find: (isFinding: boolean) => void;
  readonly setFound: (found: readonly MessageRowId[]) => void;
  readonly print: (isPrinting: boolean) => void;
  readonly showSource: (message: MessageRowId | null) => void;
};

const fresh = (conversation: ConversationId | null): Reading => ({
  conversation,
  turned: new Map(),
  all: null,
  asText: new Map(),
  whole: new Map(),
  pictured: new Map(),
  onPaper: new Map(),
  isFinding: false,
  found: new Set(),
  isPrinting: false,
  sourceOf: null,
});

const within = <V>(map: ReadonlyMap<MessageRowId, V>, id: MessageRowId, value: V): ReadonlyMap<MessageRowId, V> =>
  map.get(id) === value ? map : new Map(map).set(id, value);

export function createReading(): ReadingHand {
  const store = createStore<Reading>(() => fresh(null));
  return {
    store,
    about: (conversation) => {
      if (store.getState().conversation !== conversation) store.setState(fresh(conversation));
    },
    turn: (message, isOpen) => store.setState(({ turned }) => ({ turned: within(turned, message, isOpen) })),
    turnAll: () => store.setState(({ all }) => ({ all: all === 'open' ? 'closed' : 'open', turned: new Map() })),
    showAsText: (message, isText) => store.setState(({ asText }) => ({ asText: within(asText, message, isText) })),
    showWhole: (message, isWhole) => store.setState(({ whole }) => ({ whole: within(whole, message, isWhole) })),
    showPictures: (message, areShown) =>
      store.setState(({ pictured }) => ({ pictured: within(pictured, message, areShown) })),
    showOnPaper: (message, isOnPaper) =>
      store.setState(({ onPaper }) => ({ onPaper: within(onPaper, message, isOnPaper) })),
    find: (isFinding) => store.setState({ isFinding, found: new Set() }),
    setFound: (found) => store.setState({ found: new Set(found) }),
    print: (isPrinting) => store.setState({ isPrinting }),
    showSource: (sourceOf) => store.setState({ sourceOf }),
  };
}
