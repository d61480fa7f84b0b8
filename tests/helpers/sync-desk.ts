// The e-mail channel with everything real behind it: store in memory, ingest, queue, parse pool, system clock. Only the passwords
// are a map, and waits are shorter than the owner's.
import type { EngineEvent } from '../../main/contract/events.ts';
import type { AccountState, ServerAddress } from '../../main/contract/views.ts';
import { readPassword } from '../../main/engine/channels/email/password.ts';
import { createEmailConnector } from '../../main/engine/channels/email/email-connector.ts';
import { IMAP_LIMITS, type ImapLimits } from '../../main/engine/channels/email/imap-session.ts';
import { createParsePool } from '../../main/engine/channels/email/parse/parse-pool.ts';
import type { ChannelWatch, Connector } from '../../main/engine/channels/connector.ts';
import { createIngest } from '../../main/engine/ingest/ingest.ts';
import { createBackground } from '../../main/engine/ports/background.ts';
import { createSystemNet } from '../../main/engine/ports/system-net.ts';
import { createSystemClock, createSystemRandom, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import type { SecretAnswer, Secrets } from '../../main/engine/ports/ports.ts';
import { createSettle } from '../../main/engine/queue/settle.ts';
import { createSettings } from '../../main/engine/settings/settings.ts';
import type { AccountRow } from '../../main/engine/store/account-table.ts';
import { openStore } from '../../main/engine/store/open-store.ts';
import type { Store } from '../../main/engine/store/store.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER } from './dovecot.ts';

export const QUICK_LIMITS: ImapLimits = {
  ...IMAP_LIMITS,
  connectMs: 1_500,
  greetingMs: 1_500,
  silentMs: 1_500,
  commandMs: 3_000,
  idleMs: 2_000,
  idleAnswerMs: 1_000,
};

export type SyncDesk = {
  readonly store: Store;
  readonly connector: Connector;
  readonly events: readonly EngineEvent[];
  readonly logged: readonly string[];
  readonly account: AccountRow;
  readonly setSecret: (answer: SecretAnswer) => void;
  /** Starts to watch; stopped with the desk. With another id it is another account. */
  readonly watch: (changed?: Partial<AccountRow>) => ChannelWatch;
  readonly subjects: () => readonly string[];
  readonly until: (what: string, isSo: () => boolean, withinMs?: number) => Promise<void>;
  readonly untilState: (kind: AccountState['kind'], withinMs?: number) => Promise<AccountState>;
  readonly stop: () => Promise<void>;
};

export const plainAt = (port: number): ServerAddress => ({ host: '127.0.0.1', port, security: 'plain' });

export function openSyncDesk(options: {
  readonly imap: ServerAddress;
  readonly smtp?: ServerAddress;
  readonly ca?: string;
  readonly password?: string;
  readonly limits?: ImapLimits;
  readonly queueFrom?: number;
  /** What else is different about the account. */
  readonly own?: Partial<AccountRow>;
  readonly sentLookMs?: number;
  readonly file?: string;
  readonly parseThreads?: number;
  readonly parseWorkerUrl?: URL;
}): SyncDesk {
  const opened = openStore(options.file ?? ':memory:');
  if (!opened.ok) throw new Error(opened.error.detail);
  const store = opened.value;
  const clock = createSystemClock();
  const timers = createSystemTimers();
  const events: EngineEvent[] = [];
  const logged: string[] = [];
  const log = (level: string, what: string, facts?: unknown): void => {
    logged.push(`${level} ${what} ${JSON.stringify(facts ?? {})}`);
  };
  const emit = (event: EngineEvent): void => void events.push(event);
  const settings = createSettings({ store, emit });
  const settle = createSettle({ store, clock, settings, onSettled: () => {} });
  const pool = createParsePool({
    timers,
    log,
    size: options.parseThreads ?? 1,
    ...(options.parseWorkerUrl === undefined ? {} : { workerUrl: options.parseWorkerUrl }),
  });
  let secret: SecretAnswer = { kind: 'found', secret: options.password ?? DOVECOT_PASSWORD };
  const secrets: Secrets = {
    read: async () => secret,
    keep: async () => 'session',
    forget: async () => {},
    status: async () => ({ where: 'session', trouble: null }),
  };
  const connector = createEmailConnector({
    ports: {
      clock,
      timers,
      random: createSystemRandom(),
      log,
      net: createSystemNet(),
    },
    signIns: {
      secretFor: ({ id }) => readPassword(secrets, id),
      renew: ({ id }) => readPassword(secrets, id),
    },
    store,
    ingest: createIngest({ store, clock, emit, settle }),
    reader: pool,
    settle,
    emit,
    background: createBackground(log),
    checkEveryMinutes: () => 5,
    version: '0.0.0',
    limits: options.limits ?? QUICK_LIMITS,
    sentLookMs: options.sentLookMs ?? 500,
  });
  const account: AccountRow = {
    id: 'a1',
    connector: 'email',
    email: DOVECOT_USER,
    name: 'De Winkel',
    user: DOVECOT_USER,
    imap: options.imap,
    smtp: options.smtp ?? plainAt(1),
    ca: options.ca ?? null,
    plainAllowed: false,
    keep: 'session',
    colour: 0,
    isPaused: false,
    queueFrom: options.queueFrom ?? 0,
    oauthProvider: null,
    historyFrom: 0,
    archiveDone: false,
    detachedAt: null,
    createdAt: 1,
    addresses: [DOVECOT_USER],
    ...options.own,
  };
  store.accounts.add(account);
  const watches: ChannelWatch[] = [];
  const until = async (what: string, isSo: () => boolean, withinMs = 15_000): Promise<void> => {
    const giveUpAt = Date.now() + withinMs;
    while (!isSo()) {
      if (Date.now() > giveUpAt) {
        throw new Error(`not within ${withinMs} ms: ${what}\n${JSON.stringify(lastState())}\n${logged.join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const lastState = (): AccountState | null =>
    events.flatMap((event) => (event.kind === 'account-state' ? [event.state] : [])).at(-1) ?? null;

  return {
    store,
    connector,
    events,
    logged,
    account,
    setSecret: (answer) => {
      secret = answer;
    },
    watch: (changed = {}) => {
      const row = { ...account, ...changed };
      if (store.accounts.get(row.id) === null) store.accounts.add(row);
      else store.accounts.update(row);
      const watch = connector.watch(row);
      watches.push(watch);
      return watch;
    },
    subjects: () =>
      store.mailboxes
        .list(account.id)
        .flatMap(({ id }) => store.mailboxes.uids(id).map((uid) => store.mailboxes.messageAt(id, uid)))
        .flatMap((id) => (id === null ? [] : [store.messages.get(id)?.subject ?? '']))
        .toSorted(),
    until,
    untilState: async (kind, withinMs) => {
      await until(`state ${kind}`, () => lastState()?.kind === kind, withinMs);
      const state = lastState();
      if (state === null) throw new Error('no state');
      return state;
    },
    stop: async () => {
      await Promise.all(watches.map((watch) => watch.stop()));
      await pool.stop();
      store.close();
    },
  };
}

let made = 0;
/** A customer's mail with quiet defaults. */
export function customerMail(
  subject: string,
  options: {
    readonly from?: string;
    readonly messageId?: string;
    readonly body?: string;
    readonly headers?: string;
    readonly at?: number;
  } = {},
): string {
  made += 1;
  const { from = 'Klant <klant@voorbeeld.example>', body = 'Kunt u mij helpen?' } = options;
  return `From: ${from}
To: ${DOVECOT_USER}
Subject: ${subject}
Date: ${new Date(options.at ?? Date.now()).toUTCString()}
Message-ID: <${options.messageId ?? `mail-${made}@voorbeeld.example`}>
${options.headers ?? ''}Content-Type: text/plain; charset=utf-8

${body}
`;
}
