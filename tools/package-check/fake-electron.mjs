// A folder that electron-builder takes for an unpacked Electron: the packaging can then be tried, and its result looked into,
// where the runtime cannot be downloaded. The program in it is nothing but the place where the fuses are set.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUSES } from '../packaging/set-fuses.mjs';

/** Marks the fuses in Electron's binary (electron/fuses, constants). After it: version, length, one character a fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;

/** @param {string} folder */
export function writeFakeElectron(folder) {
  const count = Object.keys(FUSES).length;
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  // All on: what the check then finds off was switched off by us.
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([WIRE_VERSION, count]),
    Buffer.from('1'.repeat(count)),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/false\n'), wire, Buffer.from('\n')]), {
    mode: 0o755,
  });
  for (const file of [
    'LICENSE',
    'LICENSES.chromium.html',
    'version',
    'locales/nl.pak',
    'locales/en-US.pak',
    'locales/fr.pak',
  ]) {
    writeFileSync(join(folder, file), '');
  }
}
