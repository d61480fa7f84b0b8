// One signed-in IMAP connection: our words and Results around the library, a time limit on every command, and no trust in
// counts that the server sends. What a pass over a mailbox does with it is in mailbox-pass.ts.
import { ImapFlow } from 'imapflow';
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { ServerAddress } from '../../../contract/views.ts';
import type { Clock, Timers } from '../../ports/ports.ts';
import { withinLimit, type Limit } from './command-deadline.ts';
import { mergeFetched, queryFor, toFetched, type FetchedMail, type FetchItems } from './fetch-items.ts';
import { imapFailure } from './imap-failure.ts';
import { assignRoles, type MailboxInfo } from './mailbox-roles.ts';
import { checkSecurity, tlsOptions } from './server-tls.ts';
import { packUids, unpackUids } from './uid-set.ts';

export type ImapSignIn = {
  readonly server: ServerAddress;
  readonly user: string;
  /** Or, with `isToken`, an access token. */
  readonly password: string;
  readonly isToken?: boolean;
  readonly ca: string | null;
  readonly plainAllowed: boolean;
};

/** Milliseconds. Tests use shorter ones. */
export type ImapLimits = {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Longest silence within a command. */
  readonly silentMs: number;
  /** Longest time of a command whose answer is small. */
  readonly commandMs: number;
  /** IDLE is broken and begun anew after this long; a server that does not answer that is gone. */
  readonly idleMs: number;
  readonly idleAnswerMs: number;
};

export const IMAP_LIMITS: ImapLimits = {
  connectMs: 20_000,
  greetingMs: 15_000,
  // A faulted pass should end within 30 s and must within 75 s (promise P7).
  silentMs: 30_000,
  commandMs: 60_000,
  // 40 s + 15 s: a half-open connection is noticed within 60 s. Far below the 10 minutes after which some servers drop a session.
  idleMs: 40_000,
  idleAnswerMs: 15_000,
};

/** A larger literal is refused by the library; the connection is closed then. */
export const MAX_LITERAL_BYTES = 64 * 1024 * 1024;
const MAX_LINE_BYTES = 8 * 1024 * 1024;
/** No mailbox we read holds more; bounds what a set such as "1:4294967295" can make us allocate. */
const MAX_UIDS = 2_000_000;
/** The slowest uplink on which a copy is still filed: 4 kB a second. */
const SLOW_UPLINK_BYTES_PER_MS = 4;

export type SelectedMailbox = {
  readonly path: string;
  readonly uidValidity: string;
  readonly uidNext: number | null;
  readonly exists: number;
  /** null: not kept here. A server that says 0 means the same. */
  readonly highestModseq: bigint | null;
};

export type MailboxStatus = {
  readonly messages: number | null;
  readonly uidNext: number | null;
  readonly uidValidity: string | null;
  readonly highestModseq: bigint | null;
};

export type ImapSession = {
  readonly capabilities: ReadonlySet<string>;
  /** Those that can be opened, with their roles. */
  readonly mailboxes: () => Promise<Result<readonly MailboxInfo[]>>;
  readonly status: (path: string) => Promise<Result<MailboxStatus>>;
  readonly select: (path: string) => Promise<Result<SelectedMailbox>>;
  /** The path that is selected now, or null. */
  readonly selectedPath: () => string | null;
  /** What SELECT told, as it was then. */
  readonly selected: () => SelectedMailbox | null;
  /** How many messages the server says the selected mailbox holds now. */
  readonly exists: () => number;
  /** All UIDs of the selected mailbox, ascending. */
  readonly allUids: () => Promise<Result<readonly number[]>>;
  /** Which of these are still there. */
  readonly existing: (uids: readonly number[]) => Promise<Result<ReadonlySet<number>>>;
  /** Never sets \Seen. Only what was asked for comes back, one item a UID, in no particular order; some may be missing. */
  readonly fetch: (uids: readonly number[] | UidRange, items: FetchItems) => Promise<Result<readonly FetchedMail[]>>;
  readonly changedSince: (modseq: bigint) => Promise<Result<readonly FetchedMail[]>>;
  readonly addFlag: (uid: number, flag: string) => Promise<Result<boolean>>;
  readonly findMessageId: (messageId: string) => Promise<Result<readonly number[]>>;
  readonly append: (path: string, raw: Uint8Array, flags: readonly string[]) => Promise<Result<null>>;
  readonly noop: () => Promise<Result<null>>;
  /**
   * Waits for the server to say that something changed. 'quiet': nothing did, and the server proved that it is still there.
   * `wake` ends the wait early. Without IDLE it only waits.
   */
  readonly waitForChange: (wake: AbortSignal) => Promise<Result<'changed' | 'quiet' | 'woken'>>;
  readonly bytesReceived: () => number;
  readonly isClosed: () => boolean;
  readonly close: () => void;
  /** Says goodbye where that goes quickly. */
  readonly leave: () => Promise<void>;
};
export type UidRange = { readonly from: number; readonly to: number };

export type ImapDeps = { readonly clock: Clock; readonly timers: Timers; readonly version: string };

export async function openImapSession(
  deps: ImapDeps,
  signIn: ImapSignIn,
  limits: ImapLimits,
  /** Called once the server has answered a first command: from there on it is the signing in that takes time. */
  onConnected: () => void = () => {},
  /** Closes the connection, at whatever stage it is. */
  dropped: AbortSignal | null = null,
): Promise<Result<ImapSession>> {
  const { server } = signIn;
  const secure = checkSecurity(server, signIn.plainAllowed);
  if (!secure.ok) return secure;
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    // true means required: the library would otherwise sign in over clear text when STARTTLS is taken out on the way.
    doSTARTTLS: server.security === 'starttls',
    tls: tlsOptions(signIn.ca),
    // With a token: OAUTHBEARER (RFC 7628) where the server offers it, else XOAUTH2.
    auth:
      signIn.isToken === true
        ? { user: signIn.user, accessToken: signIn.password }
        : { user: signIn.user, pass: signIn.password },
    clientInfo: { name: 'Balie', version: deps.version, vendor: false, 'support-url': false },
    logger: false,
    disableAutoIdle: true,
    // Saves little on mail with attachments, costs CPU, and hides from the deadline how much really came in.
    disableCompression: true,
    // No QRESYNC: comparing UID sets (a few bytes with ESEARCH) tells the same and also heals what was missed. With QRESYNC on,
    // imapflow 2.1.2 does not count VANISHED, and so keeps silent about the message that makes up the number again.
    qresync: false,
    disableIMAP4rev2: true,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.idleMs * 4,
    maxLiteralSize: MAX_LITERAL_BYTES,
    maxLineLength: MAX_LINE_BYTES,
    maxResponseSize: MAX_LITERAL_BYTES + MAX_LINE_BYTES,
  });
  const context = { host: server.host, port: server.port, password: signIn.password };
  let selected: SelectedMailbox | null = null;
  let hasChanged = false;
  let wakeWaiter = (): void => {};
  const noteChange = (): void => {
    hasChanged = true;
    wakeWaiter();
  };
  client.on('exists', noteChange);
  client.on('expunge', noteChange);
  client.on('flags', noteChange);
  client.on('close', () => wakeWaiter());
  client.once('response', onConnected);
  if (dropped?.aborted === true) return failed('connection-lost', 'auto', 'not wanted any more');
  const drop = (): void => client.close();
  dropped?.addEventListener('abort', drop);
  client.once('close', () => dropped?.removeEventListener('abort', drop));
  // Tells why, where the command that was under way only rejects with "closed". Without a listener the process would end.
  let broken: Error | null = null;
  client.on('error', (error) => {
    broken = error;
    wakeWaiter();
  });

  const watched = {
    clock: deps.clock,
    timers: deps.timers,
    received: () => client.stats().received,
    close: () => client.close(),
  };
  const small: Limit = { silentMs: limits.silentMs, totalMs: limits.commandMs };
  const large: Limit = { silentMs: limits.silentMs, totalMs: null };
  const ask = async <T>(limit: Limit, what: string, run: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await withinLimit(watched, limit, what, run);
    } catch (error) {
      return { ok: false, error: imapFailure(client.isClosed ? (broken ?? error) : error, context) };
    }
  };
  const refused = (what: string): Result<never> =>
    client.isClosed || !client.usable
      ? failed('connection-lost', 'auto', `connection gone during ${what}`, { host: server.host })
      : failed('server-refused', 'auto', `${what} refused`, { host: server.host });
  const nonsense = (what: string): Result<never> => failed('server-nonsense', 'auto', what, { host: server.host });

  const collect = async (
    range: string,
    isAsked: (uid: number) => boolean,
    items: FetchItems,
    changedSince: bigint | null,
  ): Promise<Result<readonly FetchedMail[]>> => {
    if (range === '') return ok([]);
    const mails = new Map<number, FetchedMail>();
    const options = changedSince === null ? { uid: true } : { uid: true, changedSince };
    for await (const message of client.fetch(range, queryFor(items), options)) {
      if (!Number.isInteger(message.uid)) continue;
      // Flags of others may come in between; the next look takes them along.
      if (!isAsked(message.uid)) noteChange();
      else mails.set(message.uid, mergeFetched(mails.get(message.uid), toFetched(message, items)));
    }
    if (client.isClosed) return refused('FETCH');
    return ok([...mails.values()]);
  };

  const session: ImapSession = {
    capabilities: new Set<string>(),
    mailboxes: () =>
      ask(small, 'LIST', async () => {
        const listed = await client.list({ listOnly: true });
        return ok(
          assignRoles(
            listed.map(({ path, name, flags, specialUse, specialUseSource }) => ({
              path,
              name,
              flags,
              // The library guesses by name as well; our own list knows what Dutch hosts write.
              specialUse: specialUseSource === 'extension' ? (specialUse ?? null) : null,
            })),
          ),
        );
      }),
    status: (path) =>
      ask(small, 'STATUS', async () => {
        const status = await client.status(path, {
          messages: true,
          uidNext: true,
          uidValidity: true,
          highestModseq: true,
        });
        if (status === false) return refused('STATUS');
        return ok({
          messages: status.messages ?? null,
          uidNext: status.uidNext ?? null,
          uidValidity: status.uidValidity === undefined ? null : String(status.uidValidity),
          highestModseq: realModseq(status.highestModseq),
        });
      }),
    select: (path) =>
      ask(small, 'SELECT', async () => {
        const mailbox = await client.mailboxOpen(path);
        if (mailbox.uidValidity === undefined || mailbox.exists === undefined) {
          return nonsense('SELECT without UIDVALIDITY or EXISTS');
        }
        hasChanged = false;
        selected = {
          path: mailbox.path,
          uidValidity: String(mailbox.uidValidity),
          uidNext: mailbox.uidNext ?? null,
          exists: mailbox.exists,
          highestModseq: mailbox.noModseq === true ? null : realModseq(mailbox.highestModseq),
        };
        return ok(selected);
      }),
    selectedPath: () => (client.mailbox === false ? null : client.mailbox.path),
    selected: () => (client.mailbox === false ? null : selected),
    exists: () => (client.mailbox === false ? 0 : client.mailbox.exists),
    allUids: () =>
      ask(large, 'SEARCH', async () => {
        const answer = await client.search({ all: true }, { uid: true, returnOptions: ['COUNT', 'ALL'] });
        if (answer === false || answer === undefined) return refused('SEARCH');
        // An answer that leaves out the numbers is told apart from an empty mailbox by what the server itself counted.
        if (isList(answer)) {
          return answer.length === 0 && session.exists() > 0 ? nonsense('SEARCH found nothing at all') : ok(answer);
        }
        const uids = unpackUids(answer.all ?? '', MAX_UIDS);
        return uids === null || uids.length !== answer.count ? nonsense('ESEARCH does not add up') : ok(uids);
      }),
    existing: (uids) =>
      ask(small, 'SEARCH', async () => {
        const found = await client.search({ uid: packUids(uids) }, { uid: true });
        if (found === false || found === undefined) return refused('SEARCH');
        return ok(new Set(found));
      }),
    fetch: (uids, items) => {
      if (isRange(uids)) {
        const isAsked = (uid: number): boolean => uid >= uids.from && uid <= uids.to;
        return ask(large, 'FETCH', () => collect(`${uids.from}:${uids.to}`, isAsked, items, null));
      }
      const asked = new Set(uids);
      return ask(large, 'FETCH', () => collect(packUids(uids), (uid) => asked.has(uid), items, null));
    },
    changedSince: (modseq) => ask(large, 'FETCH', () => collect('1:*', () => true, { flags: true }, modseq)),
    addFlag: (uid, flag) =>
      ask(small, 'STORE', async () => ok(await client.messageFlagsAdd(String(uid), [flag], { uid: true }))),
    findMessageId: (messageId) =>
      ask(small, 'SEARCH', async () => {
        const found = await client.search({ header: { 'Message-ID': messageId } }, { uid: true });
        return found === false || found === undefined ? refused('SEARCH') : ok(found);
      }),
    append: (path, raw, flags) =>
      ask(
        // While we send the server says nothing, so only the whole time can be limited.
        { silentMs: uploadMs(raw, limits), totalMs: uploadMs(raw, limits) },
        'APPEND',
        async () => {
          const answer = await client.append(path, Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), [...flags]);
          return answer === false ? refused('APPEND') : ok(null);
        },
      ),
    noop: () =>
      ask(small, 'NOOP', async () => {
        await client.noop();
        return client.isClosed ? refused('NOOP') : ok(null);
      }),
    waitForChange: async (wake) => {
      if (!hasChanged && !client.isClosed && !wake.aborted) {
        const hasIdle = client.capabilities.has('IDLE');
        // Ends by itself when another command is given; how it ended is seen by that command.
        if (hasIdle) client.idle().catch(() => wakeWaiter());
        await new Promise<void>((resolve) => {
          const stopTimer = deps.timers.after(limits.idleMs, () => wakeWaiter());
          const done = (): void => {
            stopTimer();
            wake.removeEventListener('abort', done);
            wakeWaiter = (): void => {};
            resolve();
          };
          wakeWaiter = done;
          wake.addEventListener('abort', done);
        });
      }
      if (client.isClosed) return refused('IDLE');
      if (hasChanged) {
        hasChanged = false;
        return ok('changed');
      }
      if (wake.aborted) return ok('woken');
      const renewed = await ask(
        { silentMs: limits.idleAnswerMs, totalMs: limits.idleAnswerMs },
        'NOOP after IDLE',
        async () => {
          await client.noop();
          return client.isClosed ? refused('NOOP') : ok(null);
        },
      );
      if (!renewed.ok) return renewed;
      if (!hasChanged) return ok('quiet');
      hasChanged = false;
      return ok('changed');
    },
    bytesReceived: () => client.stats().received,
    isClosed: () => client.isClosed,
    close: () => client.close(),
    leave: async () => {
      if (client.isClosed) return;
      // Two seconds of politeness; nothing depends on it.
      await ask({ silentMs: 2_000, totalMs: 2_000 }, 'LOGOUT', async () => ok(await client.logout()));
      client.close();
    },
  };

  const connected = await ask(
    { silentMs: Math.max(limits.silentMs, limits.connectMs), totalMs: limits.commandMs },
    'sign-in',
    async () => {
      await client.connect();
      return ok(null);
    },
  );
  if (!connected.ok) {
    client.close();
    return connected;
  }
  return ok({ ...session, capabilities: new Set(client.capabilities.keys()) });
}

const isRange = (uids: readonly number[] | UidRange): uids is UidRange => 'from' in uids;
const isList = <T, U>(answer: readonly T[] | U): answer is readonly T[] => Array.isArray(answer);

const realModseq = (modseq: bigint | undefined): bigint | null =>
  modseq === undefined || modseq === 0n ? null : modseq;

const uploadMs = (raw: Uint8Array, limits: ImapLimits): number =>
  limits.silentMs + raw.byteLength / SLOW_UPLINK_BYTES_PER_MS;
