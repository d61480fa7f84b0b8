// How much room the disk has, and whether a folder lies on another computer's disk.
import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { failed, ok, type Result } from '../../contract/errors.ts';

type FileSystem = { readonly type: number; readonly bavail: number; readonly bsize: number };
type LookAt = (folder: string) => FileSystem;

/** What must be left for the desk itself: a first sync's log grows by as much between two checkpoints. */
const SPARE_BYTES = 64 * 1024 * 1024;

export function freeBytes(folder: string, lookAt: LookAt = statfsSync): number {
  const { bavail, bsize } = lookAt(folder);
  return bavail * bsize;
}

/** Fails with disk-full before anything is written. `spare` is smaller in tests only. */
export function roomFor(bytes: number, folder: string, spare = SPARE_BYTES): Result<null> {
  const free = freeBytes(folder);
  return free >= bytes + spare ? ok(null) : failed('disk-full', 'user', `${free} bytes free, ${bytes + spare} needed`);
}

/**
 * Linux's numbers of file systems that live elsewhere (statfs(2), linux/magic.h). Locks and shared memory, which a desk that two
 * processes have open lives by, do not reach across a network: SQLite's own documentation calls it a way to corrupt a database.
 */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x73757245, 'Coda'],
  [0x564c, 'NCP'],
  [0x0bd00bd0, 'Lustre'],
]);

/** Fails with network-folder. Asks the nearest folder that exists. */
export function refuseNetworkFolder(folder: string, lookAt: LookAt = statfsSync): Result<null> {
  const share = networkShare(folder, process.platform, lookAt);
  return share === null ? ok(null) : failed('network-folder', 'user', `${share}: ${folder}`, { kind: share });
}

/**
 * On Windows a share is known by its name alone (a drive letter given to one is not); on macOS the numbers mean something else,
 * and nothing is known.
 */
export function networkShare(folder: string, platform: NodeJS.Platform, lookAt: LookAt): string | null {
  if (platform === 'win32') return /^[\\/]{2}[^?.\\/]/.test(folder) ? 'SMB' : null;
  if (platform !== 'linux') return null;
  let there = resolve(folder);
  while (!existsSync(there)) there = dirname(there);
  // 32-bit machines answer the same number as a negative one.
  return NETWORK_FILE_SYSTEMS.get(lookAt(there).type >>> 0) ?? null;
}
