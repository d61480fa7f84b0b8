// The part of the accounts bench that runs in a process of its own: five first syncs into one desk, at once or one after another,
// and then new mail for four of them with and without the fifth hanging. Prints its figures as one line of JSON.
import { chownSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChannelWatch } from '../main/engine/channels/connector.ts';
import { IMAP_LIMITS } from '../main/engine/channels/email/imap-session.ts';
import type { AccountRow } from '../main/engine/store/account-table.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../tests/helpers/sync-desk.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { median, spentSince, waitP99, watchStalls, type Spent } from './figures.ts';

export const ACCOUNTS = 5;
export const userOf = (nr: number): string => `winkel${nr}@bench.example`;

export type TogetherFigures = Spent & {
  readonly waitP99Ms: number;
  readonly worstStallMs: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** What the other accounts had of their mail when the first one was through. */
  readonly shares: readonly number[];
  /** From delivery until committed, without and with one account hanging. */
  readonly quietMs: number;
  readonly hangingMs: number;
  readonly worstHangingMs: number;
};

const NEW_MAILS = 10;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port, how, folders = ''] = process.argv.slice(2);
  console.log(JSON.stringify(await measure(Number(port), how === 'at-once', folders.split(','))));
}

async function measure(port: number, isAtOnce: boolean, folders: readonly string[]): Promise<TogetherFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
  const proxy = await startCountingProxy(port);
  const startedAt = performance.now();
  const first = accountOf(0);
  const desk = openSyncDesk({
    imap: plainAt(port),
    file: join(folder, 'desk.db'),
    limits: IMAP_LIMITS,
    queueFrom: Date.now() - 30 * 86_400_000,
    parseThreads: 2,
    parseWorkerUrl: new URL('./parse-worker.mjs', import.meta.url),
    own: first,
  });
  // The last one stands behind a line that will go dead.
  const accounts = folders.map((_, nr): AccountRow => ({
    ...desk.account,
    ...accountOf(nr),
    imap: plainAt(nr === ACCOUNTS - 1 ? proxy.port : port),
  }));
  for (const account of accounts.slice(1)) desk.store.accounts.add(account);
  const beats = watchStalls();
  const through: number[] = [];
  let shares: readonly number[] = [];
  const count = (): readonly number[] => accounts.map(({ id }) => desk.store.mailboxes.countMessages(id));
  const syncOne = async (account: AccountRow): Promise<ChannelWatch> => {
    const watch = desk.connector.watch(account);
    const synced = await watch.syncNow({ mailbox: null, full: false });
    if (!synced.ok) throw new Error(JSON.stringify(synced.error));
    if (through.length === 0) shares = count();
    through.push(performance.now() - startedAt);
    return watch;
  };
  const watches: ChannelWatch[] = [];
  if (isAtOnce) watches.push(...(await Promise.all(accounts.map(syncOne))));
  else for (const account of accounts) watches.push(await syncOne(account));
  const stalls = beats.stop();
  const spent = spentSince(startedAt);
  const totals = count();

  const quiet = isAtOnce ? await newMails(desk, folders, 'rustig') : [];
  if (isAtOnce) proxy.hang();
  const hanging = isAtOnce ? await newMails(desk, folders, 'hangend') : [];
  await Promise.all(watches.map((watch) => watch.stop()));
  await desk.stop();
  proxy.stop();
  rmSync(folder, { recursive: true });
  return {
    ...spent,
    waitP99Ms: waitP99(stalls, spent.wallMs),
    worstStallMs: Math.round(Math.max(0, ...stalls)),
    firstMs: Math.round(Math.min(...through)),
    lastMs: Math.round(Math.max(...through)),
    shares: shares.map((had, nr) => had / (totals[nr] ?? 1)),
    quietMs: median(quiet),
    hangingMs: median(hanging),
    worstHangingMs: Math.max(0, ...hanging),
  };
}

function accountOf(nr: number): Pick<AccountRow, 'id' | 'email' | 'user' | 'addresses'> {
  const user = userOf(nr);
  return { id: `a${nr}`, email: user, user, addresses: [user] };
}

/** Into the mailboxes of all accounts but the last. */
async function newMails(desk: SyncDesk, folders: readonly string[], name: string): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let nr = 0; nr < NEW_MAILS; nr += 1) {
    // Not in step with anything that looks at intervals.
    await new Promise((resolve) => setTimeout(resolve, 400 + nr * 41));
    for (const folder of folders.slice(0, -1)) {
      const messageId = `${name}${nr}.${folder.length}.${waits.length}@bench.example`;
      const at = Date.now();
      deliver(folder, messageId, customerMail(`${name} ${nr}`, { messageId, at }));
      const had = (): number | undefined =>
        desk.events.flatMap((event) =>
          event.kind === 'message-stored' && event.messageId === messageId ? [event.at] : [],
        )[0];
      await desk.until('committed', () => had() !== undefined, 60_000);
      waits.push((had() ?? 0) - at);
    }
  }
  return waits;
}

function deliver(folder: string, name: string, raw: string): void {
  const { uid, gid } = statSync(folder);
  const temporary = join(folder, 'tmp', name);
  writeFileSync(temporary, raw);
  chownSync(temporary, uid, gid);
  renameSync(temporary, join(folder, 'new', name));
}
