// The words before a colon and what may stand behind some of them, in Dutch, English and French. Owners know them from Gmail and
// Outlook, or guess them; a guess that is no key is searched for as it stands.
import type { SearchFilterKind } from '../../contract/views.ts';
import type { Section } from '../../domain/queue/sections.ts';
import type { MailboxRole } from '../store/mailbox-role.ts';

type Names<Value extends string> = Readonly<Record<Value, string>>;

const KEYS: Names<SearchFilterKind> = {
  from: 'from van de',
  to: 'to naar aan',
  with: 'with met avec',
  subject: 'subject onderwerp objet',
  file: 'file bestand bijlage attachment fichier',
  has: 'has heeft contient',
  before: 'before voor tot avant',
  after: 'after na vanaf sinds since apres',
  on: 'on op datum date le',
  in: 'in map folder dans',
  is: 'is est',
  channel: 'channel kanaal canal',
  account: 'account rekening compte',
};

const ROLES: Names<MailboxRole> = {
  inbox: 'inbox postvak-in postvakin inkomend reception',
  sent: 'sent verzonden envoyes',
  drafts: 'drafts concepten brouillons',
  archive: 'archive archief archives',
  junk: 'junk spam ongewenst ongewenste-mail indesirables',
  trash: 'trash bin prullenbak verwijderd corbeille',
  all: 'all alle-mail allmail',
};

const SECTIONS: Names<Section> = {
  overdue: 'overdue late telaat te-laat',
  now: 'now nu',
  soon: 'soon straks',
  waiting: 'waiting wacht wacht-op-hen',
  snoozed: 'snoozed later uitgesteld',
  fyi: 'fyi terinfo ter-info',
  done: 'done afgehandeld klaar',
};

const STATES: Names<'unread' | 'read' | 'open'> = {
  unread: 'unread ongelezen nieuw new nonlu',
  read: 'read gelezen lu',
  open: 'open openstaand todo',
};

const ATTACHMENT = 'attachment attachments bijlage bijlagen file files bestand piece-jointe';

export type SearchState = keyof typeof STATES;

export const keyOf = (word: string): SearchFilterKind | null => lookUp(KEYS, word);
export const roleOf = (word: string): MailboxRole | null => lookUp(ROLES, word);
export const sectionOf = (word: string): Section | null => lookUp(SECTIONS, word);
export const stateOf = (word: string): SearchState | null => lookUp(STATES, word);
export const meansAttachment = (word: string): boolean => ATTACHMENT.split(' ').includes(plain(word));

function lookUp<Value extends string>(names: Names<Value>, word: string): Value | null {
  const wanted = plain(word);
  const found = (Object.keys(names) as Value[]).find((value) => names[value].split(' ').includes(wanted));
  return found ?? null;
}

/** "Postvak IN" and "Envoyés" are one word in the lists above. */
const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_]+/g, '-');
