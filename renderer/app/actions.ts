// Every action of the window by name: what it does and when it can. Keys, the palette and the native menu all end here.
import type { CommandArgs } from '../../main/contract/commands.ts';
import type { QueueItem } from '../../main/contract/views.ts';
import { isDeleted } from '../../main/domain/queue/decisions.ts';
import { SECTIONS, type Section } from '../../main/domain/queue/sections.ts';
import { background } from '../client/background.ts';
import { answerEveryone, answerOne } from '../state/addressing.ts';
import type { Desk } from '../state/desk.ts';
import { goToDraft, type PlaceStore } from '../state/place.ts';
import type { View } from '../state/place.ts';
import { itemsOf } from '../state/queue.ts';
import { answerKey } from '../state/writing.ts';

export type SheetName =
  | 'snooze'
  | 'reply-by'
  | 'plan'
  | 'follow-up'
  | 'promise'
  | 'explain'
  | 'person-data'
  | 'source'
  | 'keys'
  | 'palette'
  | 'new-note'
  | 'add-note'
  | 'add-account'
  | 'availability'
  | 'notifications';

export const ACTION_NAMES = [
  'next',
  'previous',
  'open',
  'leave',
  'reply',
  'reply-all',
  'forward',
  'compose',
  'done',
  'snooze',
  'reply-by',
  'plan',
  'evening',
  'day-plan',
  'follow-up',
  'promise',
  'promise-moment',
  'phoned',
  'new-note',
  'add-note',
  'no-answer',
  'delete',
  'move',
  'vip',
  'explain',
  'person-data',
  'card',
  'contacts',
  'source',
  'find',
  'expand-all',
  'print',
  'message-source',
  'search',
  'undo',
  'queue',
  'outbox',
  'drafts',
  'promises',
  'trash',
  'report',
  'settings',
  'learned',
  'add-account',
  'availability',
  'acknowledgements',
  'notifications',
  'pause-hour',
  'pause-tomorrow',
  'pause-over',
  'palette',
  'keys',
  ...SECTIONS.map((section) => `go-${section}` as const),
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

export const isAction = (name: string): name is ActionName => ACTION_NAMES.some((known) => known === name);

export type Actions = {
  readonly run: (name: ActionName) => void;
  readonly searchFor: (words: string) => void;
  /** Opens at this message. */
  readonly openConversation: (conversation: number, message: number) => void;
  /** Puts a saved reply into the answer to the conversation that is open; where none is, shows the saved replies. */
  readonly insertCanned: (canned: number) => void;
  readonly openContact: (address: string) => void;
  /** The conversation that actions are about. */
  readonly current: () => QueueItem | null;
};

export function createActions(desk: Desk, openSheet: (sheet: SheetName) => void): Actions {
  const { place, queue, conversation, decide } = desk;

  const current = (): QueueItem | null => {
    const id = place.getState().conversation;
    if (id === null) return null;
    const { view } = conversation.store.getState();
    if (view?.item.conversation === id) return view.item;
    return itemsOf(queue.store.getState()).find((item) => item.conversation === id) ?? null;
  };
  const withCurrent = (act: (item: QueueItem) => Promise<void> | void): void => {
    const item = current();
    if (item === null) return;
    const acted = act(item);
    if (acted !== undefined) background(acted);
  };
  const step = (by: 1 | -1): void => {
    // A room with lines of its own: what is walked through is what is seen.
    if (document.getElementById('queue-list') === null) return stepThroughLines(place, by);
    const items = itemsOf(queue.store.getState());
    const at = items.findIndex((item) => item.conversation === place.getState().conversation);
    const next = at < 0 ? items[0] : items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (next === undefined) return;
    place.setState({ conversation: next.conversation });
    // So that Enter opens it, whatever was clicked before.
    document.getElementById('queue-list')?.focus({ preventScroll: true });
  };

  const isInTrash = ({ conversation: id }: QueueItem): boolean => {
    const { view } = conversation.store.getState();
    return view?.item.conversation === id && isDeleted(view.decisions);
  };

  const goTo = (section: Section): void => place.setState({ view: { kind: 'section', section }, isReading: false });

  const write = (what: CommandArgs<'draft.begin'>): void => {
    const begin = async (): Promise<void> => {
      const begun = await desk.writing.begin(what);
      if (!begun.ok) {
        desk.tellFailure(begun.error);
        return;
      }
      goToDraft(place, begun.value);
    };
    background(begin());
  };

  const run = (name: ActionName): void => {
    switch (name) {
      case 'next':
        return step(1);
      case 'previous':
        return step(-1);
      case 'open':
        place.setState({ isReading: true });
        return focusSoon('.story');
      case 'leave':
        return leave(place);
      case 'reply':
      case 'reply-all': {
        const { view } = conversation.store.getState();
        if (view !== null && view.item.conversation === place.getState().conversation)
          (name === 'reply' ? answerOne : answerEveryone)(desk.writing, view);
        place.setState({ isReading: true });
        return focusSoon('#composer-text');
      }
      case 'forward': {
        const message = conversation.store.getState().view?.messages.at(-1);
        return message === undefined ? undefined : write({ kind: 'forward', message: message.id });
      }
      case 'compose':
        // A mail needs an account to leave from.
        return desk.facts.getState().accounts.length === 0
          ? openSheet('add-account')
          : write({ kind: 'new', account: null, to: [] });
      case 'drafts':
        return place.setState({ view: { kind: 'writing', draft: null }, isReading: false });
      case 'done':
        return withCurrent((item) => (item.section === 'done' ? decide.reopen(item) : decide.done(item, 'owner')));
      case 'phoned':
        return withCurrent((item) => decide.done(item, 'phone'));
      case 'no-answer':
        return withCurrent((item) => decide.done(item, 'no-answer'));
      case 'delete':
        // Nothing is thrown away that the owner does not see.
        if (!SHOWS_CONVERSATION.has(place.getState().view.kind)) return undefined;
        return withCurrent((item) => {
          if (isInTrash(item)) return decide.putBack(item);
          return place.getState().view.kind === 'trash' ? undefined : decide.remove(item);
        });
      case 'move':
        return withCurrent((item) => decide.sortAs(item, item.section === 'fyi' ? 'queue' : 'fyi'));
      case 'vip': {
        const { view } = conversation.store.getState();
        return withCurrent((item) => decide.setVip(item, !(view?.customer.isVip ?? false)));
      }
      case 'snooze':
      case 'reply-by':
      case 'plan':
      case 'follow-up':
      case 'add-note':
      case 'explain':
      case 'person-data':
      case 'source':
        return withCurrent(() => openSheet(name));
      case 'find':
        if (!hasStory()) return run('search');
        desk.reading.find(true);
        return focusSoon('#find-words');
      case 'expand-all':
        return hasStory() ? desk.reading.turnAll() : undefined;
      case 'print':
        // What is before the owner is what he wants on paper; the plan prints as it stands.
        if (hasStory()) desk.reading.print(true);
        else if (place.getState().view.kind === 'day-plan') window.print();
        return undefined;
      case 'message-source':
        return desk.reading.showSource(
          messageAtHand() ?? conversation.store.getState().view?.messages.at(-1)?.id ?? null,
        );
      case 'promise':
        return withCurrent((item) =>
          item.promise?.state === 'proposed' ? desk.promises.watch(item.promise, item.who) : openSheet('promise'),
        );
      case 'promise-moment':
        return withCurrent(() => openSheet('promise'));
      case 'card':
        return turnCard(place);
      case 'contacts':
        place.setState({ view: { kind: 'contacts', address: null }, isReading: false });
        return focusSoon('#contact-search');
      case 'promises':
        return place.setState({ view: { kind: 'promises' }, isReading: false });
      case 'search':
        place.setState({ view: { kind: 'search' } });
        return focusSoon('#search-field');
      case 'queue':
        return place.setState({ view: { kind: 'desk' }, isReading: false });
      case 'outbox':
        return place.setState({ view: { kind: 'outbox' }, isReading: false });
      case 'trash':
      case 'report':
      case 'evening':
      case 'day-plan':
        return place.setState({ view: { kind: name }, isReading: false });
      case 'settings':
        return place.setState({ view: { kind: 'settings', tab: 'general' } });
      case 'acknowledgements':
        return place.setState({ view: { kind: 'settings', tab: 'acknowledgements' } });
      case 'learned':
        return place.setState({ view: { kind: 'settings', tab: 'learned' } });
      case 'pause-hour':
        return background(desk.pause.begin('hour'));
      case 'pause-tomorrow':
        return background(desk.pause.begin('tomorrow'));
      case 'pause-over':
        return background(desk.pause.end());
      case 'undo': {
        const notice = desk.notices.newestUndo();
        return notice === null ? undefined : background(desk.takeBack(notice));
      }
      case 'new-note':
      case 'add-account':
      case 'availability':
      case 'notifications':
      case 'palette':
      case 'keys':
        return openSheet(name);
      case 'go-overdue':
        return goTo('overdue');
      case 'go-now':
        return goTo('now');
      case 'go-soon':
        return goTo('soon');
      case 'go-waiting':
        return goTo('waiting');
      case 'go-snoozed':
        return goTo('snoozed');
      case 'go-fyi':
        return goTo('fyi');
      case 'go-done':
        return goTo('done');
    }
  };

  return {
    run,
    searchFor: (words) => {
      place.setState({ view: { kind: 'search' }, searchText: words });
      focusSoon('#search-field');
    },
    openConversation: (id, message) => {
      conversation.aimAt(message);
      place.setState({ view: { kind: 'desk' }, conversation: id, isReading: true });
    },
    insertCanned: (canned) => {
      const item = current();
      if (item === null) return place.setState({ view: { kind: 'settings', tab: 'canned' } });
      place.setState({ isReading: true });
      return desk.writing.wishCanned({ key: answerKey(item.conversation), canned });
    },
    openContact: (address) => place.setState({ view: { kind: 'contacts', address } }),
    current,
  };
}

/** Rooms with a conversation beside the list. */
const SHOWS_CONVERSATION: ReadonlySet<View['kind']> = new Set([
  'desk',
  'section',
  'search',
  'outbox',
  'promises',
  'trash',
]);

/** Lines of trash and outbox: buttons that name their conversation. One conversation may have two of them. */
function stepThroughLines(place: PlaceStore, by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.list-pane [data-conversation]')];
  const focused = lines.findIndex((line) => line === document.activeElement);
  const at = focused >= 0 ? focused : lines.findIndex((line) => line.getAttribute('aria-current') === 'true');
  const next = at < 0 ? lines[0] : lines[Math.max(0, Math.min(lines.length - 1, at + by))];
  if (next === undefined) return;
  next.focus();
  place.setState({ conversation: Number(next.dataset['conversation']) });
}

/** Out of the conversation, to the list; out of any other room, back to the desk. */
function leave(place: PlaceStore): void {
  const { view, isReading } = place.getState();
  const isInConversation = isReading || document.activeElement?.closest('.conversation') != null;
  place.setState({ isReading: false });
  if (view.kind !== 'desk' && view.kind !== 'section') {
    const line = isInConversation ? '.list-pane [aria-current=true], #search-field' : '';
    if (line !== '' && document.querySelector(line) !== null) return focusSoon(line);
    place.setState({ view: { kind: 'desk' } });
  }
  return focusSoon('#queue-list');
}

const hasStory = (): boolean => document.querySelector('.story [data-index]') !== null;

/** The message in which the focus is. */
function messageAtHand(): number | null {
  const [, id] = /^message-(\d+)$/.exec(document.activeElement?.closest('.message')?.id ?? '') ?? [];
  return id === undefined ? null : Number(id);
}

/** With the focus in it, so that Esc closes it again. */
function turnCard(place: PlaceStore): void {
  const isShown = document.getElementById('customer-card') !== null;
  place.setState({ isCardShown: !isShown });
  if (isShown) focusSoon('.story');
  else focusSoon('#customer-card');
}

/** A list that is fetched first is drawn some frames later than the room in which it stands. */
const FRAMES = 8;

/** At once where it is there: who types on must not have his first letters taken for keys. Else once React has drawn it. */
function focusSoon(selector: string, frames = FRAMES): void {
  if (!focusNow(selector) && frames > 0) requestAnimationFrame(() => focusSoon(selector, frames - 1));
}

function focusNow(selector: string): boolean {
  const element = document.querySelector(selector);
  if (element instanceof HTMLElement) element.focus();
  return element !== null && document.activeElement === element;
}
