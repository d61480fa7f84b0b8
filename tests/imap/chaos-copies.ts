// Fresh copies of one mailbox over a line that goes wrong, from a server whose processes are killed: how many tries each needs, and
// whether what it has in the end is what the server has. Used by the test with few copies and by bench/chaos.ts with many.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawing } from '../helpers/drawing.ts';
import { startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { FAULTS, startFaultProxy, type Fault, type FaultProxy } from '../helpers/fault-proxy.ts';
import { customerMail, openSyncDesk, type SyncDesk } from '../helpers/sync-desk.ts';
import { createTestCa } from '../helpers/test-ca.ts';

export type ChaosReport = {
  readonly copies: number;
  readonly runs: number;
  readonly mostRuns: number;
  readonly processesKilled: number;
  readonly faults: Readonly<Record<Fault, number>>;
  /** UIDs of the server that a copy has not, UIDs it has too many, mails that are not what was sent. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly spoiled: readonly string[];
};

export type ChaosOptions = {
  readonly copies: number;
  readonly messages: number;
  readonly seed: number;
  /** Told of each copy what its runs came to. */
  readonly onCopy?: (copy: number, ends: readonly string[]) => void;
};

/** More tries than this for one copy count as never. */
export const MOST_RUNS = 8;
/** Over clear text nobody can know that a byte of a letter was changed on the way; under TLS it ends the connection. */
const WITHOUT_TLS = FAULTS.filter((fault) => fault !== 'corrupt');
const SERVICES = ['imap', 'imap', 'imap-login', 'auth'] as const;
/** A copy takes about half as long. */
const LONGEST_CALM_MS = 700;
/** The server starts its processes anew at its own pace; nobody knocks again at once. */
const PAUSE_MS = 250;

export async function runChaosCopies(options: ChaosOptions): Promise<ChaosReport> {
  const draw = drawing(options.seed);
  const ca = createTestCa();
  const dovecot = await startDovecot({ certificate: ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] }) });
  const words = new Map<string, string>();
  for (let nr = 0; nr < options.messages; nr += 1) {
    const messageId = `k${nr}@klant.example`;
    const body = `Letter ${nr} ${'x'.repeat(Math.floor(draw() * 4_000))} einde ${nr}`;
    words.set(messageId, body);
    dovecot.deliver(customerMail(`Vraag ${nr}`, { messageId, body }));
  }
  const faults: Record<Fault, number> = { cut: 0, 'half-close': 0, stall: 0, delay: 0, corrupt: 0 };
  const lost: string[] = [];
  const doubled: string[] = [];
  const spoiled: string[] = [];
  let runs = 0;
  let mostRuns = 0;
  let processesKilled = 0;

  const copyOnce = async (copy: number): Promise<void> => {
    const isTls = copy % 2 === 0;
    const plan = { draw, faults: isTls ? FAULTS : WITHOUT_TLS, share: 0.4, withinBytes: 400_000 };
    const proxy = await startFaultProxy(isTls ? dovecot.tlsPort : dovecot.port, plan);
    const folder = mkdtempSync(join(tmpdir(), 'balie-chaos-'));
    const open = (): SyncDesk =>
      openSyncDesk({
        imap: { host: '127.0.0.1', port: proxy.port, security: isTls ? 'tls' : 'plain' },
        ca: ca.ca,
        file: join(folder, 'balie.db'),
      });
    try {
      let isWhole = false;
      const ends: string[] = [];
      while (!isWhole && ends.length < MOST_RUNS) {
        const desk = open();
        const killer = startKiller(dovecot, draw);
        const synced = await desk.watch().syncNow({ mailbox: null, full: true });
        isWhole = synced.ok;
        ends.push(synced.ok ? 'whole' : `${synced.error.code} (${synced.error.detail})`);
        processesKilled += killer.stop();
        await desk.stop();
        if (!isWhole) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      runs += ends.length;
      mostRuns = Math.max(mostRuns, ends.length);
      const desk = open();
      const found = compare(desk, await uidsOn(dovecot), words);
      if (!isWhole) lost.push(`copy ${copy} never came to an end`);
      lost.push(...found.missing.map((what) => `copy ${copy}: ${what}`));
      doubled.push(...found.extra.map((what) => `copy ${copy}: ${what}`));
      spoiled.push(...found.wrong.map((what) => `copy ${copy}: ${what}`));
      await desk.stop();
      options.onCopy?.(copy, ends);
    } finally {
      addFaults(faults, proxy);
      await proxy.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };

  try {
    for (let copy = 0; copy < options.copies; copy += 1) await copyOnce(copy);
    return { copies: options.copies, runs, mostRuns, processesKilled, faults, lost, doubled, spoiled };
  } finally {
    await dovecot.stop();
  }
}

/** In two of three runs, ends one of the server's processes somewhere on the way. */
function startKiller(dovecot: Dovecot, draw: () => number): { readonly stop: () => number } {
  let killed = 0;
  const service = SERVICES[Math.floor(draw() * SERVICES.length)] ?? 'imap';
  const atMs = draw() * LONGEST_CALM_MS;
  const isStriking = draw() < 0.66;
  const timer = setTimeout(() => (killed += isStriking ? dovecot.killSessions(service) : 0), atMs);
  return {
    stop: () => {
      clearTimeout(timer);
      return killed;
    },
  };
}

async function uidsOn(dovecot: Dovecot): Promise<readonly number[]> {
  // The process that answers may be one that was just killed.
  for (let tries = 0; ; tries += 1) {
    try {
      const found = await dovecot.doveadm('search', '-u', 'info@dewinkel.example', 'mailbox', 'INBOX', 'ALL');
      return found
        .trim()
        .split('\n')
        .map((line) => Number(line.split(' ')[1]));
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function compare(desk: SyncDesk, there: readonly number[], words: ReadonlyMap<string, string>) {
  const inbox = desk.store.mailboxes.list(desk.account.id).find(({ role }) => role === 'inbox');
  const here = inbox === undefined ? [] : desk.store.mailboxes.uids(inbox.id);
  const own = new Set(here);
  const copies = [...words].map(([messageId, body]) => {
    const rows = desk.store.messages.withMessageId(desk.account.id, messageId);
    return { messageId, body, rows };
  });
  return {
    missing: [
      ...there.filter((uid) => !own.has(uid)).map((uid) => `UID ${uid}`),
      ...copies.filter(({ rows }) => rows.length === 0).map(({ messageId }) => messageId),
    ],
    extra: [
      ...here.filter((uid) => !there.includes(uid)).map((uid) => `UID ${uid}`),
      ...copies.filter(({ rows }) => rows.length > 1).map(({ messageId }) => messageId),
    ],
    wrong: copies
      .filter(({ rows: [row], body }) => row !== undefined && desk.store.bodies.text(row.id).trim() !== body)
      .map(({ messageId }) => messageId),
  };
}

function addFaults(sum: Record<Fault, number>, proxy: FaultProxy): void {
  for (const fault of FAULTS) sum[fault] += proxy.happened()[fault];
}
