// The English texts, held to the keys of the Dutch ones by their type.
import type { Texts } from '../nl/nl.ts';
import { acknowledgements } from './acknowledgements.ts';
import { attachments } from './attachments.ts';
import { availability } from './availability.ts';
import { canned } from './canned.ts';
import { clock } from './clock.ts';
import { commitments } from './commitments.ts';
import { contacts } from './contacts.ts';
import { desk } from './desk.ts';
import { evening } from './evening.ts';
import { invitation } from './invitation.ts';
import { learned } from './learned.ts';
import { mailboxes } from './mailboxes.ts';
import { notes } from './notes.ts';
import { notifications } from './notifications.ts';
import { ownData } from './own-data.ts';
import { owner } from './owner.ts';
import { reading } from './reading.ts';
import { remote } from './remote.ts';
import { report } from './report.ts';
import { sending } from './sending.ts';
import { signatures } from './signatures.ts';
import { sources } from './sources.ts';
import { storage } from './storage.ts';
import { trash } from './trash.ts';
import { story } from './story.ts';
import { writing } from './writing.ts';

export const en: Texts = {
  ...desk,
  ...clock,
  ...canned,
  ...commitments,
  ...contacts,
  ...reading,
  ...evening,
  ...owner,
  ...notes,
  ...ownData,
  ...notifications,
  ...invitation,
  ...learned,
  ...mailboxes,
  ...remote,
  ...report,
  ...sending,
  ...signatures,
  ...sources,
  ...storage,
  ...trash,
  ...story,
  ...attachments,
  ...availability,
  ...acknowledgements,
  ...writing,
};
