// What the app costs while nobody does anything: CPU and wake-ups of every process it consists of, with one account that waits for
// mail by IDLE; first with its window on the screen, then in the tray. Linux, a Dovecot, and a display or xvfb-run.
// node bench/idle.ts [--messages 10000] [--seconds 120]. Runs on whatever host the machine has. Compare figures of one run only.
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BalieBridge } from '../main/contract/bridge.ts';
import { startDovecot } from '../tests/helpers/dovecot.ts';
import { startSmtp } from '../tests/helpers/smtp.ts';
import prepareHost from '../tests/e2e/prepare-host.ts';
import { root } from '../tools/build/paths.mjs';
import { connectAccount } from './connect-account.ts';
import { writeMailbox } from './mailbox.ts';

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '10000' }, seconds: { type: 'string', default: '120' } },
});
/** After the last work: opening moments of the server's connections, garbage, the browser's own settling. */
const SETTLE_MS = 20_000;
const LOOK_MS = 1_000;

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;
/** Wake-ups by thread: one that ends takes its count along. */
type Spent = { readonly cpuMs: number; readonly wakes: ReadonlyMap<string, number> };

const data = mkdtempSync(join(tmpdir(), 'balie-idle-'));
prepareHost();
const dovecot = await startDovecot();
const smtp = await startSmtp({ security: 'plain' });
try {
  writeMailbox(dovecot.mailFolder, Number(values.messages), Date.now(), dovecot.owner);
  const app = await _electron.launch({
    args: [root],
    cwd: root,
    env: { ...process.env, BALIE_DATA: data, HOME: data },
  });
  try {
    const page = await app.firstWindow();
    await page.locator('#root > *').first().waitFor();
    await connect(page);
    const shown = await idle(app);
    const window = await app.browserWindow(page);
    await window.evaluate((shown) => shown.close());
    const tray = await idle(app);
    console.log(JSON.stringify({ messages: Number(values.messages), seconds: Number(values.seconds), shown, tray }));
  } finally {
    await app.evaluate(({ app: running }) => running.quit()).catch(() => null);
    await app.close();
  }
} finally {
  await smtp.stop();
  await dovecot.stop();
  rmSync(data, { recursive: true, force: true });
}

async function connect(page: Page): Promise<void> {
  await connectAccount(page, { imap: dovecot.port, smtp: smtp.port });
  const isLive = (): Promise<boolean> =>
    page.evaluate(async () => {
      const accounts = await (Reflect.get(globalThis, 'balie') as BalieBridge).call('accounts.list', {});
      return accounts.ok && accounts.value[0]?.state.kind === 'live';
    });
  while (!(await isLive())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  // The day's copy would come in the middle of it: a second of work, once a day.
  await page.evaluate(() => (Reflect.get(globalThis, 'balie') as BalieBridge).call('storage.backUp', {}));
}

async function idle(app: ElectronApplication): Promise<Record<string, unknown>> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const pid = app.process().pid ?? 0;
  const [before, at] = [family(pid), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, Number(values.seconds) * 1_000));
  const [after, ms] = [family(pid), performance.now() - at];
  const main = [...before.keys()].filter((member) => isMain(member));
  return { mainAndEngine: said(before, after, main, ms), everyProcess: said(before, after, [...before.keys()], ms) };
}

function said(
  before: ReadonlyMap<number, Spent>,
  after: ReadonlyMap<number, Spent>,
  members: readonly number[],
  ms: number,
): Record<string, number> {
  const sum = (passed: (from: Spent, until: Spent) => number): number =>
    members.reduce((total, pid) => {
      const [from, until] = [before.get(pid), after.get(pid)];
      return from === undefined || until === undefined ? total : total + passed(from, until);
    }, 0);
  const cpuMs = sum((from, until) => until.cpuMs - from.cpuMs);
  const wakes = sum((from, until) =>
    [...until.wakes].reduce((total, [thread, count]) => total + count - (from.wakes.get(thread) ?? count), 0),
  );
  return {
    processes: members.length,
    cpuPercent: Number(((cpuMs / ms) * 100).toFixed(3)),
    wakesPerSecond: Number(((wakes / ms) * 1_000).toFixed(1)),
  };
}

/** Everything below that process, and itself. */
function family(pid: number): ReadonlyMap<number, Spent> {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parentOf = new Map(all.map((one) => [one, Number(/^PPid:\s+(\d+)$/m.exec(read(`${one}/status`))?.[1] ?? 0)]));
  const belongs = (one: number): boolean => one === pid || (one > 1 && belongs(parentOf.get(one) ?? 0));
  return new Map(all.filter(belongs).map((one) => [one, spentBy(one)]));
}

function spentBy(pid: number): Spent {
  // Fields 14 and 15, after a name that may hold spaces.
  const fields = read(`${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  const cpuMs = (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
  const wakesOf = (thread: string): number =>
    Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(read(`${pid}/task/${thread}/status`))?.[1] ?? 0);
  const wakes = new Map(list(`${pid}/task`).map((thread) => [thread, wakesOf(thread)]));
  return { cpuMs, wakes };
}

function isMain(pid: number): boolean {
  return /\/node\b|electron/.test(read(`${pid}/cmdline`).split('\0')[0] ?? '');
}

function read(file: string): string {
  try {
    return readFileSync(join('/proc', file), 'utf8');
  } catch {
    return '';
  }
}
function list(folder: string): readonly string[] {
  try {
    return readdirSync(join('/proc', folder));
  } catch {
    return [];
  }
}
