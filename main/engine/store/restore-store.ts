// Another desk in the place of this one, because its owner says so: a copy from the shelf, or a file that he names.
import { failed, type Result } from '../../contract/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { findBackup, soundBackups } from './backup-shelf.ts';
import { withDoor } from './desk-door.ts';
import { restoreDesk, type Restored } from './mend-desk.ts';
import { examine } from './sound-file.ts';

export type Copy = { readonly file: string; readonly at: Instant };

/** The caller keeps the desk (desk-lock.ts). Fails with store-busy where somebody has it open, and as judging the copy does. */
export function restoreStore(file: string, copy: Copy, now: Instant): Result<Restored> {
  const restored = withDoor(file, () => {
    const state = examine(file, soundBackups(file).length > 0);
    if (state.kind === 'in-use') return failed('store-busy', 'auto', 'another process has the desk open');
    return restoreDesk(file, { copy: copy.file, from: copy.at, now, isSound: state.kind !== 'damaged' });
  });
  return restored ?? failed('store-busy', 'auto', 'another process is opening or closing the desk');
}

export function restoreFromShelf(file: string, name: string, now: Instant): Result<Restored> {
  const backup = findBackup(file, name);
  return backup === null ? failed('not-found', 'user', name) : restoreStore(file, backup, now);
}
