// Flips one random bit of a desk's files a round, opens it, and judges: told, refused, or proved harmless because every row is as it
// was. Anything else is a silent wrong start. Used by the test with few rounds and by bench/flips.ts with a thousand.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shelveBackup } from '../../main/engine/store/backup-desk.ts';
import { backupFolder, listBackups } from '../../main/engine/store/backup-shelf.ts';
import { readDeskNews } from '../../main/engine/store/desk-news.ts';
import { openStore } from '../../main/engine/store/open-store.ts';
import { createFakeDesk, TUESDAY_TEN } from '../../main/engine/ingest/fake-desk.ts';
import { digestOf } from '../helpers/rows-digest.ts';
import { createDraw, wordOf } from '../../bench/synthetic-mail.ts';

export type FlipReport = {
  readonly rounds: number;
  /** By file: the closed desk, its mark, the log of a killed one. */
  readonly flips: Readonly<Record<FlippedPart, number>>;
  readonly restored: number;
  readonly changesMissing: number;
  readonly refused: number;
  readonly harmless: number;
  /** Rounds that started with other rows and said nothing. */
  readonly silent: readonly string[];
  /** Rounds after which the damaged file was not kept as it was, or the restored desk was not sound. */
  readonly wrong: readonly string[];
};

type FlippedPart = 'desk' | 'mark' | 'log';
const PARTS = ['', '-wal', '-mark'] as const;
const LATER = TUESDAY_TEN + 1_000;

export function runFlips(options: {
  readonly rounds: number;
  readonly seed: number;
  readonly messages: number;
  readonly onRound?: (round: number) => void;
}): FlipReport {
  const folder = mkdtempSync(join(tmpdir(), 'balie-flips-'));
  const draw = createDraw(options.seed);
  const closed = join(folder, 'closed');
  const killed = join(folder, 'killed');
  const flips = { desk: 0, mark: 0, log: 0 };
  const counted = { restored: 0, changesMissing: 0, refused: 0, harmless: 0 };
  const silent: string[] = [];
  const wrong: string[] = [];
  try {
    makeDesk(closed, options.messages, draw, false);
    makeDesk(killed, Math.ceil(options.messages / 4), draw, true);
    const rows = { closed: digestOf(join(closed, 'balie.db')), killed: digestOfCopy(killed, folder) };
    for (let round = 0; round < options.rounds; round += 1) {
      const choice = draw();
      const part: FlippedPart = choice < 0.8 ? 'desk' : choice < 0.85 ? 'mark' : 'log';
      flips[part] += 1;
      const here = join(folder, 'round');
      rmSync(here, { recursive: true, force: true });
      cpSync(part === 'log' ? killed : closed, here, { recursive: true });
      const file = join(here, 'balie.db');
      const name = file + { desk: '', mark: '-mark', log: '-wal' }[part];
      const at = flipBit(name, draw);
      const what = `round ${round}: ${part} at ${at}`;
      const bad = part === 'desk' ? createHash('sha256').update(bytesOf(file)).digest('hex') : null;

      const opened = openStore(file, { now: LATER, isMending: true });
      if (!opened.ok) {
        counted.refused += 1;
        continue;
      }
      const news = readDeskNews(opened.value.settings);
      const integrity = opened.value.check.integrity();
      opened.value.close();
      if (integrity !== 'ok') wrong.push(`${what}: ${integrity}`);
      if (news === null) {
        if (digestOf(file) === rows[part === 'log' ? 'killed' : 'closed']) counted.harmless += 1;
        else silent.push(what);
      } else if (news.kind === 'restored') {
        counted.restored += 1;
        const kept = listBackups(file).find(({ kind }) => kind === 'damaged');
        const isKept = kept !== undefined && createHash('sha256').update(bytesOf(kept.file)).digest('hex') === bad;
        if (part === 'desk' && !isKept) wrong.push(`${what}: the damaged file is not what was found`);
      } else counted.changesMissing += 1;
      options.onRound?.(round);
    }
    return { rounds: options.rounds, flips, ...counted, silent, wrong };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeDesk(folder: string, messages: number, draw: () => number, isKilled: boolean): void {
  const file = join(folder, 'balie.db');
  const desk = createFakeDesk({ file });
  const write = (from: number, to: number): void => {
    for (let letter = from; letter < to; letter += 1) {
      const text = Array.from({ length: 80 }, () => wordOf(Math.floor(draw() ** 3 * 5_000))).join(' ');
      desk.receive({
        subject: `Vraag ${letter} over ${wordOf(letter)}`,
        text,
        html: letter % 3 === 0 ? `<p>${text}</p>` : null,
      });
    }
  };
  write(0, Math.ceil(messages / 2));
  const shelved = shelveBackup(file, 'day', TUESDAY_TEN);
  if (!shelved.ok) throw new Error(shelved.error.detail);
  if (isKilled) desk.store.upkeep.emptyLog();
  write(Math.ceil(messages / 2), messages);
  if (isKilled) for (const part of PARTS) copyFileSync(file + part, `${file}.kept${part}`);
  desk.store.close();
  if (isKilled) for (const part of PARTS) copyFileSync(`${file}.kept${part}`, file + part);
  for (const part of PARTS) rmSync(`${file}.kept${part}`, { force: true });
  if (!existsSync(backupFolder(file))) throw new Error('no backup');
}

/** One bit anywhere in the file; answers where. */
function flipBit(file: string, draw: () => number): number {
  const at = Math.floor(draw() * statSync(file).size);
  const handle = openSync(file, 'r+');
  try {
    const byte = Buffer.alloc(1);
    readSync(handle, byte, 0, 1, at);
    byte[0] = (byte[0] ?? 0) ^ (1 << Math.floor(draw() * 8));
    writeSync(handle, byte, 0, 1, at);
  } finally {
    closeSync(handle);
  }
  return at;
}

function bytesOf(file: string): Buffer {
  const bytes = Buffer.alloc(statSync(file).size);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(handle);
  }
  return bytes;
}

/** Reading a killed desk would settle its log. */
function digestOfCopy(killed: string, folder: string): string {
  const copy = join(folder, 'copy');
  cpSync(killed, copy, { recursive: true });
  return digestOf(join(copy, 'balie.db'));
}
