// One half of the sync bench, in a process of its own: `raw` is the library alone, fetching everything to nowhere; `balie` is a
// first sync into a new data folder, and polls that find nothing. Prints its figures as one line of JSON.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { IMAP_LIMITS } from '../main/engine/channels/email/imap-session.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER } from '../tests/helpers/dovecot.ts';
import { openSyncDesk, plainAt } from '../tests/helpers/sync-desk.ts';

export type Figures = {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
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
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

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
  return { ...spent(startedAt), messages, bytesIn };
}

async function balie(port: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
  const startedAt = performance.now();
  const desk = openSyncDesk({
    imap: plainAt(port),
    file: join(folder, 'desk.db'),
    limits: IMAP_LIMITS,
    queueFrom: Date.now() - 30 * 86_400_000,
    parseThreads: 2,
    parseWorkerUrl: new URL('./parse-worker.mjs', import.meta.url),
  });
  let lastBeat = performance.now();
  const stalls: number[] = [];
  const beat = setInterval(() => {
    const now = performance.now();
    stalls.push(Math.max(0, now - lastBeat - 5));
    lastBeat = now;
  }, 5);
  const watch = desk.watch();
  let firstRowsMs = 0;
  const looking = setInterval(() => {
    if (firstRowsMs === 0 && desk.events.some(({ kind }) => kind === 'message-stored')) {
      firstRowsMs = performance.now() - startedAt;
      clearInterval(looking);
    }
  }, 5);
  const synced = await watch.syncNow({ mailbox: null, full: false });
  clearInterval(beat);
  clearInterval(looking);
  if (!synced.ok) throw new Error(JSON.stringify(synced.error));
  const figures = { ...spent(startedAt), messages: synced.value.messages, bytesIn: synced.value.bytesIn };
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

/** A stall of so many ms is a wait of up to so many, for whoever comes while it lasts. */
function waitP99(stalls: readonly number[], overMs: number): number {
  const longer = (than: number): number => stalls.reduce((sum, ms) => sum + Math.max(0, ms - than), 0);
  let ms = 0;
  while (longer(ms) > overMs / 100) ms += 1;
  return ms;
}

function spent(startedAt: number): Pick<Figures, 'wallMs' | 'cpuMs' | 'peakMb'> {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  // Not maxRSS: that of the process which started this one is counted in.
  const peakKb = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  return {
    wallMs: Math.round(performance.now() - startedAt),
    cpuMs: Math.round((userCPUTime + systemCPUTime) / 1000),
    peakMb: Math.round(peakKb / 1024),
  };
}
