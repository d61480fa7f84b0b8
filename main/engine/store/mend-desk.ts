// Puts a copy in the place of a desk: of one that is damaged, by itself at start; or of a sound one, because the owner wants to.
// What stood here is kept on the shelf. Everything is prepared beside the desk and takes its place in one rename, so that a kill
// leaves the one or the other.
import BetterSqlite3 from 'better-sqlite3';
import { chmodSync, copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ok, type Result } from '../../contract/errors.ts';
import type { BackupKind, DeskNews, OutboxAfter } from '../../contract/storage.ts';
import type { Instant } from '../../domain/instant.ts';
import { judgeBackup, syncToDisk } from './backup-desk.ts';
import { newBackupFile, soundBackups } from './backup-shelf.ts';
import { openDatabase, type Database } from './database.ts';
import { markClosed, markFile, sizeOf, walFile } from './desk-mark.ts';
import { writeDeskNews } from './desk-news.ts';
import { roomFor } from './disk-room.ts';
import { doubtDeliveries } from './doubtful-deliveries.ts';
import { salvageOutbox } from './salvage.ts';
import { createSettingTable } from './setting-table.ts';
import { damaged, isDamage } from './sound-file.ts';

export type Restored = Extract<DeskNews, { kind: 'restored' }>;
export type Rebuilt = Extract<DeskNews, { kind: 'rebuilt' }>;

/** From the newest copy that is good to its last byte; without any, from what can still be read. The caller has the desk alone. */
export function mendDesk(file: string, why: string, now: Instant): Result<Restored | Rebuilt> {
  const isGone = (sizeOf(file) ?? 0) === 0;
  for (const backup of soundBackups(file)) {
    const judged = judgeBackup(backup.file);
    if (!judged.ok) continue;
    const because = isGone ? 'gone' : 'damaged';
    return putInPlace(file, {
      copy: backup.file,
      from: backup.at,
      messages: judged.value,
      because,
      now,
      isSound: false,
    });
  }
  return isGone ? damaged(file, `${why}, and there is no copy`) : rebuild(file, why, now);
}

/** The owner's choice. The desk must be closed by everybody. */
export function restoreDesk(file: string, wish: Omit<Plan, 'messages' | 'because'>): Result<Restored> {
  const judged = judgeBackup(wish.copy);
  return judged.ok ? putInPlace(file, { ...wish, messages: judged.value, because: 'owner' }) : judged;
}

type Plan = {
  readonly copy: string;
  readonly from: Instant;
  readonly messages: number;
  readonly because: 'damaged' | 'gone' | 'owner';
  readonly now: Instant;
  /** What stands here now can be believed. */
  readonly isSound: boolean;
};

function putInPlace(file: string, { copy, from, messages, because, now, ...plan }: Plan): Result<Restored> {
  const fresh = `${file}.restoring`;
  // Twice: the copy, and what the first changes to it add to its log.
  const room = roomFor((sizeOf(copy) ?? 0) * 2, dirname(file), 0);
  if (!room.ok) return room;
  removeWithLog(fresh);
  copyFileSync(copy, fresh);
  chmodSync(fresh, 0o600);
  const hasOld = (sizeOf(file) ?? 0) > 0;
  const isSound = hasOld && plan.isSound;
  const kind: BackupKind = isSound ? 'restore' : 'damaged';
  const oldMessages = isSound ? settleLog(file) : 0;
  const kept = hasOld ? newBackupFile(file, kind, now) : null;
  const news = inside(fresh, (db) => {
    const why = 'the desk was restored from a copy';
    // A sound desk knows how every answer stands by now; of a damaged one only what is settled is believed.
    const doubtedFirst = isSound ? doubtDeliveries(db, now, why) : 0;
    const { saved, settled, isWhole } = hasOld ? salvageOutbox(db, file, isSound) : NOTHING_SALVAGED;
    const doubtful = isSound ? doubtedFirst - settled : doubtDeliveries(db, now, why);
    const outbox: OutboxAfter = { saved, doubtful: Math.max(0, doubtful), isWhole };
    const told: Restored = {
      kind: 'restored',
      because,
      at: now,
      from,
      messages,
      kept: kept === null ? null : basename(kept),
      outbox,
    };
    writeDeskNews(createSettingTable(db), told);
    return told;
  });
  swap(file, fresh, kept);
  if (kept !== null && isSound) markClosed(kept, oldMessages);
  return ok(news);
}

const NOTHING_SALVAGED = { saved: 0, settled: 0, isWhole: false };

/** Tables are read row by row into a new file, and indexes made anew: mends what is wrong in an index, and tells where it cannot. */
function rebuild(file: string, why: string, now: Instant): Result<Rebuilt> {
  const fresh = `${file}.restoring`;
  removeWithLog(fresh);
  try {
    const from = new BetterSqlite3(file, { readonly: true });
    try {
      from.prepare('VACUUM INTO ?').run(fresh);
    } finally {
      from.close();
    }
  } catch (error) {
    if (isDamage(error)) return damaged(file, why);
    throw error;
  }
  const judged = judgeBackup(fresh);
  if (!judged.ok) return damaged(file, why);
  chmodSync(fresh, 0o600);
  const kept = newBackupFile(file, 'damaged', now);
  const news = inside(fresh, (db) => {
    const doubtful = doubtDeliveries(db, now, 'the desk was damaged');
    const told: Rebuilt = { kind: 'rebuilt', at: now, messages: judged.value, kept: basename(kept), doubtful };
    writeDeskNews(createSettingTable(db), told);
    return told;
  });
  swap(file, fresh, kept);
  return ok(news);
}

function inside<T>(file: string, work: (db: Database) => T): T {
  const db = openDatabase(file);
  try {
    return db.transaction(work)(db);
  } finally {
    db.close();
  }
}

/** What its log still holds goes into the file itself, which can then be kept as one. Answers its messages. */
function settleLog(file: string): number {
  const db = openDatabase(file);
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return db.prepare<[], number>('SELECT COUNT(*) FROM message').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

function swap(file: string, fresh: string, kept: string | null): void {
  syncToDisk(fresh);
  // The old log must never meet the new file: SQLite would read it as its own.
  const hasLog = (sizeOf(walFile(file)) ?? 0) > 0;
  if (kept !== null && hasLog) renameSync(walFile(file), walFile(kept));
  rmSync(walFile(file), { force: true });
  rmSync(`${file}-shm`, { force: true });
  rmSync(markFile(file), { force: true });
  if (kept !== null && sizeOf(file) !== null) keepUnder(file, kept);
  renameSync(fresh, file);
  syncToDisk(dirname(file));
  if (kept !== null) syncToDisk(dirname(kept));
}

/** A second name first, so that there is a desk at every moment; where the disk knows no second names, a copy. */
function keepUnder(file: string, kept: string): void {
  try {
    linkSync(file, kept);
  } catch {
    copyFileSync(file, kept);
  }
}

function removeWithLog(file: string): void {
  for (const part of ['', '-wal', '-shm', '-mark']) rmSync(file + part, { force: true });
}

/** A restore that was cut off before its last step left this beside the desk. */
export const forgetHalfRestore = (file: string): void => removeWithLog(`${file}.restoring`);

/** For a desk that is sound but lost its last changes, or is another one: asked about, and told. */
export function tellOf(db: Database, kind: 'changes-missing' | 'exchanged', since: Instant, now: Instant): DeskNews {
  return db.transaction((): DeskNews => {
    const doubtful = doubtDeliveries(db, now, 'the last changes are missing');
    const told: DeskNews = kind === 'exchanged' ? { kind, at: now, doubtful } : { kind, at: now, since, doubtful };
    writeDeskNews(createSettingTable(db), told);
    return told;
  })();
}
