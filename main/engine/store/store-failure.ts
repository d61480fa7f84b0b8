// SQLite's own troubles are the world's and not our bugs: the disk is full, the file is damaged, somebody holds it.
import { failed, type Failure } from '../../contract/errors.ts';

/** null: not an error of the store. */
export function failureOfStore(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const code = error.code;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return failed('disk-full', 'user', code).error;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return failed('store-damaged', 'user', code).error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return failed('store-busy', 'auto', code).error;
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') {
    // A disk that cannot write is told as one that is full: the owner's remedy (look at the disk) is the same.
    return failed('disk-full', 'user', code).error;
  }
  return null;
}

/**
 * After these nothing that the connection said can be relied on: a failed fsync may have dropped the pages it was to write, and the
 * next one reports success (PostgreSQL, 2018). A disk that is merely full takes back the transaction and is as it was.
 */
export function isBrokenStore(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  const { code } = error;
  // The shared index of the log finds no room: the disk is full.
  if (code === 'SQLITE_IOERR_SHMSIZE' || code === 'SQLITE_IOERR_SHMOPEN') return false;
  return code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}
