// One signed-in IMAP connection in our words: commands and Results around the library, and no trust in counts that the server
// sends. What breaks on it is imap-line.ts's business; what a pass over a mailbox does with it is in email-pass.ts.
import { ok, type Result } from '../../../contract/errors.ts';
import type { CopyPlace } from '../../store/delivery-table.ts';
import { mergeFetched, queryFor, toFetched, type FetchedMail, type FetchItems } from './fetch-items.ts';
import { waitForChange } from './imap-idle.ts';
import { LEAVE_MS, MAX_FETCH_BYTES, MAX_NEEDLESS, MAX_UIDS, uploadMs, type ImapLimits } from './imap-limits.ts';
import { createImapLine, type ImapDeps, type ImapLine, type ImapSignIn } from './imap-line.ts';
import { folderCommands, realModseq, type FolderCommands, type MailboxStatus } from './imap-folders.ts';
import { assignRoles, type MailboxInfo } from './mailbox-roles.ts';
import { packUids, unpackUids } from './uid-set.ts';

export { IMAP_LIMITS, MAX_LITERAL_BYTES, type ImapLimits } from './imap-limits.ts';
export type { ImapDeps, ImapSignIn } from './imap-line.ts';

export type SelectedMailbox = {
  readonly path: string;
  readonly uidValidity: string;
  readonly uidNext: number | null;
  readonly exists: number;
  /** null: not kept here. A server that says 0 means the same. */
  readonly highestModseq: bigint | null;
};

export type ImapSession = FolderCommands & {
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
  /** Which in this range are larger than so many bytes. */
  readonly largerThan: (range: UidRange, bytes: number) => Promise<Result<ReadonlySet<number>>>;
  /** Never sets \Seen. Only what was asked for comes back, one item a UID, in no particular order; some may be missing. */
  readonly fetch: (uids: readonly number[] | UidRange, items: FetchItems) => Promise<Result<readonly FetchedMail[]>>;
  readonly changedSince: (modseq: bigint) => Promise<Result<readonly FetchedMail[]>>;
  readonly addFlag: (uid: number, flag: string) => Promise<Result<boolean>>;
  readonly findMessageId: (messageId: string) => Promise<Result<readonly number[]>>;
  /** Answers where it lies now; null where the server does not tell (no UIDPLUS). */
  readonly append: (path: string, raw: Uint8Array, flags: readonly string[]) => Promise<Result<CopyPlace | null>>;
  /** Takes out exactly this one (RFC 4315); false where the server cannot do that without taking others along. */
  readonly expunge: (uid: number) => Promise<Result<boolean>>;
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

/** `onConnected` is called once the server has answered a first command: from there on it is the signing in that takes time. */
export async function openImapSession(
  deps: ImapDeps,
  signIn: ImapSignIn,
  limits: ImapLimits,
  onConnected: () => void = () => {},
  /** Closes the connection, at whatever stage it is. */
  dropped: AbortSignal | null = null,
): Promise<Result<ImapSession>> {
  const made = createImapLine(deps, signIn, limits, dropped);
  if (!made.ok) return made;
  const line = made.value;
  line.client.once('response', onConnected);
  const connected = await line.connect();
  if (connected.ok) return ok(sessionOn(line, deps, limits));
  line.client.close();
  return connected;
}

function sessionOn(line: ImapLine, deps: ImapDeps, limits: ImapLimits): ImapSession {
  const { client, ask, refused, nonsense } = line;
  let selected: SelectedMailbox | null = null;

  const session: ImapSession = {
    ...folderCommands(line),
    capabilities: new Set(client.capabilities.keys()),
    mailboxes: () =>
      ask('small', 'LIST', async () => {
        const listed = await client.list({ listOnly: true });
        return ok(
          assignRoles(
            listed.map(({ path, name, parentPath, flags, specialUse, specialUseSource }) => ({
              path,
              name,
              parentPath,
              flags,
              // The library guesses by name as well; our own list knows what Dutch hosts write.
              specialUse: specialUseSource === 'extension' ? (specialUse ?? null) : null,
            })),
          ),
        );
      }),
    status: (path) =>
      ask('small', 'STATUS', async () => {
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
      ask('small', 'SELECT', async () => {
        const mailbox = await client.mailboxOpen(path);
        if (mailbox.uidValidity === undefined || mailbox.exists === undefined) {
          return nonsense('SELECT without UIDVALIDITY or EXISTS');
        }
        line.takeChange();
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
      ask('large', 'SEARCH', async () => {
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
      ask('small', 'SEARCH', async () => {
        const found = await client.search({ uid: packUids(uids) }, { uid: true });
        if (found === false || found === undefined) return refused('SEARCH');
        return ok(new Set(found));
      }),
    largerThan: ({ from, to }, bytes) =>
      ask('large', 'SEARCH', async () => {
        const found = await client.search({ uid: `${from}:${to}`, larger: bytes }, { uid: true });
        return found === false || found === undefined ? refused('SEARCH') : ok(new Set(found));
      }),
    fetch: (uids, items) => {
      if (isRange(uids)) {
        const isAsked = (uid: number): boolean => uid >= uids.from && uid <= uids.to;
        return ask('large', 'FETCH', () => collect(line, `${uids.from}:${uids.to}`, isAsked, items, null));
      }
      const asked = new Set(uids);
      return ask('large', 'FETCH', () => collect(line, packUids(uids), (uid) => asked.has(uid), items, null));
    },
    changedSince: (modseq) => ask('large', 'FETCH', () => collect(line, '1:*', () => true, { flags: true }, modseq)),
    addFlag: (uid, flag) =>
      ask('small', 'STORE', async () => ok(await client.messageFlagsAdd(String(uid), [flag], { uid: true }))),
    findMessageId: (messageId) =>
      ask('small', 'SEARCH', async () => {
        const found = await client.search({ header: { 'Message-ID': messageId } }, { uid: true });
        return found === false || found === undefined ? refused('SEARCH') : ok(found);
      }),
    append: (path, raw, flags) =>
      ask(
        // While we send the server says nothing, so only the whole time can be limited.
        { silentMs: uploadMs(raw.byteLength, limits), totalMs: uploadMs(raw.byteLength, limits) },
        'APPEND',
        async () => {
          const answer = await client.append(path, Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), [...flags]);
          if (answer === false) return refused('APPEND');
          const { uid, uidValidity } = answer;
          if (uid === undefined || uidValidity === undefined) return ok(null);
          return ok({ mailbox: path, uidValidity: String(uidValidity), uid });
        },
      ),
    expunge: (uid) =>
      ask('small', 'EXPUNGE', async () => {
        if (!client.capabilities.has('UIDPLUS')) return ok(false);
        return ok(await client.messageDelete(String(uid), { uid: true }));
      }),
    noop: () =>
      ask('small', 'NOOP', async () => {
        await client.noop();
        return client.isClosed ? refused('NOOP') : ok(null);
      }),
    waitForChange: (wake) => waitForChange(line, deps.timers, limits, wake),
    bytesReceived: () => client.stats().received,
    isClosed: () => client.isClosed,
    close: () => client.close(),
    leave: async () => {
      if (client.isClosed) return;
      await ask({ silentMs: LEAVE_MS, totalMs: LEAVE_MS }, 'LOGOUT', async () => ok(await client.logout()));
      client.close();
    },
  };

  return session;
}

async function collect(
  line: ImapLine,
  range: string,
  isAsked: (uid: number) => boolean,
  items: FetchItems,
  changedSince: bigint | null,
): Promise<Result<readonly FetchedMail[]>> {
  if (range === '') return ok([]);
  const mails = new Map<number, FetchedMail>();
  const before = line.client.stats().received;
  let needless = 0;
  const options = changedSince === null ? { uid: true } : { uid: true, changedSince };
  for await (const message of line.client.fetch(range, queryFor(items), options)) {
    if (Number.isInteger(message.uid) && isAsked(message.uid)) {
      const known = mails.get(message.uid);
      if (known !== undefined) needless += 1;
      mails.set(message.uid, mergeFetched(known, toFetched(message, items)));
    } else {
      // Flags of others may come in between; the next look takes them along.
      line.noteChange();
      needless += 1;
    }
    if (needless <= MAX_NEEDLESS && line.client.stats().received - before <= MAX_FETCH_BYTES) continue;
    line.client.close();
    return line.nonsense('FETCH answers without end');
  }
  return line.client.isClosed ? line.refused('FETCH') : ok([...mails.values()]);
}

const isRange = (uids: readonly number[] | UidRange): uids is UidRange => 'from' in uids;
const isList = <T, U>(answer: readonly T[] | U): answer is readonly T[] => Array.isArray(answer);
