// For tests: a desk with one account, a clock that moves when told, and messages with quiet defaults.
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { MessageRowId, QueueItem } from '../../contract/views.ts';
import type { Address } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import { createNotePromises } from '../commitments/note-promises.ts';
import { createLearning, type Learning } from '../learning/learning.ts';
import { createFakePorts, type FakePorts } from '../ports/fake-ports.ts';
import { createQueue, type Queue } from '../queue/queue.ts';
import { createSettle, type Settle } from '../queue/settle.ts';
import { createSettings, type SettingsDesk } from '../settings/settings.ts';
import type { AccountRow } from '../store/account-table.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import type { ArrivedMessage, Ingest } from './arrived.ts';
import { createIngest } from './ingest.ts';

export type FakeDesk = {
  readonly store: Store;
  readonly ports: FakePorts;
  readonly settings: SettingsDesk;
  readonly settle: Settle;
  readonly queue: Queue;
  readonly ingest: Ingest;
  readonly learning: Learning;
  readonly events: EngineEvent[];
  readonly inbox: number;
  readonly sent: number;
  /** A customer's message into the inbox; answers its row. */
  readonly receive: (mail: Partial<ParsedMail> & SampleFacts) => MessageRowId;
  /** An answer of ours, seen in Sent. */
  readonly sentElsewhere: (mail: Partial<ParsedMail> & SampleFacts) => MessageRowId;
  readonly conversationOf: (row: MessageRowId) => number;
  readonly item: (row: MessageRowId) => QueueItem;
};

export type SampleFacts = { readonly at?: Instant; readonly flags?: readonly string[]; readonly uid?: number };

export const OWNER: Address = { name: 'Fietsen Mertens', address: 'info@fietsenmertens.be' };
export const CUSTOMER: Address = { name: 'Jan Peeters', address: 'jan@peeters.be' };

/** Tuesday 12 May 2026, 10:00 in Brussels; the shop opens at 9:00. */
export const TUESDAY_TEN: Instant = Date.parse('2026-05-12T08:00:00Z');

export const sampleAccount = (createdAt: Instant): AccountRow => ({
  id: 'mertens',
  connector: 'email',
  email: OWNER.address,
  name: OWNER.name,
  user: OWNER.address,
  imap: { host: 'localhost', port: 993, security: 'tls' },
  smtp: { host: 'localhost', port: 465, security: 'tls' },
  ca: null,
  plainAllowed: false,
  keep: 'session',
  colour: 0,
  isPaused: false,
  queueFrom: createdAt,
  oauthProvider: null,
  historyFrom: 0,
  archiveDone: false,
  detachedAt: null,
  createdAt,
  addresses: [OWNER.address],
});

export const sampleMail = (mail: Partial<ParsedMail>): ParsedMail => ({
  subject: 'Vraag over een fiets',
  from: [CUSTOMER],
  to: [OWNER],
  cc: [],
  bcc: [],
  replyTo: [],
  date: null,
  messageId: null,
  inReplyTo: [],
  references: [],
  text: 'Is de blauwe fiets nog te koop?',
  html: null,
  headers: {},
  attachments: [],
  kind: 'human',
  note: null,
  ...mail,
});

export type FakeDeskOptions = { readonly now?: Instant; readonly queueFrom?: Instant; readonly file?: string };

export function createFakeDesk({ now = TUESDAY_TEN, queueFrom, file = ':memory:' }: FakeDeskOptions = {}): FakeDesk {
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.detail);
  const store = opened.value;
  const ports = createFakePorts(now);
  const events: EngineEvent[] = [];
  const emit = (event: EngineEvent): void => void events.push(event);
  const settings = createSettings({ store, emit });
  const quiet: Partial<Settings> = {
    officeHours: { ...DEFAULT_SETTINGS.officeHours, zone: 'Europe/Brussels', holidays: 'none' },
  };
  settings.set(quiet);
  const queue = createQueue({ store, clock: ports.clock, timers: ports.timers, emit, settings });
  const settle = createSettle({ store, clock: ports.clock, settings, onSettled: queue.mark });
  const notePromises = createNotePromises({ store, clock: ports.clock, settings });
  const learning = createLearning({ store, clock: ports.clock });
  const ingest = createIngest({
    store,
    clock: ports.clock,
    emit,
    settle,
    notePromises,
    learned: learning.learnedHere,
  });
  const account = sampleAccount(queueFrom ?? now - 30 * 24 * 3_600_000);
  // A desk on disk may be opened once more.
  if (store.accounts.get(account.id) === null) store.accounts.add(account);
  const boxes = store.mailboxes.relist(account.id, [
    { path: 'INBOX', role: 'inbox', isSynced: true },
    { path: 'Sent', role: 'sent', isSynced: true },
  ]);
  for (const box of boxes) if (box.uidValidity === null) store.mailboxes.renumber(box.id, '1');
  const inbox = boxes.find(({ role }) => role === 'inbox')?.id ?? 0;
  const sent = boxes.find(({ role }) => role === 'sent')?.id ?? 0;
  let drawn = 0;
  const arrive = (mailboxId: number, direction: 'in' | 'out', facts: Partial<ParsedMail> & SampleFacts): number => {
    const { at = ports.clock.now(), flags = [], uid, ...mail } = facts;
    drawn += 1;
    const message: ArrivedMessage = {
      account: account.id,
      channel: 'email',
      direction,
      at,
      size: 1_000,
      mail: sampleMail({ messageId: `m${drawn}@example`, ...mail }),
      place: { mailboxId, uid: uid ?? drawn, flags },
    };
    return ingest([message]).rows[0] ?? 0;
  };
  const conversationOf = (row: MessageRowId): number => store.messages.get(row)?.conversation ?? 0;

  return {
    store,
    ports,
    settings,
    settle,
    queue,
    ingest,
    learning,
    events,
    inbox,
    sent,
    receive: (mail) => arrive(inbox, 'in', mail),
    sentElsewhere: (mail) =>
      arrive(sent, 'out', {
        from: [OWNER],
        to: [CUSTOMER],
        subject: 'Re: Vraag over een fiets',
        text: 'Ja hoor.',
        ...mail,
      }),
    conversationOf,
    item: (row) => {
      const item = queue.item(conversationOf(row));
      if (item === null) throw new Error('no such conversation');
      return item;
    },
  };
}
