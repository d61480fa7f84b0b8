// A desk with one account and one customer's letter, around a real store and the real outbox; what lies beyond the wire is the test's.
import { createNotePromises } from '../../main/engine/commitments/note-promises.ts';
import { createIngest } from '../../main/engine/ingest/ingest.ts';
import { createDrafts, type Drafts } from '../../main/engine/drafts/drafts.ts';
import { createOutbox, type Outbox, type OutboxDeps } from '../../main/engine/outbox/outbox.ts';
import { createBackground } from '../../main/engine/ports/background.ts';
import type { Ports } from '../../main/engine/ports/ports.ts';
import { createSettle } from '../../main/engine/queue/settle.ts';
import { createSettings } from '../../main/engine/settings/settings.ts';
import type { AccountRow } from '../../main/engine/store/account-table.ts';
import { openStore } from '../../main/engine/store/open-store.ts';
import type { Store } from '../../main/engine/store/store.ts';
import type { EngineEvent } from '../../main/contract/events.ts';
import type { ParsedMail } from '../../main/engine/channels/parsed-mail.ts';
import { failed, ok } from '../../main/contract/errors.ts';

export const OWN_ADDRESS = 'info@dewinkel.example';

export const deskAccount = (change: Partial<AccountRow> = {}): AccountRow => ({
  id: 'a1',
  connector: 'email',
  email: OWN_ADDRESS,
  name: 'De Winkel',
  user: OWN_ADDRESS,
  imap: { host: '127.0.0.1', port: 1, security: 'plain' },
  smtp: { host: '127.0.0.1', port: 1, security: 'plain' },
  ca: null,
  plainAllowed: false,
  keep: 'session',
  colour: 0,
  isPaused: false,
  queueFrom: 0,
  oauthProvider: null,
  historyFrom: 0,
  archiveDone: false,
  detachedAt: null,
  createdAt: 0,
  addresses: [OWN_ADDRESS],
  ...change,
});

export const customerMail = (change: Partial<ParsedMail> = {}): ParsedMail => ({
  subject: 'Offerte voor een tuinhuis',
  from: [{ name: 'Jan van den Berg', address: 'jan@klant.example' }],
  to: [{ name: '', address: OWN_ADDRESS }],
  cc: [],
  bcc: [],
  replyTo: [],
  date: null,
  messageId: 'vraag@klant.example',
  inReplyTo: [],
  references: [],
  text: 'Dag,\n\nKunt u mij een offerte sturen?\n\nJan\n',
  html: null,
  headers: {},
  attachments: [],
  kind: 'human',
  note: null,
  ...change,
});

export type OutboxDesk = {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly events: readonly EngineEvent[];
  /** Brings a letter in as sync does; answers its conversation. */
  readonly receive: (mail?: Partial<ParsedMail>) => number;
};

export function openOutboxDesk(
  ports: Ports,
  beyond: Pick<OutboxDeps, 'connectorFor'> & Partial<Pick<OutboxDeps, 'passwordFor'>>,
  options: {
    readonly file?: string;
    /** A desk that is open already, as a program that starts again finds it. */
    readonly store?: Store;
    readonly account?: AccountRow;
    /** Puts a fault between the outbox and its store. */
    readonly disturb?: (store: Store) => Store;
  } = {},
): OutboxDesk {
  const opened = options.store === undefined ? openStore(options.file ?? ':memory:') : ok(options.store);
  if (!opened.ok) throw new Error(opened.error.detail);
  const store = opened.value;
  const account = options.account ?? deskAccount();
  if (store.accounts.get(account.id) === null) store.accounts.add(account);
  const mailboxes = store.mailboxes.relist(account.id, [
    { path: 'INBOX', role: 'inbox', isSynced: true },
    { path: 'Sent', role: 'sent', isSynced: true },
  ]);
  for (const { id, uidValidity } of mailboxes) if (uidValidity === null) store.mailboxes.renumber(id, '1');
  const inbox = mailboxes.find(({ role }) => role === 'inbox');
  if (inbox === undefined) throw new Error('the desk has no inbox');

  const events: EngineEvent[] = [];
  const emit = (event: EngineEvent): void => {
    events.push(event);
    if (event.kind === 'message-stored') outbox.messageStored(event.message);
  };
  const settings = createSettings({ store, emit });
  const settle = createSettle({ store, clock: ports.clock, settings, onSettled: () => {} });
  const notePromises = createNotePromises({ store, clock: ports.clock, settings });
  const ingest = createIngest({ store, clock: ports.clock, emit, settle, notePromises });
  const outbox = createOutbox({
    store: options.disturb?.(store) ?? store,
    ports,
    ingest,
    settle,
    settings,
    emit,
    background: createBackground(ports.log),
    passwordFor: async () => ok('wachtwoord'),
    ...beyond,
  });
  const drafts = createDrafts({
    store,
    clock: ports.clock,
    emit,
    attachmentContent: async (id) => failed('offline', 'auto', `attachment ${id}`),
  });
  let uid = store.mailboxes.uids(inbox.id).length;
  return {
    store,
    outbox,
    drafts,
    events,
    receive: (mail = {}) => {
      uid += 1;
      const { rows } = ingest([
        {
          account: account.id,
          channel: 'email',
          direction: 'in',
          at: ports.clock.now(),
          size: 1_000,
          mail: customerMail(mail),
          place: { mailboxId: inbox.id, uid, flags: [] },
        },
      ]);
      const row = rows[0] === undefined ? null : store.messages.get(rows[0]);
      if (row === null) throw new Error('the letter was not stored');
      return row.conversation;
    },
  };
}
