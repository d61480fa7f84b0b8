// Puts the window's state together around one client, and keeps it fresh: which event makes us ask what again.
import type { i18n } from 'i18next';
import type { Failure } from '../../main/contract/errors.ts';
import type { Instant } from '../../main/domain/instant.ts';
import { everyWhileShown, laterThanTyping, type Attention } from '../client/attention.ts';
import { background } from '../client/background.ts';
import type { DeskClient, DeskEvent } from '../client/desk-client.ts';
import { every, later, machineNow } from '../client/machine-clock.ts';
import { createMoments, type Moments } from '../i18n/moments.ts';
import { failureWords } from '../i18n/trade-words.ts';
import { createConversationLoader, type ConversationLoader } from './conversation.ts';
import { createDecide, type Decide } from './decisions.ts';
import { createFactsRefresh, languageOf, type DeskFactsStore, type FactsRefresh } from './desk-facts.ts';
import { createLinks, type Links } from './links.ts';
import { createNotes, type Notes } from './notes.ts';
import { tellLooking } from './looking.ts';
import { createNotices, NOTICE_MS, type Notice, type Notices } from './notices.ts';
import { createPause, type PauseHand } from './pause.ts';
import { createPeopleHand, type PeopleHand } from './people.ts';
import { createPlaceStore, type PlaceStore } from './place.ts';
import { createPromises, type Promises } from './promises.ts';
import { createQueueLoader, type QueueLoader } from './queue.ts';
import { readAheadInList } from './read-ahead.ts';
import { createReading, type ReadingHand } from './reading.ts';
import { createSending, type Sending } from './sending.ts';
import { createWriting, type Writing } from './writing.ts';

export type Desk = {
  readonly client: DeskClient;
  readonly facts: DeskFactsStore;
  readonly refresh: FactsRefresh;
  readonly place: PlaceStore;
  readonly queue: QueueLoader;
  readonly conversation: ConversationLoader;
  readonly writing: Writing;
  readonly links: Links;
  readonly reading: ReadingHand;
  readonly notices: Notices;
  /** What this line says was done, and says so to who does not see the line go. */
  readonly takeBack: (notice: Notice) => Promise<void>;
  readonly decide: Decide;
  readonly sending: Sending;
  readonly promises: Promises;
  readonly people: PeopleHand;
  readonly pause: PauseHand;
  readonly notes: Notes;
  readonly moments: () => Moments;
  readonly deskNow: () => Instant;
  readonly tellFailure: (error: Failure) => void;
  readonly stop: () => void;
};

export type DeskDeps = {
  readonly client: DeskClient;
  readonly facts: DeskFactsStore;
  readonly texts: i18n;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly attention: Attention;
};

/** While mail streams in, the list follows a few times a second and no more: each refresh costs the engine a query. */
const LIST_PACE_MS = 250;
/** Words such as "nog 40 min" change by the minute; ten seconds keeps them honest. */
const CLOCK_PACE_MS = 10_000;
const NOTICE_PACE_MS = 500;

export function createDesk({ client, facts, texts, storage, attention }: DeskDeps): Desk {
  const refresh = createFactsRefresh(client, facts);
  const place = createPlaceStore(storage);
  const queue = createQueueLoader(client);
  const reading = createReading();
  const notices = createNotices();
  const deskNow = (): Instant => machineNow() + facts.getState().status.clockOffsetMs;
  const moments = (): Moments =>
    createMoments(languageOf(facts.getState()), facts.getState().settings.officeHours.zone, deskNow());
  const tellFailure = (error: Failure): void => {
    const { sentence } = failureWords(languageOf(facts.getState()), error);
    notices.add({ text: sentence, failure: error, until: machineNow() + 2 * NOTICE_MS, leaving: null, undo: null });
  };
  const writing = createWriting({ client, texts, place, notices, tellFailure });
  const conversation = createConversationLoader({ client, writing, reading });
  const links = createLinks({ client, texts, notices, place, writing, tellFailure });
  const decide = createDecide({ client, texts, moments, place, queue, conversation, notices, tellFailure });
  const notes = createNotes({
    client,
    texts,
    place,
    queue,
    conversation,
    writing,
    notices,
    tellFailure,
    refreshAll: refresh.all,
  });
  const promises = createPromises({ client, texts, moments, queue, conversation, notices, tellFailure });
  const refreshDeliveries = refresh.deliveries;
  const sending = createSending({
    client,
    texts,
    moments,
    deskNow,
    place,
    conversation,
    writing,
    notices,
    tellFailure,
    refreshDeliveries,
  });

  const listSoon = laterThanTyping(LIST_PACE_MS, attention, () =>
    background(Promise.all([queue.refresh(), countAndAnnounce()])),
  );
  const conversationSoon = later(LIST_PACE_MS, () => background(conversation.refresh()), 'steady');
  const draftsSoon = later(LIST_PACE_MS, () => background(writing.refreshRows()), 'steady');

  const countAndAnnounce = async (): Promise<void> => {
    const before = facts.getState().counts.overdue;
    await refresh.counts();
    const more = facts.getState().counts.overdue - before;
    if (more > 0) facts.setState({ announcement: texts.t('app.newOverdue', { count: more }) });
  };

  const lastFailure = () => notices.store.getState().notices.findLast(({ failure }) => failure !== null)?.id;
  const takeBack = async ({ id, text, undo, leaving }: Notice): Promise<void> => {
    if (undo === null) return;
    const before = lastFailure();
    notices.remove(id);
    await undo();
    // What comes back late by the owner's own hand is no news to him.
    await refresh.counts();
    // A failure says so itself, and so does an answer that was called back.
    if (leaving === null && lastFailure() === before)
      facts.setState({ announcement: texts.t('notice.undone', { text }) });
  };

  const refreshAll = async (): Promise<void> => {
    await Promise.all([refresh.all(), queue.refresh(), conversation.refresh(), writing.refreshRows()]);
  };

  /** What was read ahead holds no longer. */
  const outdate = (event: DeskEvent): void => {
    if (event.kind === 'conversations-changed') conversation.outdate(event.conversations);
    else if (event.kind === 'conversation-read') conversation.outdate([event.conversation]);
    else conversation.outdate(null);
  };

  const hear = (event: DeskEvent): void => {
    outdate(event);
    switch (event.kind) {
      case 'conversations-changed': {
        listSoon.soon();
        const { id } = conversation.store.getState();
        if (id !== null && event.conversations.includes(id)) conversationSoon.soon();
        return;
      }
      case 'conversation-read':
        // Nothing to ask: at each step through unread mail the whole list would be.
        queue.markRead(event.conversation);
        conversation.markRead(event.conversation);
        return;
      case 'queue-changed':
        listSoon.soon();
        return;
      case 'accounts-changed':
        background(refresh.accounts());
        return;
      case 'account-state':
        facts.setState(({ accounts }) => ({
          accounts: accounts.map((account) =>
            account.id === event.account ? { ...account, state: event.state } : account,
          ),
        }));
        return;
      case 'delivery-changed':
        background(refresh.deliveries());
        listSoon.soon();
        if (event.delivery.conversation === conversation.store.getState().id) conversationSoon.soon();
        return;
      case 'settings-changed':
        background(refresh.settings());
        listSoon.soon();
        return;
      case 'canned-changed':
        background(refresh.canned());
        return;
      case 'connection-test':
        facts.setState(({ testSteps }) => ({
          testSteps: { ...testSteps, [event.testId]: [...(testSteps[event.testId] ?? []), event.step] },
        }));
        return;
      case 'open-browser':
        // The shell opens it; the window shows the address for when no browser comes.
        facts.setState(({ signInPages }) => ({ signInPages: { ...signInPages, [event.testId]: event.url } }));
        return;
      case 'trouble':
        facts.setState({ trouble: event.error });
        return;
      case 'trouble-over':
        facts.setState(({ trouble }) => ({ trouble: trouble?.code === event.code ? null : trouble }));
        return;
      case 'send-later-cancelled':
        notices.add({
          text: texts.t('notice.sendLaterCancelled'),
          failure: null,
          until: null,
          conversation: event.conversation,
          leaving: null,
          undo: null,
        });
        background(refresh.deliveries());
        if (event.conversation === conversation.store.getState().id) conversationSoon.soon();
        return;
      case 'drafts-changed':
        draftsSoon.soon();
        return;
      case 'events-missed':
        background(refreshAll());
        return;
      case 'storage-changed':
      case 'acknowledgements-changed':
      case 'contacts-changed':
      case 'own-data-progress':
        // Its room in the settings listens by itself.
        return;
      case 'message-stored':
      case 'reminders':
        // conversations-changed comes with it; the notification itself is the shell's.
        return;
      default:
        event satisfies never;
    }
  };

  const stops = [
    client.onEvent(hear),
    client.onShellEvent((event) => {
      if (event.kind === 'engine-restarting') facts.setState({ isEngineAway: true });
      if (event.kind === 'engine-ready') {
        facts.setState({ isEngineAway: false, trouble: null });
        background(refreshAll());
      }
    }),
    place.subscribe((now, before) => {
      if (now.conversation !== before.conversation) background(conversation.show(now.conversation));
      if (now.view !== before.view) background(queue.show(now.view));
    }),
    everyWhileShown(CLOCK_PACE_MS, attention, () => facts.setState({ now: deskNow() })),
    whileAny(notices, () => every(NOTICE_PACE_MS, () => notices.expire(machineNow()))),
    tellLooking(client, place, attention),
    readAheadInList({ place, queue, want: conversation.readAhead }),
    listSoon.cancel,
    conversationSoon.cancel,
    draftsSoon.cancel,
  ];
  const { view, conversation: selected } = place.getState();
  background(queue.show(view));
  background(conversation.show(selected));
  background(writing.refreshRows());

  return {
    client,
    facts,
    refresh,
    place,
    queue,
    conversation,
    reading,
    writing,
    links,
    notices,
    takeBack,
    decide,
    promises,
    people: createPeopleHand({ client, texts, notices, tellFailure }),
    sending,
    pause: createPause({ client, facts, deskNow, tellFailure }),
    notes,
    moments,
    deskNow,
    tellFailure,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Runs what `begin` starts while there is any notice. */
function whileAny({ store }: Notices, begin: () => () => void): () => void {
  let stop: (() => void) | null = null;
  const follow = (): void => {
    const hasAny = store.getState().notices.length > 0;
    if (hasAny === (stop !== null)) return;
    stop?.();
    stop = hasAny ? begin() : null;
  };
  const forget = store.subscribe(follow);
  follow();
  return () => {
    forget();
    stop?.();
  };
}
