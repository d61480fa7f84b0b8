// The queue's commands: pages, counts and the tray, answered from the order in memory; and the watch over the two things that
// move a queue without a message: time and the owner's settings.
import type { CommandArgs } from '../../contract/commands.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type {
  ConversationId,
  QueueCounts,
  QueueItem,
  QueuePage,
  TrayEntry,
  TraySummary,
} from '../../contract/views.ts';
import type { OfficeHours } from '../../domain/office-hours/office-hours.ts';
import type { Instant } from '../../domain/instant.ts';
import { momentAt } from '../../domain/queue/section.ts';
import { SECTIONS, type Section } from '../../domain/queue/sections.ts';
import { calledBy } from '../contacts/called.ts';
import type { Cancel, Clock, Timers } from '../ports/ports.ts';
import type { QueueRow } from '../store/queue-table.ts';
import type { Store } from '../store/store.ts';
import { buildItem } from './queue-item.ts';
import { createQueueOrder, type QueueEntry } from './queue-order.ts';
import { factsFromText } from './settle.ts';

export type QueueDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly emit: (event: EngineEvent) => void;
  readonly settings: {
    readonly get: () => Pick<Settings, 'weights'>;
    readonly officeHours: (now: Instant) => OfficeHours;
  };
};

export type Queue = {
  /** Section null: what is ours to answer, in the order of the sections. */
  readonly list: (args: CommandArgs<'queue.list'>) => QueuePage;
  readonly counts: () => QueueCounts;
  readonly tray: () => TraySummary;
  readonly item: (id: ConversationId) => QueueItem | null;
  /** Everything that is ours to answer now, in order. Not to be kept: it moves. */
  readonly ours: () => readonly { readonly section: Section; readonly entries: readonly QueueEntry[] }[];
  /** These were settled: for createSettle's `onSettled`. */
  readonly mark: (conversations: readonly ConversationId[]) => void;
  /** Every event of the engine, so that settings and removed accounts are noticed. */
  readonly hear: (event: EngineEvent) => void;
  /** Begins to tell by `queue-changed` that time moved something. */
  readonly start: () => void;
  readonly stop: () => void;
};

const OURS: readonly Section[] = ['overdue', 'now', 'soon'];
/** A tray menu longer than a screen helps nobody. */
const MOST_LATE_LISTED = 15;
const MOST_NEXT_LISTED = 5;
/** Changes come in bursts during a sync; looking for the next change by time once a second is enough. */
const AFTER_CHANGES_MS = 1_000;

export function createQueue({ store, clock, timers, emit, settings }: QueueDeps): Queue {
  const order = createQueueOrder();
  const changed = new Set<ConversationId>();
  let isStale = true;
  let foreignVersion = store.queue.foreignVersion();
  let accounts = -1;
  let doneCount: number | null = null;
  let cancelTimer: Cancel | null = null;
  let isWatching = false;
  /** A look is near already: changes that keep coming must not put it off for ever. */
  let isNear = false;

  const momentOf = (now: Instant) => momentAt(now, settings.officeHours(now));
  /** Takes over everything that happened. True when time or settings moved something. */
  const catchUp = (): boolean => {
    const seen = store.queue.foreignVersion();
    if (seen !== foreignVersion) {
      // The command line beside the app wrote: it cannot say what.
      foreignVersion = seen;
      isStale = true;
    }
    const moment = momentOf(clock.now());
    const { weights } = settings.get();
    if (isStale) {
      isStale = false;
      changed.clear();
      doneCount = null;
      order.load(store.queue.live().map(entryOf), moment, weights);
      return true;
    }
    const moved = order.moveTo(moment, weights);
    if (changed.size > 0) {
      const changes = new Map<ConversationId, QueueEntry | null>();
      for (const id of changed) {
        const row = store.queue.get(id);
        changes.set(id, row === null || row.isDone ? null : entryOf(row));
      }
      changed.clear();
      doneCount = null;
      order.change(changes);
    }
    return moved;
  };
  const countDone = (): number => (doneCount ??= store.queue.doneCount());

  const entriesOf = (section: Section, at: Instant | null): readonly QueueEntry[] =>
    at === null ? order.section(section) : order.sectionAt(section, momentOf(at));

  const watchTime = (delayMs: number): void => {
    cancelTimer?.();
    isNear = delayMs <= AFTER_CHANGES_MS;
    cancelTimer = timers.after(delayMs, () => {
      cancelTimer = null;
      if (!isWatching) return;
      if (catchUp()) emit({ kind: 'queue-changed' });
      watchTime(Math.max(AFTER_CHANGES_MS + 1, order.nextChange() - clock.now()));
    });
  };

  const itemAt = (id: ConversationId, at: Instant): QueueItem | null => {
    const conversation = store.conversations.get(id);
    return conversation === null ? null : buildItem(store, conversation, momentOf(at), settings.get().weights);
  };

  return {
    list: ({ section, offset, limit, at }) => {
      catchUp();
      const moment = momentOf(at ?? clock.now());
      const { weights } = settings.get();
      const item = (id: ConversationId): QueueItem[] => {
        const conversation = store.conversations.get(id);
        return conversation === null ? [] : [buildItem(store, conversation, moment, weights)];
      };
      if (section === 'done') {
        return { items: store.queue.donePage(limit, offset).flatMap(item), total: countDone() };
      }
      const lists = (section === null ? OURS : [section]).map((one) => entriesOf(one, at));
      const entries = pageOf(lists, offset, limit);
      return {
        items: entries.flatMap(({ id }) => item(id)),
        total: lists.reduce((sum, { length }) => sum + length, 0),
      };
    },
    counts: () => {
      catchUp();
      const counted = SECTIONS.map((section) => [
        section,
        section === 'done' ? countDone() : order.section(section).length,
      ]);
      return Object.fromEntries(counted) as QueueCounts;
    },
    tray: () => {
      catchUp();
      const overdue = order.section('overdue');
      return {
        overdue: new Set(overdue.map(({ address }) => address)).size,
        now: order.section('now').length,
        late: overdue.slice(0, MOST_LATE_LISTED).flatMap(({ id }) => trayEntry(store, id)),
        next: firstDue(order.section('now')).flatMap(({ id }) => trayEntry(store, id)),
      };
    },
    item: (id) => itemAt(id, clock.now()),
    ours: () => {
      catchUp();
      return OURS.map((section) => ({ section, entries: order.section(section) }));
    },
    mark: (conversations) => {
      for (const id of conversations) changed.add(id);
      if (isWatching && !isNear) watchTime(AFTER_CHANGES_MS);
    },
    hear: (event) => {
      if (event.kind === 'settings-changed' && isWatching) watchTime(0);
      if (event.kind !== 'accounts-changed') return;
      const now = store.accounts.list().length;
      // A removed account takes its conversations with it, without settling each.
      if (now < accounts) isStale = true;
      accounts = now;
    },
    start: () => {
      isWatching = true;
      accounts = store.accounts.list().length;
      watchTime(0);
    },
    stop: () => {
      isWatching = false;
      cancelTimer?.();
      cancelTimer = null;
    },
  };
}

function trayEntry(store: Store, conversation: ConversationId): readonly TrayEntry[] {
  const row = store.conversations.get(conversation);
  if (row === null || row.replyBy === null) return [];
  return [{ conversation, who: calledBy(store, row.customer), replyBy: row.replyBy, replyByFrom: row.replyByFrom }];
}

/** Those that must be answered first, in one walk: the list is in the order of rank and may be long. */
function firstDue(list: readonly QueueEntry[]): readonly QueueEntry[] {
  const first: QueueEntry[] = [];
  const dueAt = ({ facts }: QueueEntry): Instant => facts.replyBy ?? Infinity;
  for (const entry of list) {
    const last = first.at(-1);
    if (dueAt(entry) === Infinity) continue;
    if (first.length === MOST_NEXT_LISTED && last !== undefined && dueAt(entry) >= dueAt(last)) continue;
    const at = first.findIndex((other) => dueAt(other) > dueAt(entry));
    first.splice(at < 0 ? first.length : at, 0, entry);
    if (first.length > MOST_NEXT_LISTED) first.pop();
  }
  return first;
}

/** A page of several lists as if they were one, without making that one. */
function pageOf(lists: readonly (readonly QueueEntry[])[], offset: number, limit: number): readonly QueueEntry[] {
  const page: QueueEntry[] = [];
  let skip = offset;
  for (const list of lists) {
    for (const entry of list.slice(skip, skip + limit - page.length)) page.push(entry);
    skip = Math.max(0, skip - list.length);
  }
  return page;
}

const entryOf = (row: QueueRow): QueueEntry => ({
  id: row.id,
  lastAt: row.lastAt,
  address: row.address,
  facts: {
    turn: row.turn,
    isFyi: row.isFyi,
    isDone: row.isDone,
    snoozedUntil: row.snoozedUntil,
    replyBy: row.replyBy,
    waitingSince: row.waitingSince,
    ...factsFromText(row.facts),
  },
});
