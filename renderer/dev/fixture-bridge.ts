// A desk without an engine: answers the contract's commands from invented data, and remembers what was done until the page
// is left. Nothing here may be relied on for how the engine decides; it only gives the window something true to its types.
import type { BalieBridge } from '../../main/contract/bridge.ts';
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { EngineEvent, NumberedEvent } from '../../main/contract/events.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../main/contract/settings.ts';
import type { ShellCommandArgs, ShellCommandName, ShellCommandValue } from '../../main/contract/shell-commands.ts';
import type { MessageView, OAuthProvider, QueueCounts, QueueItem } from '../../main/contract/views.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import { NO_DECISIONS } from '../../main/domain/queue/decisions.ts';
import { SECTIONS, type Section } from '../../main/domain/queue/sections.ts';
import { machineNow } from '../client/machine-clock.ts';
import { accountsFor, conversationView, ME, queueItem, storiesFor } from './fixture-desk.ts';
import { FIXTURE_NOW, sceneNow, type Scene } from './fixture-scenes.ts';
import { createFixtureOutbox } from './fixture-outbox.ts';
import { FIXTURE_DESKTOP, FIXTURE_GIVEN } from './fixture-notifications.ts';
import { FIXTURE_MAILBOXES } from './fixture-mailboxes.ts';
import { acknowledgedStory, createFixtureAcknowledgements } from './fixture-acknowledgements.ts';
import { createFixtureCanned } from './fixture-canned.ts';
import { createFixtureAvailability } from './fixture-availability.ts';
import { createFixtureContacts, FIXTURE_CARDS } from './fixture-contacts.ts';
import { createFixtureFiles } from './fixture-files.ts';
import { createFixtureInvitations } from './fixture-invitation.ts';
import { createFixtureEvening } from './fixture-evening.ts';
import { createFixtureNotes } from './fixture-notes.ts';
import { createFixtureCommitments } from './fixture-commitments.ts';
import { createFixtureLearning } from './fixture-learning.ts';
import { createFixtureRemote } from './fixture-remote.ts';
import { createFixtureReport } from './fixture-report.ts';
import { createFixtureOwnData, FIXTURE_IMPORT, fixtureExport } from './fixture-own-data.ts';
import { createFixtureSources } from './fixture-sources.ts';
import { FIXTURE_SIGNATURES } from './fixture-signatures.ts';
import { createFixtureStorage, NEWS } from './fixture-storage.ts';
import { createFixtureTrash } from './fixture-trash.ts';
import { createFixtureStory } from './fixture-story.ts';
import { searchFixture } from './fixture-answers.ts';

type Wish = { readonly scene: Scene; readonly language: UiLanguage; readonly theme: 'light' | 'dark' };
type Handlers = {
  readonly [Name in CommandName]: (
    args: CommandArgs<Name>,
  ) => Result<CommandValue<Name>> | Promise<Result<CommandValue<Name>>>;
};
type ShellHandlers = {
  readonly [Name in ShellCommandName]: (args: ShellCommandArgs<Name>) => Result<ShellCommandValue<Name>>;
};

export type FixtureBridge = BalieBridge & {
  /** Lets a test play the engine: tells the window something. */
  readonly tell: (event: EngineEvent) => void;
};

export function createFixtureBridge({ scene, language, theme }: Wish): FixtureBridge {
  const stories = [...storiesFor(scene)];
  const gone = new Set<number>();
  let hasNotes = false;
  const accounts = accountsFor(scene);
  const place = new Map<number, Section>();
  const vip = new Map<number, boolean>();
  const sent = new Map<number, MessageView[]>();
  const listeners = new Set<(numbered: NumberedEvent) => void>();
  const acknowledged = stories.findIndex(({ who }) => who === 'Sofie Vermeulen');
  const story = stories[acknowledged];
  if (story !== undefined) sent.set(acknowledged + 1, [acknowledgedStory(queueItem(story, acknowledged))]);
  let autostart = FIXTURE_DESKTOP.autostart;
  let seq = 0;
  let settings: Settings = {
    ...DEFAULT_SETTINGS,
    language,
    theme,
    officeHours: { ...DEFAULT_SETTINGS.officeHours, zone: 'Europe/Brussels', holidays: 'BE' },
    me: { name: ME.name, phone: '09 123 45 67' },
    signatures: FIXTURE_SIGNATURES,
  };
  const offset = sceneNow(scene) - machineNow();
  const tell = (event: EngineEvent): void => {
    seq += 1;
    for (const listener of listeners) listener({ seq, event });
  };
  const evening = createFixtureEvening({
    scene,
    items: () => items(),
    deliveries: () => outbox.deliveries(),
    takeBack: (id) => {
      const undone = outbox.takeBack(id);
      return undone.ok ? (undone.value.draft?.text ?? '') : '';
    },
    onDecided: (id) => tell({ kind: 'conversations-changed', conversations: [id] }),
  });
  const items = (): readonly QueueItem[] =>
    stories.map((story, index) => {
      const item = queueItem(story, index);
      const delivery =
        outbox.deliveries().find(({ conversation }) => conversation === item.conversation)?.state ?? null;
      const plannedAt = evening.plannedAt(item.conversation);
      const promise = commitments.standing(item.conversation);
      return { ...item, delivery, plannedAt, promise, section: place.get(item.conversation) ?? item.section };
    });
  const commitments = createFixtureCommitments(
    sceneNow(scene),
    () => stories.map((story, index) => queueItem(story, index)),
    (id) => tell({ kind: 'conversations-changed', conversations: [id] }),
  );
  const move = (id: number, section: Section) => {
    place.set(id, section);
    tell({ kind: 'conversations-changed', conversations: [id] });
    return ok(NO_DECISIONS);
  };
  const outbox = createFixtureOutbox({
    scene,
    begun: stories.map((told, index) => queueItem(told, index)),
    items: () => items(),
    sent,
    undoUntil: () => machineNow() + offset + settings.undoSeconds * 1_000,
    onLeft: (id) => void move(id, 'waiting'),
    onBack: (id) => {
      place.delete(id);
      tell({ kind: 'queue-changed' });
    },
    tell,
  });
  const account = () => {
    const [first] = accounts;
    return first === undefined ? failed('not-found', 'never', 'no account') : ok(first);
  };

  /** The owner's browser never comes back here; a test, or somebody looking, stops the waiting. */
  const signIns = new Map<string, () => void>();
  const atSignInPage = (testId: string, provider: OAuthProvider): Promise<Result<never>> => {
    const url = `https://aanmelden.example/${provider}?state=7e57`;
    tell({ kind: 'open-browser', testId, provider, url });
    return new Promise((resolve) => {
      signIns.set(testId, () => resolve(failed('sign-in-stopped', 'user', 'stopped')));
    });
  };

  const lastSaid = (id: number): string => {
    const [told, item] = [stories[id - 1], items()[id - 1]];
    const messages = told === undefined || item === undefined ? [] : conversationView(told, item, []).messages;
    return messages.findLast(({ direction }) => direction === 'in')?.ownText ?? '';
  };
  const files = createFixtureFiles((id) => {
    const story = stories[Math.floor(id / 1_000) - 1];
    return story?.files?.[(id % 1_000) - 901] ?? null;
  });
  const trash = createFixtureTrash(
    gone,
    (id) => items()[id - 1],
    () => tell({ kind: 'queue-changed' }),
  );
  const handlers: Handlers = {
    'desk.status': () =>
      ok({
        version: '0.1.0',
        dataFolder: '/home/tom/.local/share/balie',
        isDemo: scene === 'demo',
        clockOffsetMs: offset,
        secrets: 'keychain',
        secretsTrouble: null,
        lastEventSeq: seq,
        hasNotes,
        news: scene === 'trouble' ? NEWS : null,
      }),
    'desk.check': () =>
      ok({
        ok: true,
        integrity: 'ok',
        messages: 0,
        conversations: 0,
        outbox: { queued: 0, sending: 0, sent: 0, failed: 0, unknown: 0 },
        gaps: [],
      }),
    ...evening.handlers,
    ...createFixtureStorage(),
    ...createFixtureReport(FIXTURE_NOW),
    ...createFixtureRemote(stories, () => tell({ kind: 'settings-changed' })),
    ...commitments.handlers,
    ...createFixtureLearning(),
    'settings.get': () => ok(settings),
    'settings.set': (part) => {
      const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
      settings = { ...settings, ...given };
      return ok(settings);
    },
    ...createFixtureAvailability(
      () => settings,
      (part) => {
        settings = { ...settings, ...part };
        tell({ kind: 'settings-changed' });
      },
    ),
    'accounts.list': () => ok(accounts),
    'accounts.suggest': ({ email }) =>
      ok(
        email.endsWith('onbekend.be')
          ? null
          : {
              provider: email.endsWith('gmail.com') ? 'Gmail' : email.endsWith('outlook.com') ? 'Microsoft' : 'Telenet',
              source: 'ispdb',
              imap: { host: 'imap.telenet.be', port: 993, security: 'tls' },
              smtp: { host: 'smtp.telenet.be', port: 587, security: 'starttls' },
              user: email,
              signIn: email.endsWith('gmail.com')
                ? 'app-password'
                : email.endsWith('outlook.com')
                  ? 'browser-only'
                  : 'password',
              helpUrl: 'https://support.google.com/accounts/answer/185833',
              oauth: email.endsWith('outlook.com')
                ? { provider: 'microsoft', isSetUp: email.startsWith('klaar') }
                : email.endsWith('gmail.com')
                  ? { provider: 'google', isSetUp: false }
                  : null,
            },
      ),
    'accounts.test': () => ok({ imap: { capabilities: [], mailboxes: 2, messages: 10 }, smtp: { maxBytes: null } }),
    'accounts.add': ({ testId, draft }) => {
      if (draft.oauth !== undefined && draft.oauth !== null) {
        tell({ kind: 'connection-test', testId, step: 'browser' });
        return atSignInPage(testId, draft.oauth);
      }
      tell({ kind: 'connection-test', testId, step: 'imap-connect' });
      tell({ kind: 'connection-test', testId, step: 'imap-sign-in' });
      return failed('wrong-password', 'user', 'NO [AUTHENTICATIONFAILED] Invalid credentials');
    },
    'accounts.edit': account,
    'accounts.signInAgain': ({ testId }) => atSignInPage(testId, 'microsoft'),
    'accounts.stopSignIn': ({ testId }) => {
      signIns.get(testId)?.();
      return ok(null);
    },
    'accounts.remove': () => ok(null),
    'accounts.setPassword': account,
    'accounts.setPaused': account,
    'accounts.mailboxes': () => ok(FIXTURE_MAILBOXES),
    'sync.now': () => ok({ added: 0, updated: 0, removed: 0, messages: 0, bytesIn: 0, ms: 1 }),
    'queue.list': ({ section, offset: from, limit }) => {
      const found = items().filter(
        (item) => !gone.has(item.conversation) && (section === null || item.section === section),
      );
      return ok({ items: found.slice(from, from + limit), total: found.length });
    },
    'queue.counts': () => {
      const of = (section: Section): number =>
        items().filter((item) => !gone.has(item.conversation) && item.section === section).length;
      return ok(Object.fromEntries(SECTIONS.map((section) => [section, of(section)])) as QueueCounts);
    },
    'queue.tray': () => ok({ overdue: 2, now: 5, late: [], next: [] }),
    'message.conversation': ({ id }) => ok(id),
    'reminders.recent': () => ok(scene === 'empty' ? [] : FIXTURE_GIVEN),
    'reminders.looking': () => ok(null),
    'reminders.act': () => ok(null),
    'conversation.open': ({ id, newest = Infinity }) => {
      const story = stories[id - 1];
      const item = items()[id - 1];
      if (story === undefined || item === undefined) return failed('not-found', 'never', `conversation ${id}`);
      const view = conversationView(story, item, sent.get(id) ?? []);
      const customer = { ...view.customer, isVip: vip.get(id) ?? view.customer.isVip };
      const messages = view.messages.slice(-newest);
      return ok({
        ...view,
        decisions: { ...view.decisions, ...trash.decided(id) },
        messages,
        commitments: commitments.of(id),
        customer,
        draft: outbox.drafts.answerIn(id),
      });
    },
    ...createFixtureStory((id) => {
      const story = stories[id - 1];
      const item = items()[id - 1];
      return story === undefined || item === undefined
        ? null
        : conversationView(story, item, sent.get(id) ?? []).messages;
    }, items),
    'conversation.markRead': () => ok(null),
    'conversation.markUnread': () => ok(null),
    'conversation.done': ({ id }) => move(id, 'done'),
    'conversation.reopen': ({ id }) => move(id, 'now'),
    'conversation.snooze': ({ id }) => move(id, 'snoozed'),
    'conversation.plan': ({ id, at }) => {
      evening.plan(id, at);
      tell({ kind: 'conversations-changed', conversations: [id] });
      return ok(NO_DECISIONS);
    },
    'conversation.setReplyBy': () => ok(NO_DECISIONS),
    'conversation.followUp': () => ok(NO_DECISIONS),
    'conversation.sortAs': ({ id, as }) => move(id, as === 'fyi' ? 'fyi' : 'now'),
    ...trash.handlers,
    'conversation.restore': ({ id }) => {
      trash.putBack(id);
      place.delete(id);
      return ok(null);
    },
    ...createFixtureContacts({ items, commitments: commitments.of, tell }),
    'contact.setVip': ({ address, isVip }) => {
      for (const [index, story] of stories.entries()) if (story.address === address) vip.set(index + 1, isVip);
      return ok(null);
    },
    ...files.handlers,
    ...createFixtureInvitations((message, text) => outbox.answer(Math.floor(message / 1_000), text, null)),
    ...outbox.handlers,
    ...createFixtureAcknowledgements(scene, () => tell({ kind: 'acknowledgements-changed' })),
    ...createFixtureSources(),
    ...createFixtureCanned({ items, said: lastSaid, changed: () => tell({ kind: 'canned-changed' }) }),
    search: ({ query }) => ok(searchFixture(items(), query)),
    'when.parse': () => ok(FIXTURE_NOW),
    'host.resumed': () => ok(null),
    ...createFixtureOwnData(),
    ...createFixtureNotes({
      stories,
      addStory: (story) => {
        stories.push(story);
        tell({ kind: 'queue-changed' });
        return stories.length;
      },
      setGone: (conversation, isGone) => void (isGone ? gone.add(conversation) : gone.delete(conversation)),
      said: (conversation) => sent.get(conversation) ?? [],
      say: (conversation, messages) => void sent.set(conversation, [...messages]),
      move,
      answered: outbox.drafts.drop,
      begin: () => {
        hasNotes = true;
      },
    }),
  };
  const shell: ShellHandlers = {
    'shell.info': () => ok({ platform: 'linux', systemLanguage: language, prefersDark: theme === 'dark' }),
    'shell.openLink': ({ url }) => ok(/^(https?|mailto|tel|sms):/.test(url)),
    ...files.shell,
    'shell.saveMail': () => failed('offline', 'auto', 'fixture'),
    'shell.saveDayPlan': () => ok('/home/tom/Downloads/balie 2026-05-13.ics'),
    'shell.saveInvitation': () => ok('/home/tom/Downloads/Plaatsbezoek.ics'),
    'shell.openInvitation': () => ok(null),
    'shell.saveCanned': () => ok('/home/tom/Downloads/standaardantwoorden.csv'),
    'shell.saveReport': () => ok('/home/tom/Downloads/balie 2026-04-16.csv'),
    'shell.importMail': () => ok(FIXTURE_IMPORT),
    'shell.chooseCards': () => ok(FIXTURE_CARDS),
    'shell.importCards': () => ok(FIXTURE_CARDS),
    'shell.saveCards': () => ok('/home/tom/Downloads/contact.vcf'),
    'shell.exportData': ({ contact }) => ok(fixtureExport(contact)),
    'shell.takeErrand': () => ok(null),
    'shell.desktop': () => ok({ ...FIXTURE_DESKTOP, autostart }),
    'shell.setAutostart': ({ isOn }) => {
      autostart = { kind: isOn ? 'on' : 'off' };
      return ok(autostart);
    },
    'shell.openDataFolder': () => ok(null),
    'shell.restoreBackup': () => failed('store-damaged', 'user', 'fixture'),
    'shell.enterDemo': () => ok(null),
    'shell.leaveDemo': () => ok(null),
  };
  return {
    call: async (name, args) => handlers[name](args),
    shell: async (name, args) => shell[name](args),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onShellEvent: () => () => undefined,
    tell,
  };
}
