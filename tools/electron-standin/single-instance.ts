// One running app per data folder. A lock file holds the process id; whoever comes second leaves a note in a spool folder, which
// the first one watches, and goes. A lock whose process is gone is taken over.
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export type SecondStart = {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
};
export type InstanceLock = { readonly release: () => void };

/** Null: another process holds it, and has been told. */
export function takeInstanceLock(
  folder: string,
  additionalData: unknown,
  onSecond: (second: SecondStart) => void,
): InstanceLock | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'standin.lock');
  const spool = join(folder, 'standin-spool');
  if (!tryCreate(file)) {
    if (isHeld(file)) {
      leaveNote(spool, { argv: process.argv, workingDirectory: process.cwd(), additionalData });
      return null;
    }
    rmSync(file, { force: true });
    // Lost to a third one that started at the same moment: it is the first now.
    if (!tryCreate(file)) return takeInstanceLock(folder, additionalData, onSecond);
  }
  rmSync(spool, { recursive: true, force: true });
  mkdirSync(spool, { mode: 0o700 });
  const watcher = watch(spool, (_change, name) => {
    if (name?.endsWith('.json')) readNote(join(spool, name), onSecond);
  });
  watcher.unref();
  return {
    release: () => {
      watcher.close();
      rmSync(spool, { recursive: true, force: true });
      rmSync(file, { force: true });
    },
  };
}

function tryCreate(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === process.pid || pid === 0) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Renamed into place, so that the watcher never reads half a note. */
function leaveNote(spool: string, second: SecondStart): void {
  const draft = join(spool, `${process.pid}.tmp`);
  try {
    writeFileSync(draft, JSON.stringify(second), { mode: 0o600 });
    renameSync(draft, join(spool, `${process.pid}.json`));
  } catch {
    // The first one is on its way out; nobody is left to tell.
  }
}

function readNote(file: string, onSecond: (second: SecondStart) => void): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
    unlinkSync(file);
  } catch {
    // A rename is reported twice; the first report took the note.
    return;
  }
  onSecond(JSON.parse(text) as SecondStart);
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
