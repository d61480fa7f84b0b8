// Who keeps this desk: the one process that watches mailboxes and sends. The app holds it for as long as it runs; a command line
// that wants to sync or send must have it, or leave the work to its holder. A message in 'sending' belongs to the holder alone:
// a second one would take it for the remains of a crash.
//
// The lock is SQLite's own on a file of its own, and so the operating system's: it goes with the process, whatever ended it.
// A file with a process number in it would outlive a kill, and its number would come back as another program's.
import BetterSqlite3 from 'better-sqlite3';
import { closeSync, openSync } from 'node:fs';

export type DeskLock = { readonly release: () => void };

/** null: another process keeps this desk, also after `waitMs`. Throws where the folder cannot be written. */
export function takeDeskLock(file: string, waitMs = 0): DeskLock | null {
  closeSync(openSync(file, 'a', 0o600));
  const db = new BetterSqlite3(file, { timeout: waitMs });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => void db.close() };
  } catch (error) {
    db.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
