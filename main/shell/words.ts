// The shell's own words: menus, tray and notifications, in the owner's language. What the window says is in renderer/i18n.
import type { UiLanguage } from '../domain/conversation/message.ts';

export type ShellWords = {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly conversation: string;
  readonly help: string;
  readonly show: string;
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
  readonly trayCalm: string;
  readonly trayLate: (count: number) => string;
  readonly moreLate: (count: number) => string;
  readonly late: (who: string) => string;
  readonly soonLate: (who: string) => string;
  readonly woken: (who: string) => string;
  readonly lateHidden: string;
  readonly soonLateHidden: string;
  readonly wokenHidden: string;
  readonly several: (count: number) => string;
  readonly noSubject: string;
};

const nl: ShellWords = {
  file: 'Bestand',
  edit: 'Bewerken',
  view: 'Beeld',
  conversation: 'Gesprek',
  help: 'Help',
  show: 'Balie openen',
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
  trayCalm: 'Balie: niemand wacht te lang',
  trayLate: (count) => (count === 1 ? 'Balie: 1 klant wacht te lang' : `Balie: ${count} klanten wachten te lang`),
  moreLate: (count) => `en nog ${count}`,
  late: (who) => `${who} wacht te lang`,
  soonLate: (who) => `${who} wacht op antwoord`,
  woken: (who) => `${who} staat weer in de wachtrij`,
  lateHidden: 'Een klant wacht te lang',
  soonLateHidden: 'Een klant wacht op antwoord',
  wokenHidden: 'Een gesprek staat weer in de wachtrij',
  several: (count) => `${count} klanten wachten op antwoord`,
  noSubject: '(geen onderwerp)',
};

const en: ShellWords = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  conversation: 'Conversation',
  help: 'Help',
  show: 'Open Balie',
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
  trayCalm: 'Balie: nobody waits too long',
  trayLate: (count) => (count === 1 ? 'Balie: 1 customer waits too long' : `Balie: ${count} customers wait too long`),
  moreLate: (count) => `and ${count} more`,
  late: (who) => `${who} has waited too long`,
  soonLate: (who) => `${who} is waiting for an answer`,
  woken: (who) => `${who} is back in the queue`,
  lateHidden: 'A customer has waited too long',
  soonLateHidden: 'A customer is waiting for an answer',
  wokenHidden: 'A conversation is back in the queue',
  several: (count) => `${count} customers are waiting for an answer`,
  noSubject: '(no subject)',
};

export const wordsIn = (language: UiLanguage): ShellWords => (language === 'nl' ? nl : en);
