// What a note says where the owner gave no words: that somebody asked again, or that he was answered. Part of the story, searchable
// and exported, so it is written in the language the desk has at that moment.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { HandChannel, NoteKind } from '../../domain/conversation/hand-channels.ts';

type Words = { readonly [kind in Exclude<NoteKind, 'remark'>]: Readonly<Record<HandChannel, string>> };

const WORDS: { readonly [language in UiLanguage]: Words } = {
  nl: {
    incoming: {
      phone: 'Belde opnieuw.',
      counter: 'Kwam opnieuw langs.',
      whatsapp: 'Stuurde opnieuw een WhatsApp.',
      sms: 'Stuurde opnieuw een sms.',
      instagram: 'Schreef opnieuw op Instagram.',
      facebook: 'Schreef opnieuw op Facebook.',
      telegram: 'Schreef opnieuw op Telegram.',
      marktplaats: 'Schreef opnieuw op Marktplaats.',
      tweedehands: 'Schreef opnieuw op 2dehands.',
      linkedin: 'Schreef opnieuw op LinkedIn.',
      etsy: 'Schreef opnieuw op Etsy.',
      'google-review': 'Schreef opnieuw een review.',
    },
    answer: {
      phone: 'Telefonisch beantwoord.',
      counter: 'Ter plaatse beantwoord.',
      whatsapp: 'Beantwoord in WhatsApp.',
      sms: 'Beantwoord per sms.',
      instagram: 'Beantwoord op Instagram.',
      facebook: 'Beantwoord op Facebook.',
      telegram: 'Beantwoord op Telegram.',
      marktplaats: 'Beantwoord op Marktplaats.',
      tweedehands: 'Beantwoord op 2dehands.',
      linkedin: 'Beantwoord op LinkedIn.',
      etsy: 'Beantwoord op Etsy.',
      'google-review': 'Beantwoord bij de review.',
    },
  },
  en: {
    incoming: {
      phone: 'Called again.',
      counter: 'Came by again.',
      whatsapp: 'Sent another WhatsApp.',
      sms: 'Sent another text.',
      instagram: 'Wrote again on Instagram.',
      facebook: 'Wrote again on Facebook.',
      telegram: 'Wrote again on Telegram.',
      marktplaats: 'Wrote again on Marktplaats.',
      tweedehands: 'Wrote again on 2dehands.',
      linkedin: 'Wrote again on LinkedIn.',
      etsy: 'Wrote again on Etsy.',
      'google-review': 'Wrote another review.',
    },
    answer: {
      phone: 'Answered by phone.',
      counter: 'Answered in person.',
      whatsapp: 'Answered in WhatsApp.',
      sms: 'Answered by text.',
      instagram: 'Answered on Instagram.',
      facebook: 'Answered on Facebook.',
      telegram: 'Answered on Telegram.',
      marktplaats: 'Answered on Marktplaats.',
      tweedehands: 'Answered on 2dehands.',
      linkedin: 'Answered on LinkedIn.',
      etsy: 'Answered on Etsy.',
      'google-review': 'Answered below the review.',
    },
  },
};

/** Who answered, where the owner told no name. */
export const OWN_WORD: { readonly [language in UiLanguage]: string } = { nl: 'Jij', en: 'You' };

export const wordlessNote = (language: UiLanguage, kind: Exclude<NoteKind, 'remark'>, channel: HandChannel): string =>
  WORDS[language][kind][channel];
