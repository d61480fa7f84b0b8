// Puts the engine's rooms together: who gets what, who hears whom, in which order they start and stop. The one place that knows
// them all; each room itself knows only what it was handed.
import { join } from 'node:path';
import { ok } from '../../contract/errors.ts';
import { createAcknowledgements } from '../acknowledgements/acknowledgements.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { createProviderLookup } from '../accounts/provider-lookup.ts';
import { createCannedRoom } from '../canned/canned-room.ts';
import { createCardWords } from '../contacts/card-words.ts';
import { createContacts } from '../contacts/contacts.ts';
import { createCommitments } from '../commitments/commitments.ts';
import { createNotePromises } from '../commitments/note-promises.ts';
import { createConversations } from '../conversations/conversations.ts';
import { createStory } from '../conversations/story.ts';
import { connectedAccounts } from '../channels/manual/manual-account.ts';
import type { ParsePool } from '../channels/email/parse/parse-pool.ts';
import { createEvening } from '../evening/evening.ts';
import { createHandEntered } from '../hand-entered/hand-entered.ts';
import { createIngest } from '../ingest/ingest.ts';
import type { Ingest } from '../ingest/arrived.ts';
import { warmUpReading } from '../ingest/warm-up.ts';
import { createOwnerWord } from '../mail-source/owner-word.ts';
import { createLearning } from '../learning/learning.ts';
import { createOwnData } from '../own-data/own-data.ts';
import { createBackground } from '../ports/background.ts';
import type { Ports } from '../ports/ports.ts';
import { createQueue, type Queue } from '../queue/queue.ts';
import { createPublicMail } from '../accounts/public-mail.ts';
import { createRemoteContent } from '../remote-content/remote-content.ts';
import { createReport } from '../report/report.ts';
import { createReclock } from '../queue/reclock.ts';
import { createSettle, type Settle } from '../queue/settle.ts';
import { actOnReminder } from '../reminders/act-on-reminder.ts';
import { createReminders } from '../reminders/reminders.ts';
import { createMessageTrust } from '../sender-trust/message-trust.ts';
import { createAvailabilitySwitch } from '../settings/availability-switch.ts';
import { createSettings, type SettingsDesk } from '../settings/settings.ts';
import { createIndexMender } from '../search/index-mender.ts';
import { createSearch } from '../search/search.ts';
import { readDeskNews } from '../store/desk-news.ts';
import type { Store } from '../store/store.ts';
import { catchingUp } from '../sync/catching-up.ts';
import { createGroundWatch } from '../sync/ground-watch.ts';
import { createQuietWatch } from '../sync/quiet-watch.ts';
import { createSyncSupervisor } from '../sync/supervisor.ts';
import { createRunApart } from '../upkeep/run-apart.ts';
import { createEmptyTrash } from '../trash/empty-trash.ts';
import { createTrash } from '../trash/trash.ts';
import { createUpkeep } from '../upkeep/upkeep.ts';
import { OWN_WORD } from '../../contract/text/hand-entered-words.ts';
import { languageOf } from '../../contract/text/language.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { homeCountry, type HomeCountry } from '../../domain/contact/phone-number.ts';
import { answerAccounts } from './answer-accounts.ts';
import { answerDesk } from './answer-desk.ts';
import { answerQuestions } from './answer-questions.ts';
import { cannedFacts } from './canned-facts.ts';
import { createConnections } from './connections.ts';
import { deskFile } from './desk-files.ts';
import type { Handlers } from './engine.ts';
import type { EventLine } from './event-line.ts';
import { createForeignWatch } from './foreign-watch.ts';
import { hear } from './hear.ts';
import { createWritingRooms } from './writing-rooms.ts';

export type RoomsDeps = {
  readonly store: Store;
  readonly ports: Ports;
  readonly events: EventLine;
  readonly reader: ParsePool;
  readonly version: string;
  readonly assetsFolder: string;
  readonly systemLanguage: string;
  readonly desk: { readonly dataFolder: string; readonly isDemo: boolean; readonly clockOffsetMs: number };
  readonly remindsNobody: boolean;
};

export type Rooms = {
  readonly handlers: Handlers;
  readonly ingest: Ingest;
  readonly settings: SettingsDesk;
  /** The owner is at work: what can wait, waits. */
  readonly used: () => void;
  /** Watches mailboxes, sends, and reminds, until stopped. Without it, only what is asked for is done. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

/** When the window has asked for all it shows first. */
const WARM_UP_AFTER_MS = 1_500;

/** Threads that read mail, at most: with the engine's own and the window's, as many as an ordinary machine has. */
export const PARSE_THREADS = 2;

export function createRooms(deps: RoomsDeps): Rooms {
  const { store, ports, events, desk } = deps;
  const { clock, timers } = ports;
  const { emit } = events;
  const background = createBackground(ports.log);
  const settings = createSettings({ store, emit });
  const language = (): UiLanguage => languageOf(settings.get().language, deps.systemLanguage);

  // The queue must know what was settled, and what settles is handed to those who change something.
  let queue: Queue | null = null;
  const settle: Settle = createSettle({ store, clock, settings, onSettled: (ids) => queue?.mark(ids) });
  queue = createQueue({ store, clock, timers, emit, settings });
  const learning = createLearning({ store, clock });
  const notePromises = createNotePromises({ store, clock, settings });
  const ingest = createIngest({
    store,
    clock,
    emit,
    settle,
    notePromises,
    learned: learning.learnedHere,
  });

  const { signIns, connectorFor, passwordFor } = createConnections({
    ports,
    store,
    ingest,
    reader: deps.reader,
    settle,
    emit,
    background,
    checkEveryMinutes: () => settings.get().checkEveryMinutes,
    version: deps.version,
    language,
  });
  const supervisor = createSyncSupervisor({ store, connectorFor });
  const writing = createWritingRooms({
    store,
    ports,
    ingest,
    settle,
    settings,
    connectorFor,
    passwordFor,
    background,
    emit,
    learning,
    stateOf: supervisor.stateOf,
    content: (args) => conversations.handlers['attachment.content'](args),
  });
  const { outbox } = writing;
  const quiet = createQuietWatch({
    store,
    clock,
    timers,
    officeHours: settings.officeHours,
    stateOf: supervisor.stateOf,
    emit,
  });
  const accounts = createAccounts({
    ports,
    store,
    connectorFor,
    supervisor,
    signIns,
    settle,
    takeBack: (id) => void outbox.handlers['outbox.undo']({ id }),
    lookup: createProviderLookup({
      net: ports.net,
      providerFolder: join(deps.assetsFolder, 'mail-providers'),
      oauthClients: ports.oauthClients,
    }),
    emit,
    quietOf: (account) => quiet.quietOf(account),
    isDemo: desk.isDemo,
    onPassword: (account) => outbox.wake(account),
  });
  const conversations = createConversations({
    store,
    clock,
    emit,
    settle,
    queue,
    connectorFor,
    passwordFor,
    learn: learning.decided,
  });
  const handEntered = createHandEntered({
    store,
    clock,
    random: ports.random,
    ingest,
    notePromises,
    settle,
    emit,
    language,
    ownName: () => settings.get().me.name || connectedAccounts(store)[0]?.name || OWN_WORD[language()],
    home: () => homeCountry(settings.get().officeHours),
    findCards: (text, limit) => contacts.find(text, limit),
  });
  const evening = createEvening({
    store,
    clock,
    random: ports.random,
    settings,
    queue,
    decide: conversations.decide,
    takeBackAnswer: outbox.handlers['outbox.undo'],
  });
  const ownerWord = createOwnerWord({ store, clock, settle, emit });
  const cards = createCardWords(store);
  const search = createSearch({ store, cards, clock, settings });
  const mender = createIndexMender({ store, timers, log: ports.log });
  let isStarted = false;
  let cancelWarmUp = (): void => {};
  const report = createReport({ store, clock, timers, settings });
  const isCatchingUp = catchingUp(store, supervisor);
  const reminders = createReminders({ store, clock, timers, emit, settings, isCatchingUp });
  const acknowledgements = createAcknowledgements({
    store,
    ports,
    settings,
    ingest,
    settle,
    emit,
    background,
    look: outbox.look,
    letBe: (id) => void outbox.handlers['outbox.resolve']({ id, as: 'sent' }),
    isCatchingUp,
  });
  const reclock = createReclock({ store, clock, timers, settings, settle, emit });
  const canned = createCannedRoom({
    store,
    clock,
    timers,
    settings,
    language,
    emit,
    isCatchingUp,
    factsFor: (id, to) => cannedFacts(store, id, to),
  });
  const home = (): HomeCountry => homeCountry(settings.get().officeHours);
  const contacts = createContacts({ ...ports, store, cards, settings, queue, settle, emit, home, language });
  const ownData = createOwnData({
    store,
    clock,
    timers,
    random: ports.random,
    ingest,
    reader: deps.reader,
    settle,
    emit,
    settings,
    language,
    connectorFor,
    passwordFor,
    dataFolder: desk.dataFolder,
    deskFile,
    isDemo: desk.isDemo,
  });
  const foreign = createForeignWatch({ store, timers, folder: desk.dataFolder }, () => {
    settings.reread();
    learning.reread();
    canned.reread();
    supervisor.start();
    outbox.look();
    contacts.forget();
    for (const what of ['contacts', 'acknowledgements', 'accounts', 'drafts', 'queue'] as const) {
      emit({ kind: `${what}-changed` });
    }
  });

  const upkeep = createUpkeep({
    store,
    clock,
    timers,
    log: ports.log,
    emit,
    background,
    settings,
    emptyTrash: createEmptyTrash({
      store,
      clock,
      timers,
      random: ports.random,
      log: ports.log,
      emit,
      settle,
      peopleWent: contacts.forget,
    }),
    apart: createRunApart(),
    file: join(desk.dataFolder, deskFile),
    logFolder: join(desk.dataFolder, 'logs'),
    isDemo: desk.isDemo,
  });

  const ground = createGroundWatch({
    clock,
    timers,
    net: ports.net,
    onMoved: () => {
      ports.log('info', 'woke, or moved to another network');
      supervisor.reconnect();
      outbox.wake();
      reminders.resumed();
      emit({ kind: 'queue-changed' });
    },
  });

  const rooms = { queue, settle, outbox, supervisor, reminders, reclock, upkeep, acknowledgements };
  events.onEvent(({ event }) => {
    hear(rooms, event);
    writing.hear(event);
    contacts.hear(event);
  });

  const handlers: Handlers = {
    ...conversations.handlers,
    ...writing.handlers,
    ...createTrash({ store, clock, decide: conversations.decide, queue }).handlers,
    ...createStory({ store, connectorFor, passwordFor }),
    ...createCommitments({ store, clock, emit, settle }).handlers,
    ...learning.handlers,
    ...ownerWord.handlers,
    ...createRemoteContent({
      store,
      ports,
      emit,
      trustOf: createMessageTrust({ store, clock, ownName: () => settings.get().me.name }),
      isPublicMail: createPublicMail(join(deps.assetsFolder, 'mail-providers')),
    }).handlers,
    ...acknowledgements.handlers,
    ...evening.handlers,
    ...ownData.handlers,
    ...contacts.handlers,
    'data.erase': async (args) => {
      const erased = await ownData.handlers['data.erase'](args);
      contacts.forget();
      return erased;
    },
    ...upkeep.handlers,
    ...handEntered.handlers,
    ...canned.handlers,
    'learning.reset': (args) => {
      canned.forget();
      return learning.handlers['learning.reset'](args);
    },
    ...answerDesk({
      store,
      secrets: ports.secrets,
      about: { version: deps.version, ...desk },
      lastSeq: events.lastSeq,
      mender,
      isStarted: () => isStarted,
      connectorFor,
      passwordFor,
    }),
    'settings.get': () => ok(settings.get()),
    'settings.set': (part) => settings.set(part),
    ...createAvailabilitySwitch({ settings, clock }),
    ...answerAccounts(accounts, store),
    'sync.now': (args) => supervisor.syncNow(args),
    ...answerQuestions({ store, clock, settings, queue, report, language }),
    'reminders.looking': ({ conversation }) => {
      reminders.looking(conversation);
      return ok(null);
    },
    'reminders.act': (args) => actOnReminder({ store, clock, decide: conversations.handlers }, args),
    search: (args) => {
      // Nobody mends behind a command that ends at once.
      if (!isStarted) mender.mendAll();
      return ok(search(args));
    },
    'host.resumed': () => {
      outbox.slept();
      ground.told();
      return ok(null);
    },
  };

  return {
    handlers,
    ingest,
    settings,
    used: upkeep.used,
    start: () => {
      // What a desk that went back in time cannot be sure to have sent no longer counts as answered.
      if (readDeskNews(store.settings) !== null)
        settle(store.deliveries.inState('unknown').map((row) => row.conversation));
      upkeep.start();
      ownData.start();
      contacts.start();
      reclock.start();
      rooms.queue.start();
      supervisor.start();
      writing.start();
      acknowledgements.start();
      if (!deps.remindsNobody) reminders.start();
      foreign.start();
      quiet.start();
      mender.start();
      canned.start();
      isStarted = true;
      ground.start();
      cancelWarmUp = timers.after(WARM_UP_AFTER_MS, warmUpReading);
    },
    stop: async () => {
      cancelWarmUp();
      ground.stop();
      foreign.stop();
      quiet.stop();
      mender.stop();
      canned.stop();
      contacts.stop();
      await ownData.stop();
      reminders.stop();
      rooms.queue.stop();
      reclock.stop();
      await acknowledgements.stop();
      await Promise.all([upkeep.stop(), writing.stop(), supervisor.stop()]);
    },
  };
}
