// One build at a time: two commands started together (`npm start` and `npm test`) must not write dist/ through each other.
// A folder is the lock because making one is atomic everywhere; a holder that died is recognised by its process id.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cache } from './paths.mjs';

const folder = join(cache, 'build.lock');
const holderFile = join(folder, 'pid');
/** A full build takes seconds; whoever waits longer than this is waiting for something else. */
const PATIENCE_MS = 180_000;
const LOOK_AGAIN_MS = 100;
/** Between making the folder and writing the pid lies a moment: a folder without pid counts as dead only after this. */
const NAMELESS_MS = 2_000;

function isHolderAlive() {
  let pid;
  try {
    pid = Number(readFileSync(holderFile, 'utf8'));
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false });
    return made !== undefined && Date.now() - made.mtimeMs < NAMELESS_MS;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

function tryTake() {
  mkdirSync(cache, { recursive: true });
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(holderFile, String(process.pid));
  return true;
}

/**
 * Runs `work` while holding the lock.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withBuildLock(work) {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!tryTake()) {
    if (!isHolderAlive()) rmSync(folder, { recursive: true, force: true });
    else if (Date.now() > giveUpAt)
      throw new Error(`another build holds ${folder} for more than ${PATIENCE_MS / 1000} s`);
    else await sleep(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
