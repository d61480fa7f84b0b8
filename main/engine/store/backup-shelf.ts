// The copies of a desk, in the folder beside it: their names tell why and of when each is. Taking and judging one is backup-desk.ts's.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BACKUP_KINDS, type BackupKind, type BackupView } from '../../contract/storage.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import { markFile, readMark, walFile } from './desk-mark.ts';

export type Backup = BackupView & { readonly file: string };

export const backupFolder = (desk: string): string => join(dirname(desk), 'backups');

const NAME = new RegExp(`^balie-(${BACKUP_KINDS.join('|')})-(\\d{4}-\\d{2}-\\d{2})-(\\d{2})(\\d{2})(\\d{2})\\.db$`);

export const backupName = (kind: BackupKind, at: Instant): string => {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `balie-${kind}-${day}-${time.slice(0, 8).replaceAll(':', '')}.db`;
};

/** A place for one more copy; two of one second do not overwrite each other. */
export function newBackupFile(desk: string, kind: BackupKind, at: Instant): string {
  const folder = backupFolder(desk);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const taken = new Set(readdirSync(folder));
  let moment = at;
  while (taken.has(backupName(kind, moment))) moment += 1_000;
  return join(folder, backupName(kind, moment));
}

/** Newest first. Half a copy has another name and is not among them. */
export function listBackups(desk: string): readonly Backup[] {
  const folder = backupFolder(desk);
  return namesIn(folder)
    .flatMap((name): Backup[] => {
      const [, kind, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
      const known = BACKUP_KINDS.find((one) => one === kind);
      const file = join(folder, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      if (known === undefined || stat === undefined) return [];
      const mark = readMark(file);
      const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
      const messages = mark?.kind === 'closed' ? mark.messages : null;
      return [{ name, file, kind: known, at, bytes: stat.size, messages }];
    })
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

export const findBackup = (desk: string, name: string): Backup | null =>
  listBackups(desk).find((backup) => backup.name === name) ?? null;

/** Copies that a desk may be restored from: not the damaged ones, which are kept for their own sake. */
export const soundBackups = (desk: string): readonly Backup[] =>
  listBackups(desk).filter(({ kind }) => kind !== 'damaged');

/** How many of a kind stay, and for how long the last of them does. What the owner asked for, and what is damaged, stays until he removes it. */
const KEPT: Readonly<Record<BackupKind, { readonly most: number; readonly days: number }>> = {
  day: { most: 7, days: Infinity },
  update: { most: 2, days: 30 },
  restore: { most: 3, days: 30 },
  asked: { most: Infinity, days: Infinity },
  damaged: { most: Infinity, days: Infinity },
};

/** Removes what need not be kept, and what an earlier attempt left half done. Answers the names that went. */
export function tidyBackups(desk: string, now: Instant): readonly string[] {
  const folder = backupFolder(desk);
  const counted = new Map<BackupKind, number>();
  const gone: string[] = [];
  for (const { name, kind, at } of listBackups(desk)) {
    const number = (counted.get(kind) ?? 0) + 1;
    counted.set(kind, number);
    const { most, days } = KEPT[kind];
    if (number > most || now - at > days * DAY_MS) gone.push(name);
  }
  const halves = namesIn(folder).filter((name) => name.includes('.partial'));
  for (const name of [...gone, ...halves]) removeBackup(join(folder, name));
  return gone;
}

export function removeBackup(file: string): void {
  for (const part of [file, markFile(file), walFile(file), `${file}-shm`]) rmSync(part, { force: true });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
