// The English texts, held to the keys of the Dutch ones by their type.
import type { Texts } from '../nl/nl.ts';
import { availability } from './availability.ts';
import { desk } from './desk.ts';
import { mailboxes } from './mailboxes.ts';
import { ownData } from './own-data.ts';
import { owner } from './owner.ts';
import { reading } from './reading.ts';
import { report } from './report.ts';
import { storage } from './storage.ts';

export const en: Texts = {
  ...desk,
  ...reading,
  ...owner,
  ...ownData,
  ...mailboxes,
  ...report,
  ...storage,
  ...availability,
};
