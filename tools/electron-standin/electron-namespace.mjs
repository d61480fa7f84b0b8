// Writes .cache/electron-namespace.d.ts: electron.d.ts with the global `Electron` namespace and without its ambient
// `declare module 'electron'`. An ambient module beats `paths`, and the second type pass could not see the stand-in behind it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const AMBIENT = /^declare module '(?:node:)?(?:electron|original-fs)[^']*' \{\n(?:.*\n)*?\}\n/gm;

const source = readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8');
const namespace = source.replaceAll(AMBIENT, '');
if (namespace === source) throw new Error('electron.d.ts has changed: no ambient modules were found in it');
mkdirSync(join(root, '.cache'), { recursive: true });
writeFileSync(join(root, '.cache/electron-namespace.d.ts'), namespace);
