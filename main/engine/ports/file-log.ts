// The log in the data folder: one line of JSON an entry, a few small files, readable by the owner alone.
// Written at once and not buffered: the lines before a crash are the ones that matter.
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Logger } from './ports.ts';
import type { Redactor } from './redactor.ts';

// A week of an ordinary desk is some hundred kB; three files of 1 MB never fill a disk.
const MAX_BYTES = 1_000_000;
const KEPT_FILES = 3;

/** Never throws: a full disk must not take the desk down because of its log. */
export function createFileLog(file: string, redactor: Redactor, now: () => number): Logger {
  let size = sizeOf(file);
  return (level, what, facts) => {
    const clean = Object.entries(facts ?? {}).map(([name, fact]) => [
      name,
      typeof fact === 'string' ? redactor.clean(fact) : fact,
    ]);
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), level, what: redactor.clean(what), ...Object.fromEntries(clean) })}\n`;
    try {
      if (size > MAX_BYTES) {
        rotate(file);
        size = 0;
      }
      if (size === 0) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      appendFileSync(file, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      // Nowhere left to say it.
    }
  };
}

function rotate(file: string): void {
  rmSync(`${file}.${KEPT_FILES}`, { force: true });
  for (let age = KEPT_FILES - 1; age >= 1; age -= 1) {
    if (sizeOf(`${file}.${age}`) > 0) renameSync(`${file}.${age}`, `${file}.${age + 1}`);
  }
  renameSync(file, `${file}.1`);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
