// What the owner sees of his own disk: how large the desk is, which copies there are, and what happened to it.
import type { Instant } from '../domain/instant.ts';
import type { Failure } from './errors.ts';

/**
 * Why a copy was made: the daily one; asked for by the owner; before a new version changed the desk; what stood here before a
 * restore; or a desk found damaged, kept as it was.
 */
export const BACKUP_KINDS = ['day', 'asked', 'update', 'restore', 'damaged'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

export type BackupView = {
  readonly name: string;
  readonly kind: BackupKind;
  readonly at: Instant;
  readonly bytes: number;
  /** null: not counted (a damaged one). */
  readonly messages: number | null;
};

/** What became of the outbox when the desk went back in time, or lost its last changes. */
export type OutboxAfter = {
  /** Answers that the copy did not have, read from the damaged file. */
  readonly saved: number;
  /** Answers that may have left meanwhile: looked for in Sent, else asked about; never sent by themselves. */
  readonly doubtful: number;
  /** The damaged file's outbox could be read to its end. */
  readonly isWhole: boolean;
};

/** Told once, and until the owner has read it. */
export type DeskNews =
  /** The desk was damaged or gone, or the owner chose a copy. `from`: of when the copy is; `kept`: where the other one is now. */
  | {
      readonly kind: 'restored';
      readonly because: 'damaged' | 'gone' | 'owner';
      readonly at: Instant;
      readonly from: Instant;
      readonly messages: number;
      readonly kept: string | null;
      readonly outbox: OutboxAfter;
    }
  /** There was no copy; what could still be read was put into a new file. */
  | {
      readonly kind: 'rebuilt';
      readonly at: Instant;
      readonly messages: number;
      readonly kept: string;
      readonly doubtful: number;
    }
  /** The file with the last changes is gone or was cut. */
  | { readonly kind: 'changes-missing'; readonly at: Instant; readonly since: Instant; readonly doubtful: number }
  /** Another sound desk lies where this one was. */
  | { readonly kind: 'exchanged'; readonly at: Instant; readonly doubtful: number };

export type StorageView = {
  readonly databaseBytes: number;
  /** Within the database. */
  readonly attachmentBytes: number;
  readonly backupBytes: number;
  readonly logBytes: number;
  readonly freeBytes: number;
  /** Newest first. */
  readonly backups: readonly BackupView[];
  readonly lastBackupAt: Instant | null;
  /** Why the last backup that was tried did not succeed, or null. */
  readonly backupTrouble: Failure | null;
  /** When every byte was last looked at and found good. */
  readonly lastCheckAt: Instant | null;
  readonly isBackingUp: boolean;
};

/** What a retention rule would remove if it were applied now. */
export type RetentionFigure = {
  readonly conversations: number;
  readonly messages: number;
  readonly bytes: number;
};
