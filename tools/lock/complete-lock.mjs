// `node tools/lock/complete-lock.mjs`: after a change of dependencies, adds to package-lock.json the optional entries that
// `npm ci` insists on (optional-entries.mjs). Integrity hashes of those stay unknown until a registry that has them fills them in.
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from '../build/paths.mjs';
import { missingOptionalEntries } from './optional-entries.mjs';

const file = at('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingOptionalEntries(lock.packages);
const { '': project, ...others } = lock.packages;
const sorted = Object.entries({ ...others, ...missing }).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: { '': project, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
);
process.stderr.write(`[balie] package-lock.json: ${Object.keys(missing).length} optional entries added\n`);
