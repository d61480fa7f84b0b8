// How much of the owner's disk Balie takes, and how much there is left.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StorageView } from '../../contract/storage.ts';
import { backupFolder } from '../store/backup-shelf.ts';
import { freeBytes } from '../store/disk-room.ts';

export function measureDisk(
  file: string,
  logFolder: string,
): Pick<StorageView, 'databaseBytes' | 'backupBytes' | 'logBytes' | 'freeBytes'> {
  return {
    databaseBytes: bytesOf(file) + bytesOf(`${file}-wal`),
    backupBytes: bytesIn(backupFolder(file)),
    logBytes: bytesIn(logFolder),
    freeBytes: freeBytes(dirname(file)),
  };
}

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function bytesIn(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => sum + bytesOf(join(folder, name)), 0);
  } catch {
    return 0;
  }
}
