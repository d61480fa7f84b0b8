// From the start of the app to a queue that one can click in, on a desk of 50,000 messages, and what the app weighs then.
// `node bench/start.ts [messages]`, under xvfb-run or with a display. Runs on whatever host the machine has; the driver that
// watches is included in the time. Prints one JSON value; compare only figures of one run.
import { _electron } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import prepareHost from '../tests/e2e/prepare-host.ts';
import { root } from '../tools/build/paths.mjs';
import { DAY_MS } from '../main/domain/instant.ts';
import { createBenchDesk, spread } from './bench-desk.ts';
import { BENCH_NOW } from './synthetic-mail.ts';

const count = Number(process.argv[2] ?? 50_000);
const RUNS = 5;
/** As accounts.add does: what is older is searchable, and never in the queue. */
const HISTORY_DAYS = 30;
const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
prepareHost();
try {
  const desk = createBenchDesk(join(folder, 'balie.db'), BENCH_NOW - HISTORY_DAYS * DAY_MS);
  desk.bringIn({ count, answers: 0.3, days: 300, words: 60 });
  desk.store.close();
  const starts: number[] = [];
  const mainMB: number[] = [];
  // The first one warms the disk's cache and Chromium's profile, and is not counted.
  for (let run = 0; run <= RUNS; run += 1) {
    const measured = await startOnce();
    if (run === 0) continue;
    starts.push(measured.ms);
    mainMB.push(measured.mainMB);
  }
  console.log(
    JSON.stringify({ messages: count, toInteractiveQueueMs: spread(starts), mainAndEngineMB: spread(mainMB) }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function startOnce(): Promise<{ readonly ms: number; readonly mainMB: number }> {
  const begun = performance.now();
  const app = await _electron.launch({ args: [root], cwd: root, env: { ...process.env, BALIE_DATA: folder } });
  try {
    const page = await app.firstWindow();
    await page.getByRole('option').first().click();
    const ms = performance.now() - begun;
    return { ms, mainMB: residentMB(app.process().pid ?? 0) };
  } finally {
    await app.evaluate(({ app: running }) => running.quit()).catch(() => null);
    await app.close();
  }
}

/** The main process with the engine in it (one process); the browser's own are not counted. Linux only: 0 elsewhere. */
function residentMB(pid: number): number {
  const family = [pid, ...childrenOf(pid)];
  const sizes = family.map((member) => {
    const status = readIfThere(`/proc/${member}/status`);
    const isNode = /\/node\b|electron/.test(readIfThere(`/proc/${member}/cmdline`).split('\0')[0] ?? '');
    return isNode ? Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 : 0;
  });
  return Math.round(Math.max(0, ...sizes));
}

function childrenOf(pid: number): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter(
      (name) => /^\d+$/.test(name) && new RegExp(`^PPid:\\s+${pid}$`, 'm').test(readIfThere(`/proc/${name}/status`)),
    )
    .map(Number);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
