// Before a desk is opened: whose folder and file it is, and whether it is the desk that was left there. Only looks; what is done
// about a damaged one is mend-desk.ts's.
import BetterSqlite3 from 'better-sqlite3';
import { chmodSync, closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, type Result } from '../../contract/errors.ts';
import { markOpen, readMark, sizeOf, walFile, type DeskMark } from './desk-mark.ts';
import { differences, sumsOf } from './file-sums.ts';
import { MIGRATIONS } from './migrate.ts';
import { readWalTail } from './wal-tail.ts';

/**
 * The owner's alone from its first byte; SQLite gives -wal and -shm the rights of the file. A folder that we make is private
 * too; one that was there keeps its rights, as it may hold what others use (a desk opened in /tmp once closed /tmp to everybody).
 */
export function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

export type FileState =
  /** There was never a desk here. */
  | { readonly kind: 'fresh' }
  | { readonly kind: 'sound' }
  /** Another process has it open, and looked when it did. */
  | { readonly kind: 'in-use' }
  /** Sound, but the log with the last changes is gone or was cut. */
  | { readonly kind: 'changes-missing' }
  /** Sound, but not what was left here: somebody put another desk in its place. */
  | { readonly kind: 'exchanged' }
  /** Written by a newer Balie, which alone knows how it should be. */
  | { readonly kind: 'newer'; readonly schema: number }
  | { readonly kind: 'damaged'; readonly why: string };

const DAMAGED = (why: string): FileState => ({ kind: 'damaged', why });

/** `hasBackups`: there was a desk here once, so nothing at all is a loss and no beginning. */
export function examine(file: string, hasBackups: boolean): FileState {
  const mark = readMark(file);
  const size = sizeOf(file);
  const walBytes = sizeOf(walFile(file)) ?? 0;
  if (size === null || size === 0) {
    // A first start that was cut off before it wrote anything leaves an empty file, and perhaps a mark that says as much.
    const isUnwritten = mark === null || (mark.kind === 'open' && mark.frames === 0 && size === 0);
    if (walBytes === 0 && isUnwritten && !hasBackups) return { kind: 'fresh' };
    return DAMAGED(size === null ? 'the file is gone' : 'the file is empty');
  }
  const schema = schemaInHeader(file);
  if (schema > MIGRATIONS.length) return { kind: 'newer', schema };
  if (mark?.kind !== 'closed') return afterCrash(file, mark, walBytes);
  if (walBytes === 0 && size === mark.size) return asLeft(file, mark);
  const state = lookThrough(file);
  return state.kind === 'sound' ? { kind: 'exchanged' } : state;
}

/** Nobody said goodbye: every page is looked at, which takes about a second per 140 MB and is why it is not done at each start. */
function afterCrash(file: string, mark: DeskMark | null, walBytes: number): FileState {
  const tail = walBytes > 0 ? readWalTail(walFile(file)) : null;
  const isShort =
    mark?.kind === 'open' &&
    mark.frames > 0 &&
    (tail === null || (tail.salt === mark.salt && tail.soundFrames < mark.frames));
  // Closing it here empties the log; a kill in between must not look as if somebody else had.
  const state = lookThrough(file, () => markOpen(file, true).release());
  return state.kind === 'sound' && (isShort || tail?.isTorn === true) ? { kind: 'changes-missing' } : state;
}

/** Closed as it should be: then every byte must be what it was. */
function asLeft(file: string, mark: Extract<DeskMark, { kind: 'closed' }>): FileState {
  const sums = sumsOf(file);
  const different = differences(mark.sums, sums);
  if (different === 0) return { kind: 'sound' };
  const state = lookThrough(file);
  if (state.kind !== 'sound') return state;
  if (different * 2 > sums.length && sums.length >= FEWEST_TO_TELL) return { kind: 'exchanged' };
  return DAMAGED(`${different} of ${sums.length} stretches are not what was written`);
}

/** The number that PRAGMA user_version tells, read without opening the database; 0 where this is none. */
export function schemaInHeader(file: string): number {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  return header.toString('latin1', 0, 16) === 'SQLite format 3\0' ? header.readUInt32BE(60) : 0;
}

/** In a file of a few stretches, two damaged ones are no sign of another desk. */
const FEWEST_TO_TELL = 6;

function lookThrough(file: string, beforeClosing = (): void => {}): FileState {
  const db = new BetterSqlite3(file, { timeout: 0 });
  try {
    // In this mode SQLite asks for the file alone; the app and the command line beside it each hold a part of it.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE');
    const found = String(db.pragma('integrity_check(1)', { simple: true }));
    db.exec('ROLLBACK');
    if (found !== 'ok') return DAMAGED(found);
    beforeClosing();
    return { kind: 'sound' };
  } catch (error) {
    if (isBusy(error)) return { kind: 'in-use' };
    if (isDamage(error)) return DAMAGED(error.code);
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
