// Where the owner is in the window: which list, which conversation, which sheet of the settings.
// Kept in sessionStorage so that a reload (or an engine that restarted) brings him back to the same spot.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { SECTIONS, type Section } from '../../main/domain/queue/sections.ts';

export const SETTINGS_TABS = [
  'general',
  'hours',
  'targets',
  'notifications',
  'order',
  'learned',
  'canned',
  'acknowledgements',
  'accounts',
  'sources',
  'storage',
  'keys',
  'about',
] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** 'desk' is all that is ours to answer: the first three sections in one list. */
export type View =
  | { readonly kind: 'desk' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'search' }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'promises' }
  | { readonly kind: 'trash' }
  /** Everybody, and the card of one of them. */
  | { readonly kind: 'contacts'; readonly address: string | null }
  /** Open drafts, and the one that is written at. */
  | { readonly kind: 'writing'; readonly draft: number | null }
  | { readonly kind: 'report' }
  | { readonly kind: 'evening' }
  | { readonly kind: 'day-plan' }
  | { readonly kind: 'settings'; readonly tab: SettingsTab };

export type Place = {
  readonly view: View;
  /** The conversation that is selected in the list and shown beside it. */
  readonly conversation: number | null;
  /** In a narrow window, only one of list and conversation fits: the owner went into the conversation. */
  readonly isReading: boolean;
  readonly searchText: string;
  /** The customer card beside the conversation; null: where there is room for it. */
  readonly isCardShown: boolean | null;
};

const KEY = 'balie.place';
const START: Place = {
  view: { kind: 'desk' },
  conversation: null,
  isReading: false,
  searchText: '',
  isCardShown: null,
};

export type PlaceStore = StoreApi<Place>;

export function createPlaceStore(storage: Pick<Storage, 'getItem' | 'setItem'>): PlaceStore {
  const store = createStore<Place>(() => remembered(storage.getItem(KEY)));
  store.subscribe((place) => storage.setItem(KEY, JSON.stringify(place)));
  return store;
}

function remembered(json: string | null): Place {
  if (json === null) return START;
  try {
    const raw: unknown = JSON.parse(json);
    if (typeof raw !== 'object' || raw === null) return START;
    const place = raw as Partial<Record<keyof Place, unknown>>;
    return {
      view: viewFrom(place.view) ?? START.view,
      conversation: typeof place.conversation === 'number' ? place.conversation : null,
      isReading: place.isReading === true,
      searchText: typeof place.searchText === 'string' ? place.searchText : '',
      isCardShown: typeof place.isCardShown === 'boolean' ? place.isCardShown : null,
    };
  } catch {
    // An older version wrote it, or nobody: not worth a word to the owner.
    return START;
  }
}

function viewFrom(raw: unknown): View | null {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return null;
  if (raw.kind === 'desk' || raw.kind === 'search' || raw.kind === 'outbox' || raw.kind === 'report') {
    return { kind: raw.kind };
  }
  if (raw.kind === 'evening' || raw.kind === 'day-plan' || raw.kind === 'promises' || raw.kind === 'trash') {
    return { kind: raw.kind };
  }
  if (raw.kind === 'contacts' && 'address' in raw) {
    return { kind: 'contacts', address: typeof raw.address === 'string' ? raw.address : null };
  }
  if (raw.kind === 'writing' && 'draft' in raw) {
    return { kind: 'writing', draft: typeof raw.draft === 'number' ? raw.draft : null };
  }
  if (raw.kind === 'section' && 'section' in raw) {
    const section = SECTIONS.find((name) => name === raw.section);
    return section === undefined ? null : { kind: 'section', section };
  }
  if (raw.kind === 'settings' && 'tab' in raw) {
    const tab = SETTINGS_TABS.find((name) => name === raw.tab);
    return tab === undefined ? null : { kind: 'settings', tab };
  }
  return null;
}

/** Where a draft is written on: an answer in its conversation, another letter among the drafts. */
export function goToDraft(
  place: PlaceStore,
  { kind, conversation, id }: { readonly kind: string; readonly conversation: number | null; readonly id: number },
): void {
  if (kind !== 'answer' || conversation === null) {
    place.setState({ view: { kind: 'writing', draft: id }, isReading: true });
    return;
  }
  const { view } = place.getState();
  place.setState({ view: view.kind === 'writing' ? { kind: 'desk' } : view, conversation, isReading: true });
}
