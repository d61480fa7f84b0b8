// Restores a data folder from a file, for a host without an engine: the command line, beside which no app may keep the desk.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result } from '../../contract/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { createSystemClock } from '../ports/system-clock.ts';
import { takeDeskLock } from '../store/desk-lock.ts';
import { refuseNetworkFolder } from '../store/disk-room.ts';
import type { Restored } from '../store/mend-desk.ts';
import { restoreStore } from '../store/restore-store.ts';
import { deskFile, keeperFile } from './desk-files.ts';

/** `writtenAt`: of when the copy is. */
export function restoreDeskIn(dataFolder: string, copy: string, writtenAt: Instant): Result<Restored> {
  const here = refuseNetworkFolder(dataFolder);
  if (!here.ok) return here;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const lock = takeDeskLock(join(dataFolder, keeperFile));
  if (lock === null) return failed('store-busy', 'auto', 'Balie is open on this data folder');
  try {
    return restoreStore(join(dataFolder, deskFile), { file: copy, at: writtenAt }, createSystemClock().now());
  } finally {
    lock.release();
  }
}
