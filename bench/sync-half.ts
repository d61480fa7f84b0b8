// One half of the sync bench, in a process of its own: `raw` is the library alone, fetching everything to nowhere; `balie` is a
// first sync into a new data folder, and polls that find nothing. Prints its figures as one line of JSON.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { warmUpReading } from '../main/engine/ingest/warm-up.ts';
import { IMAP_LIMITS } from '../main/engine/channels/email/imap-session.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER } from '../tests/helpers/dovecot.ts';
import { openSyncDesk, plainAt } from '../tests/helpers/sync-desk.ts';
import { median, spentSince, waitP99, watchStalls, type Spent } from './figures.ts';

export type Figures = Spent & {
  readonly messages: number;
  readonly bytesIn: number;
  /** Balie only. */
  readonly firstRowsMs?: number;
  readonly pollMs?: number;
  readonly pollBytes?: number;
  readonly databaseMb?: number;
  readonly worstStallMs?: number;
  /** What 99 of 100 commands, given at any moment, would wait at most for the thread. */
  readonly waitP99Ms?: number;
};

const [half, port] = process.argv.slice(2);

console.log(JSON.stringify(await (half === 'raw' ? raw : balie)(Number(port))));

async function raw(port: number): Promise<Figures> {
  const startedAt = performance.now();
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
  await client.mailboxOpen('INBOX');
  let messages = 0;
  for await (const message of client.fetch('1:*', {
    uid: true,
    flags: true,
    internalDate: true,
    size: true,
    source: true,
  })) {
    if (message.source !== undefined) messages += 1;
  }
  const bytesIn = client.stats().received;
  client.close();
  return { ...spentSince(startedAt), messages, bytesIn };
}

async function balie(port: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
  // As the engine does when it has opened.
  warmUpReading();
  const startedAt = performance.now();
  const desk = openSyncDesk({
    imap: plainAt(port),
    file: join(folder, 'desk.db'),
    limits: IMAP_LIMITS,
    queueFrom: Date.now() - 30 * 86_400_000,
    parseThreads: 2,
    parseWorkerUrl: new URL('./parse-worker.mjs', import.meta.url),
  });
  const beats = watchStalls();
  const watch = desk.watch();
  let firstRowsMs = 0;
  const looking = setInterval(() => {
    if (firstRowsMs === 0 && desk.events.some(({ kind }) => kind === 'message-stored')) {
      firstRowsMs = performance.now() - startedAt;
      clearInterval(looking);
    }
  }, 5);
  const synced = await watch.syncNow({ mailbox: null, full: false });
  const stalls = beats.stop();
  clearInterval(looking);
  if (!synced.ok) throw new Error(JSON.stringify(synced.error));
  const figures = { ...spentSince(startedAt), messages: synced.value.messages, bytesIn: synced.value.bytesIn };
  await desk.untilState('live');
  const polls: { readonly ms: number; readonly bytesIn: number }[] = [];
  for (let nr = 0; nr < 5; nr += 1) {
    const pollAt = performance.now();
    const polled = await watch.syncNow({ mailbox: null, full: false });
    if (polled.ok) polls.push({ ms: performance.now() - pollAt, bytesIn: polled.value.bytesIn });
  }
  await desk.stop();
  const databaseMb = Number((statSync(join(folder, 'desk.db')).size / 1_000_000).toFixed(1));
  rmSync(folder, { recursive: true });
  return {
    ...figures,
    firstRowsMs: Math.round(firstRowsMs),
    pollMs: median(polls.map(({ ms }) => Number(ms.toFixed(1)))),
    pollBytes: median(polls.map(({ bytesIn }) => bytesIn)),
    databaseMb,
    worstStallMs: Math.round(Math.max(0, ...stalls)),
    waitP99Ms: waitP99(stalls, figures.wallMs),
  };
}
