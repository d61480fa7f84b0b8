// From the start of the app to a queue that one can click in, on a desk of 50,000 messages, and what the app weighs then.
// `node bench/start.ts [messages]`, under xvfb-run or with a display. Runs on whatever host the machine has; the driver that
// watches is included in the time. CPU is that of every process of the app, the browser's too, and says more on a machine that is
// shared. Prints one JSON value; compare only figures of one run.
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
  const cpuMs: number[] = [];
  const mainMB: number[] = [];
  // The first one warms the disk's cache and Chromium's profile, and is not counted.
  for (let run = 0; run <= RUNS; run += 1) {
    const measured = await startOnce();
    if (run === 0) continue;
    starts.push(measured.ms);
    cpuMs.push(measured.cpuMs);
    mainMB.push(measured.mainMB);
  }
  console.log(
    JSON.stringify({
      messages: count,
      toInteractiveQueueMs: spread(starts),
      cpuMs: spread(cpuMs),
      mainAndEngineMB: spread(mainMB),
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function startOnce(): Promise<{ readonly ms: number; readonly cpuMs: number; readonly mainMB: number }> {
  const begun = performance.now();
  const app = await _electron.launch({ args: [root], cwd: root, env: { ...process.env, BALIE_DATA: folder } });
  try {
    const page = await app.firstWindow();
    await page.getByRole('option').first().click();
    const ms = performance.now() - begun;
    const family = familyOf(app.process().pid ?? 0);
    return { ms, cpuMs: cpuOf(family), mainMB: residentMB(family) };
  } finally {
    await app.evaluate(({ app: running }) => running.quit()).catch(() => null);
    await app.close();
  }
}

/** The main process with the engine in it (one process); the browser's own are not counted. Linux only: 0 elsewhere. */
function residentMB(family: readonly number[]): number {
  const sizes = family.map((member) => {
    const status = readIfThere(`/proc/${member}/status`);
    const isNode = /\/node\b|electron/.test(readIfThere(`/proc/${member}/cmdline`).split('\0')[0] ?? '');
    return isNode ? Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 : 0;
  });
  return Math.round(Math.max(0, ...sizes));
}

/** Milliseconds. Linux counts in hundredths of a second; 0 elsewhere. */
function cpuOf(family: readonly number[]): number {
  return family.reduce((sum, member) => {
    // After the name, which may hold anything: the state, nine others, and then user and system time (proc(5)).
    const [, after = ''] = /^.*\) (.*)/s.exec(readIfThere(`/proc/${member}/stat`)) ?? [];
    const fields = after.split(' ');
    return sum + 10 * (Number(fields[11] ?? 0) + Number(fields[12] ?? 0));
  }, 0);
}

/** A process and all that came of it. */
function familyOf(pid: number): readonly number[] {
  if (process.platform !== 'linux') return [pid];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(
      (name) => [Number(name), Number(/^PPid:\s+(\d+)$/m.exec(readIfThere(`/proc/${name}/status`))?.[1] ?? 0)] as const,
    );
  const below = (parent: number): readonly number[] =>
    parents.flatMap(([child, of]) => (of === parent ? [child].concat(below(child)) : []));
  return [pid, ...below(pid)];
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
