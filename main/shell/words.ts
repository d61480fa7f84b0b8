// The words of the native menus, in the owner's language; tray and notifications have theirs in reminder-words.ts, the window in
// renderer/i18n.
import type { UiLanguage } from '../domain/conversation/message.ts';

export type ShellWords = {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly conversation: string;
  readonly help: string;
  readonly settings: string;
  readonly addAccount: string;
  readonly openDataFolder: string;
  readonly closeWindow: string;
  readonly quit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly queue: string;
  readonly search: string;
  readonly find: string;
  readonly print: string;
  readonly expandAll: string;
  readonly messageSource: string;
  readonly palette: string;
  readonly larger: string;
  readonly smaller: string;
  readonly actualSize: string;
  readonly reply: string;
  readonly done: string;
  readonly snooze: string;
  readonly replyBy: string;
  readonly phoned: string;
  readonly keys: string;
};

const nl: ShellWords = {
  file: 'Bestand',
  edit: 'Bewerken',
  view: 'Beeld',
  conversation: 'Gesprek',
  help: 'Help',
  settings: 'Instellingen',
  addAccount: 'Account toevoegen',
  openDataFolder: 'Gegevensmap openen',
  closeWindow: 'Venster sluiten',
  quit: 'Balie afsluiten',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  cut: 'Knippen',
  copy: 'Kopiëren',
  paste: 'Plakken',
  selectAll: 'Alles selecteren',
  queue: 'Wachtrij',
  search: 'Zoeken',
  find: 'Zoeken in gesprek',
  print: 'Afdrukken',
  expandAll: 'Alle berichten openen of sluiten',
  messageSource: 'Bron van het bericht',
  palette: 'Alle opdrachten',
  larger: 'Groter',
  smaller: 'Kleiner',
  actualSize: 'Normale grootte',
  reply: 'Beantwoorden',
  done: 'Afgehandeld',
  snooze: 'Uitstellen',
  replyBy: 'Antwoord voor …',
  phoned: 'Telefonisch beantwoord',
  keys: 'Sneltoetsen',
};

const en: ShellWords = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  conversation: 'Conversation',
  help: 'Help',
  settings: 'Settings',
  addAccount: 'Add account',
  openDataFolder: 'Open data folder',
  closeWindow: 'Close window',
  quit: 'Quit Balie',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  queue: 'Queue',
  search: 'Search',
  find: 'Find in conversation',
  print: 'Print',
  expandAll: 'Open or fold all messages',
  messageSource: 'Source of the message',
  palette: 'All commands',
  larger: 'Larger',
  smaller: 'Smaller',
  actualSize: 'Actual size',
  reply: 'Reply',
  done: 'Done',
  snooze: 'Snooze',
  replyBy: 'Reply by …',
  phoned: 'Answered by phone',
  keys: 'Keyboard shortcuts',
};

export const wordsIn = (language: UiLanguage): ShellWords => (language === 'nl' ? nl : en);
