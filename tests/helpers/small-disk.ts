// A disk of a few megabytes that a test can fill and empty: a tmpfs of its own. Only root may mount one, and only on Linux.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = {
  readonly folder: string;
  /** Takes what is left, to the last byte. */
  readonly fill: () => void;
  readonly empty: () => void;
  readonly remove: () => void;
};

/** null: cannot be had here. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'balie-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => {
      mkdirSync(ballast, { recursive: true });
      for (const bytes of [65_536, 4_096, 512, 1]) writeUntilFull(join(ballast, `of-${bytes}`), bytes);
    },
    empty: () => rmSync(ballast, { recursive: true, force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: string, bytes: number): void {
  const block = Buffer.alloc(bytes, 1);
  const handle = openSync(file, 'a');
  try {
    for (;;) writeSync(handle, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(handle);
  }
}
