// First sync and no-change poll against a private Dovecot on loopback, beside the library alone fetching the same mailbox to
// nowhere in the same run. Figures of one run compare; figures of two machines do not.
// node bench/sync.ts [--messages 10000] [--rounds 3]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEntry } from '../tools/build/node-bundles.mjs';
import { startDovecot } from '../tests/helpers/dovecot.ts';
import { writeMailbox } from './mailbox.ts';
import type { Figures } from './sync-half.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
  },
});

const mb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

await compare(Number(values.messages), Number(values.rounds));

async function compare(messages: number, rounds: number): Promise<void> {
  const bundles = await bundleHalves();
  const dovecot = await startDovecot();
  try {
    const startedAt = performance.now();
    const mailbox = writeMailbox(dovecot.mailFolder, messages, Date.now(), dovecot.owner);
    console.error(
      `${mailbox.messages} messages, ${mb(mailbox.bytes)} MB, written in ${Math.round(performance.now() - startedAt)} ms`,
    );
    // The server's own index and the file cache are warm for both.
    await inOwnProcess(bundles, 'raw', dovecot.port);
    const raws: Figures[] = [];
    const balies: Figures[] = [];
    for (let round = 0; round < rounds; round += 1) {
      raws.push(await inOwnProcess(bundles, 'raw', dovecot.port));
      balies.push(await inOwnProcess(bundles, 'balie', dovecot.port));
    }
    report(raws, balies);
  } finally {
    await dovecot.stop();
    rmSync(bundles, { recursive: true });
  }
}

function report(raws: readonly Figures[], balies: readonly Figures[]): void {
  const of = (figures: readonly Figures[], read: (figure: Figures) => number | undefined): number =>
    median(figures.map((figure) => read(figure) ?? Number.NaN));
  const line = (what: string, read: (figure: Figures) => number | undefined, goal: string): void => {
    const [theirs, ours] = [of(raws, read), of(balies, read)];
    console.log(
      `${what}: imapflow to nowhere ${theirs}, Balie ${ours}, ratio ${(ours / theirs).toFixed(2)} (goal ${goal})`,
    );
  };
  line('wall ms', ({ wallMs }) => wallMs, '<= 3.0');
  line('cpu ms', ({ cpuMs }) => cpuMs, '<= 3.5');
  line('peak MB', ({ peakMb }) => peakMb, 'Balie < 350');
  line('bytes in', ({ bytesIn }) => bytesIn, 'fewer');
  console.log(`first rows after ms: ${of(balies, ({ firstRowsMs }) => firstRowsMs)} (goal < 1000)`);
  console.log(
    `no-change poll: ${of(balies, ({ pollMs }) => pollMs)} ms, ${of(balies, ({ pollBytes }) => pollBytes)} bytes (goal < 60 ms, < 2000 bytes)`,
  );
  console.log(
    `a command waits for the thread at most, 99 of 100: ${of(balies, ({ waitP99Ms }) => waitP99Ms)} ms (goal < 50 ms); worst stall ${of(balies, ({ worstStallMs }) => worstStallMs)} ms`,
  );
  console.log(`database MB: ${of(balies, ({ databaseMb }) => databaseMb)}; messages ${balies[0]?.messages}`);
}

/** As the app is bundled: run as TypeScript, every thread would first load a compiler, which no owner ever pays for. */
async function bundleHalves(): Promise<string> {
  // Within the project, so that native packages are found.
  const folder = mkdtempSync(join(import.meta.dirname, '..', 'node_modules', '.bench-'));
  const entry = { platform: 'node', format: 'esm' } as const;
  const worker = 'main/engine/channels/email/parse/parse-worker.ts';
  await bundleEntry({ ...entry, source: 'bench/sync-half.ts', out: 'sync-half.mjs' }, folder);
  await bundleEntry({ ...entry, source: worker, out: 'parse-worker.mjs' }, folder);
  return folder;
}

function inOwnProcess(bundles: string, half: 'raw' | 'balie', port: number): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundles, 'sync-half.mjs'), half, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.on('exit', (code) => {
      if (code !== 0) {
        reject(new Error(`${half} ended with ${code}`));
        return;
      }
      console.error(half, said.trim());
      resolve(JSON.parse(said) as Figures);
    });
  });
}
