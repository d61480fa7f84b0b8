// The list of conversations on screen: for each section in view the first so many items, more when the owner scrolls there.
// A refresh asks the same stretch again, so that the list does not jump.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandArgs } from '../../main/contract/commands.ts';
import type { QueueItem } from '../../main/contract/views.ts';
import type { Section } from '../../main/domain/queue/sections.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { kept } from '../client/kept.ts';
import type { View } from './place.ts';

/** Four screens. All of it is asked for anew at each change: two hundred cost the walk through the list a dropped frame each. */
const PAGE = 50;

export type SectionList = { readonly section: Section; readonly items: readonly QueueItem[]; readonly total: number };
export type QueueRow =
  | { readonly kind: 'heading'; readonly section: Section; readonly total: number }
  | { readonly kind: 'item'; readonly item: QueueItem }
  /** Stands for what is not fetched yet. */
  | { readonly kind: 'more'; readonly section: Section };

export type Queue = {
  readonly lists: readonly SectionList[];
  readonly isLoaded: boolean;
  /** The row whose rank is explained. */
  readonly explained: number | null;
};
export type QueueStore = StoreApi<Queue>;

const DESK: readonly Section[] = ['overdue', 'now', 'soon'];

export function sectionsIn(view: View): readonly Section[] {
  if (view.kind === 'section') return [view.section];
  return view.kind === 'desk' ? DESK : [];
}

export function rowsOf({ lists }: Pick<Queue, 'lists'>): readonly QueueRow[] {
  return lists.flatMap(({ section, items, total }): QueueRow[] => {
    if (total === 0) return [];
    const rows: QueueRow[] = items.map((item) => ({ kind: 'item', item }));
    const more: QueueRow[] = items.length < total ? [{ kind: 'more', section }] : [];
    return [{ kind: 'heading', section, total }, ...rows, ...more];
  });
}

export function itemsOf({ lists }: Pick<Queue, 'lists'>): readonly QueueItem[] {
  return lists.flatMap(({ items }) => items);
}

/** The conversation to go to when this one leaves the list: the one below, else the one above. */
export function neighbourOf(queue: Pick<Queue, 'lists'>, conversation: number): number | null {
  const items = itemsOf(queue);
  const at = items.findIndex((item) => item.conversation === conversation);
  if (at < 0) return null;
  return (items[at + 1] ?? items[at - 1])?.conversation ?? null;
}

/** A row that says the same is the same one, wherever it stands now. */
function asBefore(before: readonly SectionList[], fresh: readonly SectionList[]): readonly SectionList[] {
  const rows = new Map(itemsOf({ lists: before }).map((item) => [item.conversation, item]));
  const lists = fresh.map((list) => ({
    ...list,
    items: list.items.map((item) => kept(rows.get(item.conversation), item)),
  }));
  return lists.length === before.length && lists.every((list, at) => isSameList(list, before[at])) ? before : lists;
}

const isSameList = ({ section, items, total }: SectionList, before: SectionList | undefined): boolean =>
  section === before?.section &&
  total === before.total &&
  items.length === before.items.length &&
  items.every((item, at) => item === before.items[at]);

export type QueueLoader = {
  readonly store: QueueStore;
  readonly show: (view: View) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly more: (section: Section) => Promise<void>;
  readonly markRead: (conversation: number) => void;
  readonly explain: (conversation: number | null) => void;
};

/** What the list of a section begins with. */
export const firstPageOf = (section: Section): CommandArgs<'queue.list'> => pageOf(section, PAGE);

const pageOf = (section: Section, limit: number): CommandArgs<'queue.list'> => ({
  section,
  offset: 0,
  limit,
  at: null,
});

export function createQueueLoader(client: DeskClient): QueueLoader {
  const store = createStore<Queue>(() => ({ lists: [], isLoaded: false, explained: null }));
  let shown: readonly Section[] = [];
  let turn = 0;
  /** What was read while the lists were being asked for: some of the answers may be from before that. */
  const readMeanwhile = new Set<number>();
  const asRead = (lists: readonly SectionList[]): readonly SectionList[] =>
    lists.map((list) => ({
      ...list,
      items: list.items.map((item) =>
        item.isUnread && readMeanwhile.has(item.conversation) ? { ...item, isUnread: false } : item,
      ),
    }));

  const fetchAll = async (sizes: ReadonlyMap<Section, number>): Promise<void> => {
    turn += 1;
    const mine = turn;
    readMeanwhile.clear();
    const lists = await Promise.all(
      shown.map(async (section): Promise<SectionList | null> => {
        const page = await client.call('queue.list', pageOf(section, sizes.get(section) ?? PAGE));
        return page.ok ? { section, items: page.value.items, total: page.value.total } : null;
      }),
    );
    // Only the newest question may fill the screen; answers can overtake each other.
    if (mine !== turn) return;
    const { lists: before, isLoaded } = store.getState();
    const now = asBefore(before, asRead(lists.filter((list) => list !== null)));
    if (now !== before || !isLoaded) store.setState({ lists: now, isLoaded: true });
  };

  const sizesNow = (): Map<Section, number> =>
    new Map(store.getState().lists.map(({ section, items }) => [section, Math.max(PAGE, items.length)]));

  return {
    store,
    show: async (view) => {
      shown = sectionsIn(view);
      store.setState({ explained: null });
      await fetchAll(new Map());
    },
    refresh: () => fetchAll(sizesNow()),
    more: async (section) => {
      const sizes = sizesNow();
      sizes.set(section, (sizes.get(section) ?? 0) + PAGE);
      await fetchAll(sizes);
    },
    markRead: (conversation) => {
      readMeanwhile.add(conversation);
      store.setState(({ lists }) => ({ lists: asBefore(lists, asRead(lists)) }));
    },
    explain: (explained) => store.setState({ explained }),
  };
}
