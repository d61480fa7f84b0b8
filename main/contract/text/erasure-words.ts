// What must be said before and after a person is erased, in Dutch and English: for the window and for the command line.
import { shownAddress } from '../../domain/contact/way.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';

export type ErasureFacts = {
  readonly addresses: readonly string[];
  readonly names: readonly string[];
  readonly messages: number;
  readonly conversations: number;
  readonly others: number;
  readonly onServer: number;
  readonly oldestAt: string | null;
  readonly newestAt: string | null;
};

export type ErasureWords = {
  readonly outlook: (facts: ErasureFacts) => string;
  /** The law asks to keep some things: NL Awr art. 52 (7 years, property 10), BE law of 20 November 2022 (10 years since 2023). */
  readonly fiscal: string;
  readonly sayYes: string;
  readonly leftOnServer: (count: number) => string;
  readonly backupsRemoved: (count: number) => string;
  readonly leftIn: (files: readonly string[]) => string;
};

const WORDS: Readonly<Record<UiLanguage, ErasureWords>> = {
  nl: {
    outlook: ({ addresses, names, messages, conversations, others, onServer, oldestAt, newestAt }) =>
      [
        `${[...addresses.map(shownAddress), ...names].filter((one) => one !== '').join(', ')}: ${messages} ${messages === 1 ? 'bericht' : 'berichten'} in ${conversations} ${conversations === 1 ? 'gesprek' : 'gesprekken'}${oldestAt === null || newestAt === null ? '' : `, van ${oldestAt.slice(0, 10)} tot ${newestAt.slice(0, 10)}`}.`,
        ...(others === 0
          ? []
          : [
              `In ${others} ${others === 1 ? 'bericht' : 'berichten'} van of aan anderen verdwijnen de naam, het adres en wat er van deze klant geciteerd is; wat zij zelf schreven, blijft.`,
            ]),
        ...(onServer === 0
          ? []
          : [
              `${onServer} daarvan ${onServer === 1 ? 'ligt' : 'liggen'} nog op de mailserver. Daar blijven ze, tenzij je ze daar ook laat wissen.`,
            ]),
        'Reservekopieën in de gegevensmap waarin deze klant voorkomt, worden vervangen door een nieuwe. Kopieën en exports die je zelf ergens anders bewaarde, kent Balie niet.',
      ].join('\n'),
    fiscal:
      'Let op: facturen, offertes en afspraken over geld moet je bewaren voor de belastingdienst: in Nederland 7 jaar (10 jaar bij onroerend goed), in België 10 jaar. Dat gaat voor op een verzoek om gewist te worden. Bewaar ze eerst ergens anders, of maak een export.',
    sayYes: 'Er is niets gewist. Wissen kan niet ongedaan gemaakt worden: zeg het met --yes.',
    leftOnServer: (count) =>
      `${count} ${count === 1 ? 'bericht ligt' : 'berichten liggen'} nog op de mailserver. Balie haalt ze niet meer op; een ander mailprogramma toont ze wel nog.`,
    backupsRemoved: (count) =>
      `${count} ${count === 1 ? 'reservekopie is' : 'reservekopieën zijn'} gewist en door een nieuwe vervangen.`,
    leftIn: (files) => `Het adres staat nog in: ${files.join(', ')}`,
  },
  en: {
    outlook: ({ addresses, names, messages, conversations, others, onServer, oldestAt, newestAt }) =>
      [
        `${[...addresses.map(shownAddress), ...names].filter((one) => one !== '').join(', ')}: ${messages} ${messages === 1 ? 'message' : 'messages'} in ${conversations} ${conversations === 1 ? 'conversation' : 'conversations'}${oldestAt === null || newestAt === null ? '' : `, from ${oldestAt.slice(0, 10)} to ${newestAt.slice(0, 10)}`}.`,
        ...(others === 0
          ? []
          : [
              `From ${others} ${others === 1 ? 'message' : 'messages'} by or to others go the name, the address and what is quoted; what they wrote themselves stays.`,
            ]),
        ...(onServer === 0
          ? []
          : [
              `${onServer} of them ${onServer === 1 ? 'lies' : 'lie'} on the mail server still, and ${onServer === 1 ? 'stays' : 'stay'} there unless you have them erased there too.`,
            ]),
        'Backups in the data folder that hold this person are replaced by a new one. Copies and exports that you keep elsewhere are not known to Balie.',
      ].join('\n'),
    fiscal:
      'Mind: invoices, quotes and agreements about money must be kept for the tax office: 7 years in the Netherlands (10 for real estate), 10 years in Belgium. That comes before a request to be erased. Keep them elsewhere first, or make an export.',
    sayYes: 'Nothing was erased. Erasing cannot be undone: say so with --yes.',
    leftOnServer: (count) =>
      `${count} ${count === 1 ? 'message lies' : 'messages lie'} on the mail server still. Balie does not fetch them again; another mail program still shows them.`,
    backupsRemoved: (count) =>
      `${count} ${count === 1 ? 'backup was' : 'backups were'} erased and replaced by a new one.`,
    leftIn: (files) => `The address can still be read in: ${files.join(', ')}`,
  },
};

export const erasureWords = (language: UiLanguage): ErasureWords => WORDS[language];
