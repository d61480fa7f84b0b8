import { describe, expect, it } from 'vitest';
import { faultsOf, NEEDED, neededUnpacked } from './contents.mjs';

const target = 'linux-x64';
const good = {
  packed: [...NEEDED, 'dist/renderer/assets/index-a1b2c3.js', 'dist/assets/tray/alert.png'],
  unpacked: neededUnpacked(target),
  target,
};
const without = (list: readonly string[], path: string): string[] => list.filter((other) => other !== path);

describe('the files of a package', () => {
  it('are in order when all that is needed is there and nothing else', () => {
    expect(faultsOf(good)).toEqual([]);
  });
  it.each(NEEDED)('are not in order without %s', (path) => {
    expect(faultsOf({ ...good, packed: without(good.packed, path) })).toEqual([`missing: ${path}`]);
  });
  it.each(neededUnpacked(target))('are not in order when %s lies in the archive', (path) => {
    const faults = faultsOf({ ...good, packed: [...good.packed, path], unpacked: without(good.unpacked, path) });
    expect(faults).toContain(`missing beside the archive: ${path}`);
    expect(faults).toContain(`too much: ${path}`);
  });
  it.each([
    'main/shell/index.ts',
    'dist/main/index.js.map',
    'dist/cli/balie.js',
    'tools/electron-standin/electron.ts',
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
    'node_modules/imapflow/lib/imap-flow.js',
    '.env',
  ])('may not hold %s', (path) => {
    expect(faultsOf({ ...good, packed: [...good.packed, path] })).toEqual([`too much: ${path}`]);
  });
  it('may not hold the native modules of another platform', () => {
    const other = 'node_modules/keytar/prebuilds/win32-x64/keytar.node';
    expect(faultsOf({ ...good, unpacked: [...good.unpacked, other] })).toEqual([
      `too much beside the archive: ${other}`,
    ]);
  });
});
