// Where the build reads and writes. Plain Node 20 built-ins: the set-up scripts import this before anything is installed.
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const dist = join(root, 'dist');
/** Machine-made files that may be thrown away at any time. */
export const cache = join(root, '.cache');

/** @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);
