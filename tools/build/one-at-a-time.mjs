// One at a time: two commands started together (`npm start` and `npm test`) must not install or build through each other.
// Whoever comes second waits and then finds the work done. A folder is the lock because making one is atomic everywhere; a holder that died is recognised by its process id.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cache } from './paths.mjs';

/** An installation over a slow line takes minutes; whoever waits longer than this is waiting for something else. */
const PATIENCE_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 100;
/** Between making the folder and writing the pid lies a moment: a folder without pid counts as dead only after this. */
const NAMELESS_MS = 2_000;

/** @param {string} folder */
function isHolderAlive(folder) {
  let pid;
  try {
    pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
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

/** @param {string} folder */
function tryTake(folder) {
  mkdirSync(cache, { recursive: true });
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

/**
 * Runs `work` while holding the lock of that name.
 * @template T @param {string} name @param {() => T | Promise<T>} work @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  const folder = join(cache, `${name}.lock`);
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!tryTake(folder)) {
    if (!isHolderAlive(folder)) rmSync(folder, { recursive: true, force: true });
    else if (Date.now() > giveUpAt)
      throw new Error(`${folder} has been held for more than ${PATIENCE_MS / 60_000} minutes`);
    else await sleep(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
