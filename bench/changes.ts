// What changes on the server until it is here: a look that finds nothing, 1,000 flags, one new mail. Beside imapflow by itself and
// mbsync, in one run against one private Dovecot. Needs dovecot-imapd; says so where mbsync (isync) is missing.
// node bench/changes.ts [--messages 10000] [--rounds 5]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ImapFlow } from 'imapflow';
import { IMAP_LIMITS } from '../main/engine/channels/email/imap-session.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER, startDovecot, type Dovecot } from '../tests/helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../tests/helpers/sync-desk.ts';
import { startCountingProxy, type CountingProxy } from './counting-proxy.ts';
import { median } from './figures.ts';
import { writeMailbox } from './mailbox.ts';
import { hasMbsync, settingsFor } from './mbsync.ts';

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '5' } },
});
const FLAGS = 1_000;
const NEW_MAILS = 20;

type Bench = {
  readonly dovecot: Dovecot;
  readonly proxy: CountingProxy;
  readonly folder: string;
  readonly rounds: number;
};
type Mbsync = () => Promise<void>;
type Took = { readonly ms: number; readonly bytes: number };

await measure(Number(values.messages), Number(values.rounds));

async function measure(messages: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
  const dovecot = await startDovecot();
  const proxy = await startCountingProxy(dovecot.port);
  const bench = { dovecot, proxy, folder, rounds };
  try {
    writeMailbox(dovecot.mailFolder, messages, Date.now(), dovecot.owner);
    const desk = openSyncDesk({
      imap: plainAt(proxy.port),
      file: join(folder, 'desk.db'),
      limits: IMAP_LIMITS,
      parseThreads: 2,
    });
    await pass(desk);
    const mbsync = await prepareMbsync(bench);
    console.log(`${messages} messages, medians of ${rounds}`);
    await quietPolls(bench, desk, mbsync);
    await flagChanges(bench, desk, mbsync);
    await newMail(bench, desk);
    await desk.stop();
  } finally {
    proxy.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true });
  }
}

/** From no connection at all: sign in, look, take over, leave. */
async function pass(desk: SyncDesk): Promise<void> {
  const watch = desk.connector.watch(desk.account);
  const synced = await watch.syncNow({ mailbox: null, full: false });
  await watch.stop();
  if (!synced.ok) throw new Error(synced.error.detail);
}

async function quietPolls(bench: Bench, desk: SyncDesk, mbsync: Mbsync | null): Promise<void> {
  const watch = desk.watch();
  await desk.untilState('live');
  const open = await several(bench, async () => void (await watch.syncNow({ mailbox: null, full: false })));
  await watch.stop();
  const ours = await several(bench, () => pass(desk));
  const raw = await several(bench, async () => {
    const client = await signIn(bench.proxy.port);
    const modseq = await openInbox(client);
    for await (const _ of client.fetch('1:*', { uid: true, flags: true }, { uid: true, changedSince: modseq }));
    await client.logout();
  });
  const theirs = mbsync === null ? null : await several(bench, mbsync);
  console.log(`a look that finds nothing, on the open connection: Balie ${said(open)} (goal < 60 ms, < 2 kB)`);
  console.log(`the same with signing in: Balie ${said(ours)}, imapflow ${said(raw)}, mbsync ${said(theirs)}`);
}

async function flagChanges(bench: Bench, desk: SyncDesk, mbsync: Mbsync | null): Promise<void> {
  const ours: Took[] = [];
  const raw: Took[] = [];
  const theirs: Took[] = [];
  const inbox = desk.store.mailboxes.list(desk.account.id).find(({ role }) => role === 'inbox');
  if (inbox === undefined) throw new Error('no inbox');
  const uids = desk.store.mailboxes.newestUids(inbox.id, FLAGS);
  for (let round = 0; round < bench.rounds; round += 1) {
    const before = await signIn(bench.dovecot.port);
    const modseq = await openInbox(before);
    const isSeen = round % 2 === 1;
    await (isSeen
      ? before.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true })
      : before.messageFlagsRemove(uids.join(','), ['\\Seen'], { uid: true }));
    await before.logout();
    raw.push(
      await timed(bench, async () => {
        const client = await signIn(bench.proxy.port);
        await openInbox(client);
        let changed = 0;
        for await (const _ of client.fetch('1:*', { uid: true, flags: true }, { uid: true, changedSince: modseq }))
          changed += 1;
        if (changed !== FLAGS) throw new Error(`imapflow saw ${changed}`);
        await client.logout();
      }),
    );
    ours.push(await timed(bench, () => pass(desk)));
    const wrong = uids.filter(
      (uid) => desk.store.messages.get(desk.store.mailboxes.messageAt(inbox.id, uid) ?? 0)?.isSeen !== isSeen,
    );
    if (wrong.length > 0) throw new Error(`${wrong.length} flags are not as on the server`);
    if (mbsync !== null) theirs.push(await timed(bench, mbsync));
  }
  const took = middle(ours);
  const bare = middle(raw);
  console.log(
    `${FLAGS} flag changes, stored and settled: Balie ${said(took)}, imapflow to nowhere ${said(bare)}, mbsync ${said(theirs.length > 0 ? middle(theirs) : null)}, ratio to imapflow ${(took.ms / bare.ms).toFixed(2)} (goal <= 1.5)`,
  );
}

async function newMail(bench: Bench, desk: SyncDesk): Promise<void> {
  desk.watch();
  await desk.untilState('live');
  const idle = await signIn(bench.dovecot.port);
  await openInbox(idle);
  let rang = 0;
  idle.on('exists', () => {
    rang = Date.now();
  });
  background(idle.idle());
  const raw: number[] = [];
  const ours: number[] = [];
  for (let nr = 0; nr < NEW_MAILS; nr += 1) {
    const messageId = `new${nr}@bench.example`;
    const had = (): number | undefined =>
      desk.events.flatMap((event) =>
        event.kind === 'message-stored' && event.messageId === messageId ? [event.at] : [],
      )[0];
    // Not in step with anything that looks at intervals.
    await new Promise((resolve) => setTimeout(resolve, 300 + nr * 37));
    rang = 0;
    const at = Date.now();
    bench.dovecot.deliver(customerMail(`Nieuw ${nr}`, { messageId, at }), { at });
    await desk.until('committed and rung', () => had() !== undefined && rang > 0, 30_000);
    raw.push(rang - at);
    ours.push((had() ?? 0) - at);
  }
  idle.close();
  const differences = ours.map((ms, index) => ms - (raw[index] ?? 0));
  console.log(
    `new mail, median of ${NEW_MAILS}: raw IDLE ${median(raw)} ms, committed by Balie ${median(ours)} ms, difference ${median(differences)} ms, worst ${Math.max(...differences)} (goal raw + 40)`,
  );
}

async function several(bench: Bench, work: () => Promise<void>): Promise<Took> {
  const taken: Took[] = [];
  // The first warms up.
  for (let round = 0; round <= bench.rounds; round += 1) taken.push(await timed(bench, work));
  return middle(taken.slice(1));
}

async function timed({ proxy }: Bench, work: () => Promise<void>): Promise<Took> {
  proxy.taken();
  const startedAt = performance.now();
  await work();
  return { ms: performance.now() - startedAt, bytes: proxy.taken() };
}

function middle(taken: readonly Took[]): Took {
  return { ms: median(taken.map(({ ms }) => ms)), bytes: median(taken.map(({ bytes }) => bytes)) };
}
function said(took: Took | null): string {
  return took === null ? 'not installed' : `${took.ms.toFixed(1)} ms, ${(took.bytes / 1000).toFixed(1)} kB`;
}

async function signIn(port: number): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: DOVECOT_USER, pass: DOVECOT_PASSWORD },
    logger: false,
    disableAutoIdle: true,
  });
  await client.connect();
  return client;
}

async function openInbox(client: ImapFlow): Promise<bigint> {
  const { highestModseq } = await client.mailboxOpen('INBOX');
  return highestModseq ?? 0n;
}

function background(work: Promise<unknown>): void {
  work.catch(() => {});
}

/** Fetches the mailbox to files first, so that later runs have nothing but the changes to do. null: not installed. */
async function prepareMbsync({ proxy, folder }: Bench): Promise<Mbsync | null> {
  if (!hasMbsync()) return null;
  const mail = join(folder, 'mbsync');
  mkdirSync(mail);
  const rc = join(folder, 'mbsyncrc');
  writeFileSync(rc, settingsFor(proxy.port, mail), { mode: 0o600 });
  // Not waited for in one go: the counting proxy lives in this very thread.
  const run = async (): Promise<void> => {
    const child = spawn('mbsync', ['-q', '-c', rc, 'bench'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [status] = (await once(child, 'exit')) as [number | null];
    if (status !== 0) throw new Error(`mbsync ended with ${status}`);
  };
  await run();
  return run;
}
