// Is dist/ older than what it was built from? A fingerprint of names, sizes and times: some hundreds of stats, about 10 ms,
// so that every `npm run balie` can afford to ask. Plain Node 20 built-ins.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { dist, root } from './paths.mjs';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'assets',
  'tools/build',
  'package.json',
  'package-lock.json',
  'LICENSE',
];
const STAMP = '.built-from';

/** A test beside the source is no part of the product: editing one must not cost a build. */
const isTest = (/** @type {string} */ name) => /\.(test|spec)\.tsx?$/.test(name);

/** @param {string} path @param {(line: string) => void} add */
function walk(path, add) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).toSorted()) if (!isTest(name)) walk(join(path, name), add);
  } else add(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}`);
}

/** What dist/ would be built from at this moment. */
export function sourceFingerprint() {
  const hash = createHash('sha256').update(`node_modules of ${process.platform}-${process.arch}\n`);
  for (const source of SOURCES) walk(join(root, source), (line) => hash.update(line + '\n'));
  return hash.digest('hex');
}

/** @param {string} folder a finished build @param {string} fingerprint taken before the build began */
export const stampOf = (folder, fingerprint) => ({ file: join(folder, STAMP), text: fingerprint });

export function isBuildStale() {
  const stamp = join(dist, STAMP);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceFingerprint();
}
