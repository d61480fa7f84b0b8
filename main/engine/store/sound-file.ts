// Before a desk is opened: whose folder and file it is, and whether the file is sound when it was not closed as it should be.
import BetterSqlite3 from 'better-sqlite3';
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../../contract/errors.ts';

/**
 * The owner's alone from its first byte; SQLite gives -wal and -shm the rights of the file. A folder that we make is private
 * too; one that was there keeps its rights, as it may hold what others use (a desk opened in /tmp once closed /tmp to everybody).
 */
export function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/**
 * A write-ahead log that has something in it, with nobody using it, is what a crash leaves behind: then every page is looked
 * at, which takes about a second per 500 MB and is why it is not done at each start. A damaged file is left as it is, where it is.
 */
export function checkAfterCrash(file: string): Result<null> {
  if (sizeOf(`${file}-wal`) === 0) return ok(null);
  const db = new BetterSqlite3(file, { timeout: 0 });
  try {
    // In this mode SQLite asks for the file alone; the app and the command line beside it each hold a part of it.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE');
    const found = String(db.pragma('quick_check(1)', { simple: true }));
    db.exec('ROLLBACK');
    return found === 'ok' ? ok(null) : damaged(file, found);
  } catch (error) {
    if (isBusy(error)) return ok(null);
    if (isDamage(error)) return damaged(file, error.code);
    throw error;
  } finally {
    db.close();
  }
}

export const damaged = (file: string, detail: string): Result<never> =>
  failed('store-damaged', 'user', detail, { file });

export const isDamage = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof BetterSqlite3.SqliteError &&
  (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB');

export const isBusy = (error: unknown): boolean =>
  error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
