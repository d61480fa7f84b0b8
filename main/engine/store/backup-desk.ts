// A copy of the desk that can be opened on its own: taken while others write, in one read transaction, and looked through before it
// counts. VACUUM INTO and not SQLite's backup API: the API copies free pages with what was erased in them, and begins again whenever
// another process writes; this reads one snapshot, leaves the garbage, and is run in a thread of its own where somebody waits.
import BetterSqlite3 from 'better-sqlite3';
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Failure, type Result } from '../../contract/errors.ts';
import type { BackupKind } from '../../contract/storage.ts';
import type { Instant } from '../../domain/instant.ts';
import { findBackup, newBackupFile, type Backup } from './backup-shelf.ts';
import { createDeskCheck } from './desk-check.ts';
import { markClosed, readMark, sizeOf } from './desk-mark.ts';
import { roomFor } from './disk-room.ts';
import { differences, sumsOf } from './file-sums.ts';
import { MIGRATIONS, schemaVersion, tooNew } from './migrate.ts';
import { isDamage, schemaInHeader } from './sound-file.ts';
import { failureOfStore } from './store-failure.ts';

export type CopyFacts = { readonly bytes: number; readonly messages: number };

/** `target` must not exist. Half a copy never bears its name: it is written beside it and renamed when it proved sound. */
export function backupDesk(source: string, target: string): Result<CopyFacts> {
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  let from: BetterSqlite3.Database | null = null;
  try {
    const room = roomFor(sizeOf(source) ?? 0, dirname(target));
    if (!room.ok) return room;
    from = new BetterSqlite3(source, { readonly: true, timeout: 5_000 });
    from.prepare('VACUUM INTO ?').run(partial);
    chmodSync(partial, 0o600);
    const looked = lookThroughCopy(partial);
    if (!looked.ok) return looked;
    syncToDisk(partial);
    renameSync(partial, target);
    syncToDisk(dirname(target));
    return ok({ bytes: statSync(target).size, messages: looked.value });
  } catch (error) {
    return couldNot(error);
  } finally {
    from?.close();
    rmSync(partial, { force: true });
  }
}

/** Onto the shelf, with a mark that tells later whether a byte of it changed. */
export function shelveBackup(desk: string, kind: BackupKind, at: Instant): Result<Backup> {
  try {
    const target = newBackupFile(desk, kind, at);
    const copied = backupDesk(desk, target);
    if (!copied.ok) return copied;
    markClosed(target, copied.value.messages);
    const backup = findBackup(desk, target.slice(dirname(target).length + 1));
    return backup === null ? failed('not-found', 'user', target) : ok(backup);
  } catch (error) {
    return couldNot(error);
  }
}

/**
 * Whether a desk can be restored from it; answers its messages. With a mark, every byte must be as it was when it was looked through,
 * which need not be done again: it takes the tenth part of the time. Without one it is looked through.
 */
export function judgeBackup(file: string): Result<number> {
  try {
    if ((sizeOf(file) ?? 0) === 0) return failed('not-found', 'user', file);
    const mark = readMark(file);
    if (mark?.kind === 'closed') {
      const different = differences(mark.sums, sumsOf(file));
      if (different > 0) return failed('store-damaged', 'user', `${different} stretches are not what was written`);
      const schema = schemaInHeader(file);
      return schema > MIGRATIONS.length ? tooNew(schema) : ok(mark.messages);
    }
    return lookThroughCopy(file);
  } catch (error) {
    return isDamage(error) ? failed('store-damaged', 'user', error.code, { file }) : couldNot(error);
  }
}

/** The desk itself, beside those who write. Fails with store-damaged. */
export function lookThroughDesk(file: string): Result<null> {
  try {
    const db = new BetterSqlite3(file, { readonly: true, timeout: 5_000 });
    try {
      const found = String(db.pragma('integrity_check(1)', { simple: true }));
      return found === 'ok' ? ok(null) : failed('store-damaged', 'user', found, { file });
    } finally {
      db.close();
    }
  } catch (error) {
    return isDamage(error) ? failed('store-damaged', 'user', error.code, { file }) : couldNot(error);
  }
}

function lookThroughCopy(file: string): Result<number> {
  const copy = new BetterSqlite3(file, { readonly: true });
  try {
    const version = schemaVersion(copy);
    if (version > MIGRATIONS.length) return tooNew(version);
    // SQLite opens an empty file too; a desk has been through the first migration.
    if (version === 0) return failed('store-damaged', 'user', 'not a desk', { file });
    const check = createDeskCheck(copy);
    // An index that is still being filled is behind, not damaged.
    const words = check.soundness();
    if (words !== 'ok') return failed('store-damaged', 'user', words, { file });
    return ok(check.counts().messages);
  } finally {
    copy.close();
    // A copy of a desk in WAL mode is opened as one, and a reader without the right to write leaves these behind.
    for (const part of ['-wal', '-shm']) if (sizeOf(file + part) === 0) rmSync(file + part, { force: true });
    rmSync(`${file}-shm`, { force: true });
  }
}

/** A file's bytes, or a folder's names, are on the disk when this returns. Windows cannot open a folder, and needs not. */
export function syncToDisk(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function couldNot(error: unknown): { readonly ok: false; readonly error: Failure } {
  const failure = failureOfStore(error);
  if (failure !== null) return { ok: false, error: failure };
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  return failed('not-possible-now', 'user', code);
}
