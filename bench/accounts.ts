// Five accounts that are synced for the first time at once: time, CPU, memory, what a command waits, and whether each gets its share;
// then one of them hangs and the others must not notice. And one mailbox of 50,000 beside one of 10,000. Needs dovecot-imapd.
// node bench/accounts.ts [--messages 2000] [--large 50000] [--only together|large]
import { mkdirSync, rmSync, writeFileSync, chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DOVECOT_PASSWORD, startDovecot, type Dovecot } from '../tests/helpers/dovecot.ts';
import { ACCOUNTS, userOf, type TogetherFigures } from './accounts-half.ts';
import { writeMailbox } from './mailbox.ts';
import { bundleParts, inOwnProcess } from './own-process.ts';
import type { Figures } from './sync-half.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '2000' },
    large: { type: 'string', default: '50000' },
    only: { type: 'string' },
  },
});
const SMALL = 10_000;

const bundles = await bundleParts(['bench/sync-half.ts', 'bench/accounts-half.ts']);
try {
  if (values.only !== 'large') await together(Number(values.messages));
  if (values.only !== 'together') await large(Number(values.large));
} finally {
  rmSync(bundles, { recursive: true });
}

async function together(messages: number): Promise<void> {
  const dovecot = await startDovecot();
  try {
    const folders = openMailboxes(dovecot);
    for (const [nr, folder] of folders.entries()) writeMailbox(folder, messages, Date.now(), dovecot.owner, nr);
    const half = (...words: readonly string[]): Promise<TogetherFigures> =>
      inOwnProcess(join(bundles, 'accounts-half.mjs'), [String(dovecot.port), ...words]);
    // The server's own index and the file cache are warm for both.
    await half('after-another', folders.join(','));
    const alone = await half('after-another', folders.join(','));
    const at = await half('at-once', folders.join(','));
    console.log(`${ACCOUNTS} accounts of ${messages} messages`);
    console.log(`one after another: ${said(alone)}`);
    console.log(`at once: ${said(at)}; wall time ${(at.wallMs / alone.wallMs).toFixed(2)} of one after another`);
    console.log(
      `99 of 100 commands wait at most ${at.waitP99Ms} ms meanwhile (goal < 50 ms), worst ${at.worstStallMs} ms`,
    );
    console.log(
      `when the first account was through, the others had ${at.shares.map((share) => `${Math.round(share * 100)} %`).join(', ')}; the last was through after ${(at.lastMs / at.firstMs).toFixed(2)} times as long`,
    );
    console.log(
      `new mail in the others, median: ${at.quietMs} ms; while one account hangs: ${at.hangingMs} ms, worst ${at.worstHangingMs} ms (goal: at most 2,000 ms more)`,
    );
  } finally {
    await dovecot.stop();
  }
}

function said({ wallMs, cpuMs, peakMb }: TogetherFigures): string {
  return `${(wallMs / 1000).toFixed(1)} s, ${(cpuMs / 1000).toFixed(1)} CPU s, peak ${peakMb} MB`;
}

/** Users beside the one that the private server has. Answers their Maildirs. */
function openMailboxes(dovecot: Dovecot): readonly string[] {
  const users = join(dovecot.mailFolder, '../../users');
  const names = Array.from({ length: ACCOUNTS }, (_, nr) => userOf(nr));
  writeFileSync(users, names.map((name) => `${name}:{PLAIN}${DOVECOT_PASSWORD}::::::\n`).join(''));
  chmodSync(users, 0o644);
  return names.map((name) => {
    const folder = join(dovecot.mailFolder, '..', name);
    mkdirSync(folder, { recursive: true });
    chownSync(folder, dovecot.owner.uid, dovecot.owner.gid);
    return folder;
  });
}

async function large(messages: number): Promise<void> {
  const [small, big] = [await firstSync(SMALL), await firstSync(messages)];
  console.log(`first sync of ${SMALL}: ${line(small)}`);
  console.log(
    `first sync of ${messages}: ${line(big)}; ${(big.wallMs / small.wallMs).toFixed(2)} times the time, ${(big.cpuMs / small.cpuMs).toFixed(2)} times the CPU (goal for 50,000: at most 6)`,
  );
}

function line({ wallMs, cpuMs, peakMb, databaseMb, waitP99Ms }: Figures): string {
  return `${(wallMs / 1000).toFixed(1)} s, ${(cpuMs / 1000).toFixed(1)} CPU s, peak ${peakMb} MB, database ${databaseMb} MB, 99 of 100 commands wait at most ${waitP99Ms} ms`;
}

async function firstSync(messages: number): Promise<Figures> {
  const dovecot = await startDovecot();
  try {
    writeMailbox(dovecot.mailFolder, messages, Date.now(), dovecot.owner);
    const half = (which: 'raw' | 'balie'): Promise<Figures> =>
      inOwnProcess(join(bundles, 'sync-half.mjs'), [which, String(dovecot.port)]);
    await half('raw');
    return await half('balie');
  } finally {
    await dovecot.stop();
  }
}
