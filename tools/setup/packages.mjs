// The npm packages as the lock file has them. What is there is compared with the lock by way of npm's own record of what it
// installed (node_modules/.package-lock.json), so that an `npm ci` by hand counts too; a stamp makes the next look cheap.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from '../build/one-at-a-time.mjs';
import { root } from '../build/paths.mjs';
import { runNpm } from './child.mjs';
import { say, StepFailed } from './say.mjs';

/** @typedef {{ readonly packages: Readonly<Record<string, { readonly version?: string, readonly optional?: boolean }>> }} Lock */

const STAMP = '.balie-installed';

/** @param {string} file @returns {Lock | null} */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {string} folder */
function stampOf(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** @param {string} folder */
function isAsLocked(folder) {
  const lock = readLock(join(folder, 'package-lock.json'));
  const installed = readLock(join(folder, 'node_modules/.package-lock.json'));
  if (lock === null || installed === null) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const there = installed.packages[path];
    // Optional ones are for other platforms, mostly.
    return there === undefined ? wanted.optional === true : there.version === wanted.version;
  });
}

/** Cheap: a hash of one file. @param {string} folder */
export function areInstalled(folder) {
  const stamp = join(folder, 'node_modules', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(folder);
}

/**
 * Installs below `folder` what its lock says, when that is not there yet. No package of ours needs an install script: the native
 * ones carry binaries for every platform.
 * @param {string} folder @param {string} what is said to the user while it lasts
 */
export async function ensurePackages(
  folder = root,
  what = 'installing packages (the first time, and when the lock file changed)',
) {
  if (areInstalled(folder)) return;
  await oneAtATime('install', () => {
    if (areInstalled(folder)) return;
    if (!isAsLocked(folder)) {
      say(`${what} ...`);
      const args = [
        'ci',
        '--ignore-scripts',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ];
      if (!runNpm(args, folder)) {
        throw new StepFailed(
          'Installing packages (npm ci)',
          'See the lines above; a registry that cannot be reached is the usual cause. Then start the command again.',
        );
      }
    }
    writeFileSync(join(folder, 'node_modules', STAMP), stampOf(folder));
  });
}
