// The words before a colon and what may stand behind some of them, in Dutch, English and French. Owners know them from Gmail and
// Outlook, or guess them; a guess that is no key is searched for as it stands. What is offered while one types is complete-search.ts.
import type { UiLanguage } from '../conversation/message.ts';
import type { Section } from '../queue/sections.ts';

export const SEARCH_KEYS = [
  'from',
  'to',
  'with',
  'tag',
  'subject',
  'file',
  'has',
  'before',
  'after',
  'on',
  'in',
  'is',
  'channel',
  'account',
] as const;
export type SearchKey = (typeof SEARCH_KEYS)[number];

/** What a mailbox is for, in the words of RFC 6154. */
export type SearchFolder = 'inbox' | 'sent' | 'drafts' | 'archive' | 'junk' | 'trash' | 'all';
export type SearchState = 'unread' | 'read' | 'open' | 'vip';

/** What is offered, and what is understood as well. */
type Name = { readonly nl: string; readonly en: string; readonly also: string };
type Names<Value extends string> = Readonly<Record<Value, Name>>;

const KEYS: Names<SearchKey> = {
  from: { nl: 'van', en: 'from', also: 'de' },
  to: { nl: 'naar', en: 'to', also: 'aan' },
  with: { nl: 'met', en: 'with', also: 'avec' },
  tag: { nl: 'label', en: 'label', also: 'tag tags labels etiket etiquette' },
  subject: { nl: 'onderwerp', en: 'subject', also: 'objet' },
  file: { nl: 'bijlage', en: 'file', also: 'bestand attachment fichier' },
  has: { nl: 'heeft', en: 'has', also: 'contient' },
  before: { nl: 'voor', en: 'before', also: 'tot avant' },
  after: { nl: 'na', en: 'after', also: 'vanaf sinds since apres' },
  on: { nl: 'op', en: 'on', also: 'datum date le' },
  in: { nl: 'in', en: 'in', also: 'map folder dans' },
  is: { nl: 'is', en: 'is', also: 'est' },
  channel: { nl: 'kanaal', en: 'channel', also: 'canal' },
  account: { nl: 'account', en: 'account', also: 'rekening compte' },
};

const FOLDERS: Names<SearchFolder> = {
  inbox: { nl: 'postvak-in', en: 'inbox', also: 'postvakin inkomend reception' },
  sent: { nl: 'verzonden', en: 'sent', also: 'envoyes' },
  drafts: { nl: 'concepten', en: 'drafts', also: 'brouillons' },
  archive: { nl: 'archief', en: 'archive', also: 'archives' },
  junk: { nl: 'spam', en: 'spam', also: 'junk ongewenst ongewenste-mail indesirables' },
  trash: { nl: 'prullenbak', en: 'trash', also: 'bin verwijderd corbeille' },
  all: { nl: 'alle-mail', en: 'all', also: 'allmail' },
};

const SECTIONS: Names<Section> = {
  overdue: { nl: 'te-laat', en: 'overdue', also: 'late telaat' },
  now: { nl: 'nu', en: 'now', also: '' },
  soon: { nl: 'straks', en: 'soon', also: '' },
  waiting: { nl: 'wacht-op-hen', en: 'waiting', also: 'wacht' },
  snoozed: { nl: 'later', en: 'later', also: 'snoozed uitgesteld' },
  fyi: { nl: 'ter-info', en: 'fyi', also: 'terinfo' },
  done: { nl: 'afgehandeld', en: 'done', also: 'klaar' },
};

const STATES: Names<SearchState> = {
  unread: { nl: 'ongelezen', en: 'unread', also: 'nieuw new nonlu' },
  read: { nl: 'gelezen', en: 'read', also: 'lu' },
  open: { nl: 'open', en: 'open', also: 'openstaand todo' },
  vip: { nl: 'vip', en: 'vip', also: 'vips' },
};

const ATTACHMENT: Name = {
  nl: 'bijlage',
  en: 'attachment',
  also: 'attachments bijlagen file files bestand piece-jointe',
};

export const keyOf = (word: string): SearchKey | null => lookUp(KEYS, word);
export const roleOf = (word: string): SearchFolder | null => lookUp(FOLDERS, word);
export const sectionOf = (word: string): Section | null => lookUp(SECTIONS, word);
export const stateOf = (word: string): SearchState | null => lookUp(STATES, word);
export const meansAttachment = (word: string): boolean => bears(ATTACHMENT, plainKey(word));

/** As it is written in this language, without its colon. */
export const shownKey = (key: SearchKey, language: UiLanguage): string => KEYS[key][language];

/** What may stand behind a key, where that is one of a few words of our own. */
export function valuesOf(key: SearchKey, language: UiLanguage): readonly string[] {
  const shown = (...names: readonly Readonly<Record<string, Name>>[]): readonly string[] =>
    names.flatMap((all) => Object.values(all).map((name) => name[language]));
  if (key === 'in') return shown(SECTIONS, FOLDERS);
  if (key === 'is') return shown(STATES);
  return key === 'has' ? [ATTACHMENT[language]] : [];
}

/** "Postvak IN" and "Envoyés" are one word in the lists above. */
export const plainKey = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_]+/g, '-');

const bears = ({ nl, en, also }: Name, wanted: string): boolean => [nl, en, ...also.split(' ')].includes(wanted);

function lookUp<Value extends string>(names: Names<Value>, word: string): Value | null {
  const wanted = plainKey(word);
  if (wanted === '') return null;
  return (Object.keys(names) as Value[]).find((value) => bears(names[value], wanted)) ?? null;
}
