// What is asked of the upkeep thread, and what it answers.
import type { Result } from '../../contract/errors.ts';
import type { BackupKind } from '../../contract/storage.ts';
import type { Instant } from '../../domain/instant.ts';

export type UpkeepOrder =
  | { readonly kind: 'back-up'; readonly file: string; readonly as: BackupKind; readonly at: Instant }
  /** Every byte of the desk is looked at, beside those who write. */
  | { readonly kind: 'look-through'; readonly file: string };

/** The name of the new copy; or null. */
export type UpkeepAnswer = Result<string | null>;
