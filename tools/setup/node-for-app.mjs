// The Node that runs the app's own code: this one when it is new enough, else Node 24 from the npm registry, kept under
// tools/node24 with a lock of its own. Only platforms whose package exists stand in that lock: npm ci fails on a missing name.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../build/paths.mjs';
import { areInstalled, ensurePackages } from './packages.mjs';
import { StepFailed } from './say.mjs';

/** 22.18 runs TypeScript as it stands and has module.registerHooks; better-sqlite3 needs 22. */
const OLDEST = [22, 18];
const folder = at('tools/node24');

function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** @returns {string | null} */
function ownNode() {
  const packages = join(folder, 'node_modules');
  if (!existsSync(packages)) return null;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const binaries = readdirSync(packages).map((name) => join(packages, name, 'bin', file));
  return binaries.find((binary) => existsSync(binary)) ?? null;
}

/** Null: it must be fetched first. @returns {string | null} */
function nodeAtHand() {
  if (isNewEnough()) return process.execPath;
  return areInstalled(folder) ? ownNode() : null;
}

/** @returns {Promise<string>} */
export async function nodeForApp() {
  const atHand = nodeAtHand();
  if (atHand !== null) return atHand;
  await ensurePackages(
    folder,
    `this machine has Node ${process.versions.node}; fetching Node 24 for the app (45 MB, once)`,
  );
  const fetched = ownNode();
  if (fetched !== null) return fetched;
  throw new StepFailed(
    `Finding Node ${OLDEST.join('.')} or newer`,
    `This machine has Node ${process.versions.node}, and there is no ready package for ${process.platform}-${process.arch}: install Node 24 (nodejs.org) and start again.`,
  );
}
