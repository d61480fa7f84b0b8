// The Dutch texts. The shape of this tree is the type of every key in the window; English must have the same one.
import { acknowledgements } from './acknowledgements.ts';
import { availability } from './availability.ts';
import { clock } from './clock.ts';
import { commitments } from './commitments.ts';
import { desk } from './desk.ts';
import { evening } from './evening.ts';
import { learned } from './learned.ts';
import { mailboxes } from './mailboxes.ts';
import { notes } from './notes.ts';
import { notifications } from './notifications.ts';
import { ownData } from './own-data.ts';
import { owner } from './owner.ts';
import { reading } from './reading.ts';
import { report } from './report.ts';
import { sending } from './sending.ts';
import { sources } from './sources.ts';
import { storage } from './storage.ts';

export const nl = {
  ...desk,
  ...clock,
  ...commitments,
  ...reading,
  ...evening,
  ...owner,
  ...notes,
  ...ownData,
  ...notifications,
  ...learned,
  ...mailboxes,
  ...report,
  ...sending,
  ...sources,
  ...storage,
  ...availability,
  ...acknowledgements,
} as const;

/** The same keys, any words. */
export type Texts<Tree = typeof nl> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Texts<Tree[Key]>;
};
