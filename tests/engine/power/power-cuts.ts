// Records a desk at work, cuts the power at many moments of the recording, and opens what the disk would hold: is it sound, and is
// everything there that somebody had been told? Used by the test with few cuts and by bench/power.ts with many.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDeskNews } from '../../../main/engine/store/desk-news.ts';
import { openStore } from '../../../main/engine/store/open-store.ts';
import { drawing } from '../../helpers/drawing.ts';
import { imagesAt, readRecording } from './durable-images.ts';
import { isKept, wouldLeaveAgain } from './what-was-said.ts';

export type PowerReport = {
  readonly cuts: number;
  readonly writes: number;
  readonly syncs: number;
  /** Things that had been acknowledged by the moments of the cuts, added up. */
  readonly acknowledged: number;
  readonly corrupt: readonly string[];
  readonly lost: readonly string[];
  /** Answers that the server has and that would be sent again. */
  readonly wouldSendTwice: readonly string[];
  /** Starts that asked about the outbox although nothing was lost. */
  readonly doubtedForNothing: number;
};

/** The C compiler's name, or null: the recorder cannot be had here. */
export function findCompiler(): string | null {
  if (process.platform !== 'linux') return null;
  return ['cc', 'gcc'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
}

export function runPowerCuts(options: {
  readonly compiler: string;
  readonly cuts: number;
  readonly rounds: number;
  readonly seed: number;
  /** Says that it synced and did not: shows that a loss would be seen. */
  readonly isDiskLying?: boolean;
}): PowerReport {
  const folder = mkdtempSync(join(tmpdir(), 'balie-power-'));
  try {
    const log = record(options.compiler, folder, options.rounds);
    const recorded = readRecording(log);
    const operations = options.isDiskLying === true ? recorded.filter(({ kind }) => kind !== 'sync') : recorded;
    const draw = drawing(options.seed);
    const moments = Array.from({ length: options.cuts }, () => Math.floor(draw() * operations.length));
    const report = {
      acknowledged: 0,
      corrupt: [] as string[],
      lost: [] as string[],
      twice: [] as string[],
      doubted: 0,
    };
    for (const image of imagesAt(
      operations,
      moments.toSorted((a, b) => a - b),
      draw,
    )) {
      const here = join(folder, 'image');
      rmSync(here, { recursive: true, force: true });
      mkdirSync(here);
      for (const [name, bytes] of image.files) writeFileSync(join(here, name), bytes);
      report.acknowledged += image.said.length;
      const opened = openStore(join(here, 'balie.db'), { now: Date.now() });
      if (!opened.ok) {
        report.corrupt.push(`cut ${image.cut}: ${opened.error.code} ${opened.error.detail}`);
        continue;
      }
      const words = opened.value.check.integrity();
      if (words !== 'ok') report.corrupt.push(`cut ${image.cut}: ${words}`);
      const missing = image.said.filter((line) => !isKept(opened.value, line));
      report.lost.push(...missing.map((line) => `cut ${image.cut}: ${line}`));
      report.twice.push(...image.said.filter((line) => wouldLeaveAgain(opened.value, line)));
      if (readDeskNews(opened.value.settings) !== null && missing.length === 0) report.doubted += 1;
      opened.value.close();
    }
    return {
      cuts: options.cuts,
      writes: operations.filter(({ kind }) => kind === 'write').length,
      syncs: operations.filter(({ kind }) => kind === 'sync').length,
      acknowledged: report.acknowledged,
      corrupt: report.corrupt,
      lost: report.lost,
      wouldSendTwice: report.twice,
      doubtedForNothing: report.doubted,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers the file of the recording. */
function record(compiler: string, folder: string, rounds: number): string {
  const library = join(folder, 'recorder.so');
  const source = fileURLToPath(new URL('./recorder.c', import.meta.url));
  const built = spawnSync(compiler, ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  const desk = join(folder, 'desk');
  mkdirSync(desk);
  const log = join(folder, 'recording');
  const child = fileURLToPath(new URL('./power-child.ts', import.meta.url));
  const worked = spawnSync(process.execPath, [child, desk, String(rounds)], {
    encoding: 'utf8',
    env: { ...process.env, LD_PRELOAD: library, RECORD_DIR: `${desk}/`, RECORD_LOG: log },
  });
  if (worked.status !== 0 || worked.stdout.includes('error')) throw new Error(worked.stderr + worked.stdout);
  return log;
}
