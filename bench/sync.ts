// First sync and no-change poll against a private Dovecot on loopback, beside the library alone fetching the same mailbox to
// nowhere, and beside mbsync where it is installed, in the same run. Figures of one run compare; figures of two machines do not.
// node bench/sync.ts [--messages 10000] [--rounds 3]
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDovecot } from '../tests/helpers/dovecot.ts';
import { median, type Spent } from './figures.ts';
import { writeMailbox, type BenchMailbox } from './mailbox.ts';
import { firstMbsync, hasMbsync } from './mbsync.ts';
import { bundleParts, inOwnProcess } from './own-process.ts';
import type { Figures } from './sync-half.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
  },
});

const mb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

await compare(Number(values.messages), Number(values.rounds));

async function compare(messages: number, rounds: number): Promise<void> {
  const bundles = await bundleParts(['bench/sync-half.ts']);
  const half = (which: 'raw' | 'balie', port: number): Promise<Figures> =>
    inOwnProcess(join(bundles, 'sync-half.mjs'), [which, String(port)]);
  const dovecot = await startDovecot();
  try {
    const startedAt = performance.now();
    const mailbox = writeMailbox(dovecot.mailFolder, messages, Date.now(), dovecot.owner);
    console.error(
      `${mailbox.messages} messages, ${mb(mailbox.bytes)} MB, written in ${Math.round(performance.now() - startedAt)} ms`,
    );
    // The server's own index and the file cache are warm for both.
    await half('raw', dovecot.port);
    const raws: Figures[] = [];
    const balies: Figures[] = [];
    const mbsyncs: Spent[] = [];
    for (let round = 0; round < rounds; round += 1) {
      raws.push(await half('raw', dovecot.port));
      balies.push(await half('balie', dovecot.port));
      if (hasMbsync()) mbsyncs.push(await firstMbsync(dovecot.port));
    }
    report(raws, balies, mbsyncs, mailbox);
  } finally {
    await dovecot.stop();
    rmSync(bundles, { recursive: true });
  }
}

function report(
  raws: readonly Figures[],
  balies: readonly Figures[],
  mbsyncs: readonly Spent[],
  mailbox: BenchMailbox,
): void {
  const of = <F>(figures: readonly F[], read: (figure: F) => number | undefined): number =>
    median(figures.map((figure) => read(figure) ?? Number.NaN));
  const line = (what: string, read: (figure: Spent) => number, goal: string): void => {
    const [theirs, ours] = [of(raws, read), of(balies, read)];
    const others = mbsyncs.length === 0 ? 'not installed' : of(mbsyncs, read);
    console.log(
      `${what}: imapflow to nowhere ${theirs}, Balie ${ours}, ratio ${(ours / theirs).toFixed(2)} (goal ${goal}); mbsync ${others}`,
    );
  };
  const per10000 = (ms: number): string => ((ms * 10) / mailbox.messages).toFixed(2);
  const cpu = ({ cpuMs }: Spent): number => cpuMs;
  line('wall ms', ({ wallMs }) => wallMs, '<= 3.0');
  line('cpu ms', cpu, '<= 3.5');
  console.log(`cpu s for 10,000: imapflow ${per10000(of(raws, cpu))}, Balie ${per10000(of(balies, cpu))}`);
  line('peak MB', ({ peakMb }) => peakMb, 'Balie < 350');
  const bytesIn = ({ bytesIn: bytes }: Figures): number => bytes;
  console.log(`bytes in: ${share(of(balies, bytesIn), of(raws, bytesIn))} of what imapflow fetched`);
  console.log(`first rows after ms: ${of(balies, ({ firstRowsMs }) => firstRowsMs)} (goal < 1000)`);
  console.log(
    `no-change poll: ${of(balies, ({ pollMs }) => pollMs)} ms, ${of(balies, ({ pollBytes }) => pollBytes)} bytes (goal < 60 ms, < 2000 bytes)`,
  );
  console.log(
    `a command waits for the thread at most, 99 of 100: ${of(balies, ({ waitP99Ms }) => waitP99Ms)} ms (goal < 50 ms); worst stall ${of(balies, ({ worstStallMs }) => worstStallMs)} ms`,
  );
  const databaseMb = of(balies, (figures) => figures.databaseMb);
  console.log(
    `database: ${databaseMb} MB, ${share(databaseMb * 1_000_000, mailbox.bytes)} of the mailbox (goal <= 0.25); messages ${balies[0]?.messages}`,
  );
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(3);
}
