// Copies, restoring and starting of a large desk (reliability-security.md, P19): node bench/storage.ts [messages]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shelveBackup } from '../main/engine/store/backup-desk.ts';
import { openStore } from '../main/engine/store/open-store.ts';
import { restoreStore } from '../main/engine/store/restore-store.ts';
import { digestOf } from '../tests/helpers/rows-digest.ts';
import { createBenchDesk, timed } from './bench-desk.ts';
import { BENCH_NOW } from './synthetic-mail.ts';

const [messages = '100000'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'balie-bench-storage-'));
const file = join(folder, 'balie.db');
const seconds = (ms: number): number => Math.round(ms) / 1_000;
const tell = (what: string, value: unknown): void => void process.stdout.write(`${what}: ${String(value)}\n`);
/** Opens and closes: what the door costs on the way in and out. */
const open = (): { readonly inMs: number; readonly outMs: number } => {
  let close = (): void => {};
  const inMs = timed(() => {
    const opened = openStore(file);
    if (!opened.ok) throw new Error(opened.error.detail);
    close = opened.value.close;
  });
  return { inMs, outMs: timed(close) };
};
try {
  const desk = createBenchDesk(file);
  desk.bringIn({ count: Number(messages), answers: 0.3, days: 700 }, 500);
  desk.store.close();
  tell('database, MB', Math.round(statSync(file).size / 1e6));
  const clean = open();
  tell('opened after a clean exit, s', seconds(clean.inMs));
  tell('closed and added up, s', seconds(clean.outMs));
  rmSync(`${file}-mark`);
  tell('opened and looked through as after a kill, s', seconds(open().inMs));

  const before = digestOf(file, ['setting']);
  let copy = { file: '', at: BENCH_NOW };
  const copyMs = timed(() => {
    const shelved = shelveBackup(file, 'day', BENCH_NOW);
    if (!shelved.ok) throw new Error(shelved.error.detail);
    copy = shelved.value;
  });
  tell('copied and looked through, s', seconds(copyMs));
  const restoreMs = timed(() => {
    const restored = restoreStore(file, copy, BENCH_NOW);
    if (!restored.ok) throw new Error(restored.error.detail);
  });
  tell('restored, s', seconds(restoreMs));
  tell('same rows, to the last bit', digestOf(file, ['setting']) === before);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
