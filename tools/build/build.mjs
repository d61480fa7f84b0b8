// `npm run build`: everything that runs, into dist/. Written beside it and moved into place when whole, so that no command
// ever meets half a build. `--if-stale` returns at once when dist/ is of this source.
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LICENCES_FILE, thirdPartyLicences } from './licences.mjs';
import { bundleEntry, ENTRIES, missingEntries } from './node-bundles.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { at, cache, dist } from './paths.mjs';
import { bundleRenderer } from './renderer-bundle.mjs';
import { isBuildStale, sourceFingerprint, stampOf } from './stale.mjs';

/** @param {string} folder */
async function buildInto(folder) {
  const missing = missingEntries();
  if (missing.length > 0) throw new Error(`not in the source: ${missing.map((entry) => entry.source).join(', ')}`);
  // Before, not after: a file saved during the build must make the result stale.
  const stamp = stampOf(folder, sourceFingerprint());
  const bundled = await Promise.all([bundleRenderer(folder), ...ENTRIES.map((entry) => bundleEntry(entry, folder))]);
  // Where a bundle finds its data: ../assets, seen from dist/main and dist/cli. The repository has the same folder.
  cpSync(at('assets'), join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, LICENCES_FILE), thirdPartyLicences(bundled.flat()));
  writeFileSync(stamp.file, stamp.text);
}

/** Two renames; between them lies less than a millisecond without dist/, and never a half one. @param {string} folder */
function moveIntoPlace(folder) {
  const old = `${folder}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(folder, dist);
  rmSync(old, { recursive: true, force: true });
}

async function main() {
  const onlyIfStale = process.argv.includes('--if-stale');
  await oneAtATime('build', async () => {
    if (onlyIfStale && !isBuildStale()) return;
    const began = Date.now();
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'build-'));
    // mkdtemp makes it for this user only; packages are read by others.
    chmodSync(folder, 0o755);
    try {
      await buildInto(folder);
      moveIntoPlace(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    process.stderr.write(`[balie] built in ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  });
}

main().catch((error) => {
  process.stderr.write(`[balie] the build failed: ${error.message}\n`);
  process.exitCode = 1;
});
