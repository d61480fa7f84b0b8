// The words of notifications and of the tray, in the owner's language. Menus are in words.ts.
import { promisedWords } from '../contract/text/commitment-words.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';

export type ReminderWords = {
  readonly show: string;
  readonly quit: string;
  readonly trayCalm: string;
  readonly trayLate: (count: number) => string;
  readonly trayNext: (tip: string, moment: string) => string;
  readonly moreLate: (count: number) => string;
  readonly lateSince: (who: string, moment: string) => string;
  readonly dueBy: (who: string, moment: string) => string;
  readonly evening: (count: number) => string;
  readonly byHours: string;
  readonly openNow: string;
  readonly closedNow: string;
  readonly awayUntil: string;
  readonly quiet: string;
  readonly quietHour: string;
  readonly quietUntil: (moment: string) => string;
  readonly quietOver: (moment: string) => string;
  readonly late: (who: string) => string;
  readonly soonLate: (who: string) => string;
  readonly woken: (who: string) => string;
  readonly notHeard: (who: string) => string;
  readonly lateHidden: string;
  readonly soonLateHidden: string;
  readonly wokenHidden: string;
  readonly notHeardHidden: string;
  readonly several: (count: number) => string;
  readonly severalLate: (count: number) => string;
  readonly severalWoken: (count: number) => string;
  readonly severalNotHeard: (count: number) => string;
  readonly conversations: (who: string, count: number) => string;
  readonly since: (moment: string) => string;
  readonly by: (moment: string) => string;
  readonly promised: (words: string) => string;
  readonly noSubject: string;
  readonly practice: (title: string) => string;
  readonly open: string;
  readonly snoozeHour: string;
  readonly phonedAlready: string;
};

const nl: ReminderWords = {
  show: 'Balie openen',
  quit: 'Balie afsluiten',
  trayCalm: 'Balie: niemand wacht te lang',
  trayLate: (count) => (count === 1 ? 'Balie: 1 klant wacht te lang' : `Balie: ${count} klanten wachten te lang`),
  trayNext: (tip, moment) => `${tip}, de eerstvolgende voor ${moment}`,
  moreLate: (count) => `en nog ${count}`,
  lateSince: (who, moment) => `${who} · te laat sinds ${moment}`,
  dueBy: (who, moment) => `${who} · voor ${moment}`,
  evening: (count) => `Avondronde: nog ${count} te beslissen`,
  byHours: 'Volgens mijn openingsuren',
  openNow: 'Nu open',
  closedNow: 'Nu gesloten',
  awayUntil: 'Afwezig tot…',
  quiet: 'Meldingen stil',
  quietHour: 'Een uur',
  quietUntil: (moment) => `Tot ${moment}`,
  quietOver: (moment) => `Meldingen zijn stil tot ${moment}: weer aanzetten`,
  late: (who) => `${who} wacht te lang`,
  soonLate: (who) => `${who} wacht op antwoord`,
  woken: (who) => `${who} staat weer in de wachtrij`,
  notHeard: (who) => `Nog niets gehoord van ${who}`,
  lateHidden: 'Een klant wacht te lang',
  soonLateHidden: 'Een klant wacht op antwoord',
  wokenHidden: 'Een gesprek staat weer in de wachtrij',
  notHeardHidden: 'Van een klant nog niets gehoord',
  several: (count) => `${count} klanten wachten op antwoord`,
  severalLate: (count) => `${count} klanten wachten te lang`,
  severalWoken: (count) => `${count} gesprekken staan weer in de wachtrij`,
  severalNotHeard: (count) => `Van ${count} klanten nog niets gehoord`,
  conversations: (who, count) => `${who} (${count} gesprekken)`,
  since: (moment) => `Te laat sinds ${moment}`,
  by: (moment) => `Antwoord voor ${moment}`,
  promised: (words) => promisedWords('nl', words),
  noSubject: '(geen onderwerp)',
  practice: (title) => `Oefenbalie: ${title}`,
  open: 'Openen',
  snoozeHour: 'Uitstellen 1 uur',
  phonedAlready: 'Al gebeld',
};

const en: ReminderWords = {
  show: 'Open Balie',
  quit: 'Quit Balie',
  trayCalm: 'Balie: nobody waits too long',
  trayLate: (count) => (count === 1 ? 'Balie: 1 customer waits too long' : `Balie: ${count} customers wait too long`),
  trayNext: (tip, moment) => `${tip}, the next one by ${moment}`,
  moreLate: (count) => `and ${count} more`,
  lateSince: (who, moment) => `${who} · late since ${moment}`,
  dueBy: (who, moment) => `${who} · by ${moment}`,
  evening: (count) => `Evening review: ${count} to decide`,
  byHours: 'By my office hours',
  openNow: 'Open now',
  closedNow: 'Closed now',
  awayUntil: 'Away until…',
  quiet: 'Silence notifications',
  quietHour: 'For an hour',
  quietUntil: (moment) => `Until ${moment}`,
  quietOver: (moment) => `Notifications are silent until ${moment}: switch on again`,
  late: (who) => `${who} has waited too long`,
  soonLate: (who) => `${who} is waiting for an answer`,
  woken: (who) => `${who} is back in the queue`,
  notHeard: (who) => `Nothing heard from ${who} yet`,
  lateHidden: 'A customer has waited too long',
  soonLateHidden: 'A customer is waiting for an answer',
  wokenHidden: 'A conversation is back in the queue',
  notHeardHidden: 'Nothing heard from a customer yet',
  several: (count) => `${count} customers are waiting for an answer`,
  severalLate: (count) => `${count} customers have waited too long`,
  severalWoken: (count) => `${count} conversations are back in the queue`,
  severalNotHeard: (count) => `Nothing heard from ${count} customers yet`,
  conversations: (who, count) => `${who} (${count} conversations)`,
  since: (moment) => `Late since ${moment}`,
  by: (moment) => `Answer by ${moment}`,
  promised: (words) => promisedWords('en', words),
  noSubject: '(no subject)',
  practice: (title) => `Practice desk: ${title}`,
  open: 'Open',
  snoozeHour: 'Snooze 1 hour',
  phonedAlready: 'Already called',
};

export const reminderWordsIn = (language: UiLanguage): ReminderWords => (language === 'nl' ? nl : en);
