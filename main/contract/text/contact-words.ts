// People in words: why two may be one, and how a card's own fields are called where the file they came from does not say. Shared by
// window and command line.
import type { FieldWords } from '../../domain/contact/vcard-read.ts';
import type { SameReason } from '../../domain/contact/same-person.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { CardImport } from '../contacts.ts';

type ContactTexts = {
  readonly reasons: { readonly [reason in SameReason]: string };
  readonly fields: FieldWords;
  readonly rehearsed: (figures: CardImport) => string;
  readonly taken: (figures: CardImport) => string;
  readonly none: string;
};

const TEXTS: { readonly [language in UiLanguage]: ContactTexts } = {
  nl: {
    reasons: {
      'same-mailbox': 'zelfde postbus',
      'same-number': 'zelfde telefoonnummer',
      signature: 'staat onder zijn berichten',
      'same-name-and-firm': 'zelfde naam, zelfde bedrijf',
      'same-name': 'zelfde naam',
    },
    fields: {
      address: 'Adres',
      birthday: 'Verjaardag',
      title: 'Functie',
      phone: 'Telefoon',
      email: 'E-mail',
      page: 'Website',
      chat: 'Chat',
      date: 'Datum',
      relation: 'Relatie',
    },
    rehearsed: ({ cards, added, completed, known, skipped }) =>
      `${kaarten(cards)}: ${added} nieuw, ${completed} aangevuld, ${known} al bekend, ${skipped} overgeslagen. Nog niets bewaard.`,
    taken: ({ added, completed, known, skipped }) =>
      `${added} nieuw, ${completed} aangevuld, ${known} al bekend, ${skipped} overgeslagen`,
    none: 'geen contacten',
  },
  en: {
    reasons: {
      'same-mailbox': 'same mailbox',
      'same-number': 'same phone number',
      signature: 'stands below his messages',
      'same-name-and-firm': 'same name, same company',
      'same-name': 'same name',
    },
    fields: {
      address: 'Address',
      birthday: 'Birthday',
      title: 'Job title',
      phone: 'Phone',
      email: 'E-mail',
      page: 'Website',
      chat: 'Chat',
      date: 'Date',
      relation: 'Relation',
    },
    rehearsed: ({ cards, added, completed, known, skipped }) =>
      `${cards} ${cards === 1 ? 'card' : 'cards'}: ${added} new, ${completed} completed, ${known} known already, ${skipped} skipped. Nothing is kept yet.`,
    taken: ({ added, completed, known, skipped }) =>
      `${added} new, ${completed} completed, ${known} known already, ${skipped} skipped`,
    none: 'no contacts',
  },
};

const kaarten = (count: number): string => (count === 1 ? '1 kaart' : `${count} kaarten`);

export const sameReasonWords = (language: UiLanguage, reason: SameReason): string => TEXTS[language].reasons[reason];
export const cardFieldWords = (language: UiLanguage): FieldWords => TEXTS[language].fields;
export const importWords = (language: UiLanguage, figures: CardImport, isRehearsal: boolean): string =>
  isRehearsal ? TEXTS[language].rehearsed(figures) : TEXTS[language].taken(figures);
export const noContacts = (language: UiLanguage): string => TEXTS[language].none;
