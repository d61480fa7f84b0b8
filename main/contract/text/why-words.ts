// Why a conversation waits in the queue or lies in "Ter info", in words: short for a row of the list, full for the conversation.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { MachineKind, WhyHere } from '../../domain/queue/why-here.ts';
import type { RestReason } from '../../domain/needs-answer/rest.ts';
import { QUEUE_TEXTS } from './queue-words.ts';

type Words = { readonly short: string; readonly full: string };
type WhyTexts = {
  readonly moved: { readonly [to in 'queue' | 'fyi']: Words };
  readonly ownMail: Words;
  readonly machine: { readonly [kind in MachineKind]: Words };
  readonly rests: { readonly [because in RestReason]: Words };
  readonly invite: Words;
  readonly yes: Words;
  readonly likely: Words;
  readonly noted: Words;
  readonly uncertain: Words;
};

const TEXTS: { readonly [language in UiLanguage]: WhyTexts } = {
  nl: {
    moved: {
      fyi: { short: 'door jou verplaatst', full: 'Staat hier omdat jij het naar Ter info verplaatste' },
      queue: { short: 'door jou verplaatst', full: 'Staat hier omdat jij het naar de wachtrij verplaatste' },
    },
    ownMail: { short: 'van jezelf', full: 'Mail van een adres van jezelf: niemand wacht op antwoord' },
    machine: {
      newsletter: { short: 'nieuwsbrief', full: 'Nieuwsbrief of mailing: die vraagt geen antwoord' },
      notification: {
        short: 'automatisch bericht',
        full: 'Automatisch bericht of betaalbewijs: door een programma verstuurd',
      },
      'auto-reply': { short: 'automatisch antwoord', full: 'Automatisch antwoord, bijvoorbeeld bij afwezigheid' },
      bounce: { short: 'niet aangekomen', full: 'Je mail kwam niet aan: dit is de melding van de mailserver' },
      complaint: { short: 'spamklacht', full: 'Melding van een mailprovider dat iemand je mail als spam aanduidde' },
    },
    rests: {
      closer: { short: 'bedankt-bericht', full: 'Bedankt-bericht: vraagt niets' },
      informs: { short: 'ter informatie', full: 'Zegt zelf dat het alleen informeert' },
      sender: {
        short: 'geleerd van jou',
        full: 'Berichten van deze afzender verplaatste je eerder zelf, en dit vraagt niets',
      },
    },
    invite: { short: 'uitnodiging', full: 'Uitnodiging: wacht op jouw ja of nee' },
    yes: { short: 'zegt ja', full: 'Zegt ja op wat jij vroeg' },
    likely: { short: 'verwacht antwoord', full: 'Verwacht waarschijnlijk een antwoord' },
    noted: { short: 'zelf genoteerd', full: 'Dit heb je zelf genoteerd' },
    uncertain: { short: 'niet zeker', full: 'Vraagt niet duidelijk iets. Wat niet zeker is, blijft in de wachtrij' },
  },
  en: {
    moved: {
      fyi: { short: 'moved by you', full: 'Here because you moved it to For information' },
      queue: { short: 'moved by you', full: 'Here because you moved it to the queue' },
    },
    ownMail: { short: 'from yourself', full: 'Mail from an address of your own: nobody waits for an answer' },
    machine: {
      newsletter: { short: 'newsletter', full: 'Newsletter or mailing: it asks for no answer' },
      notification: { short: 'automatic message', full: 'Automatic message or receipt: sent by a program' },
      'auto-reply': { short: 'automatic reply', full: 'Automatic reply, such as an absence note' },
      bounce: { short: 'did not arrive', full: 'Your mail did not arrive: this is the mail server telling so' },
      complaint: { short: 'spam complaint', full: 'A mail provider tells that somebody marked your mail as spam' },
    },
    rests: {
      closer: { short: 'a thank-you', full: 'A thank-you: asks nothing' },
      informs: { short: 'informs', full: 'Says itself that it only informs' },
      sender: {
        short: 'learned from you',
        full: 'You moved messages of this sender before, and this one asks nothing',
      },
    },
    invite: { short: 'invitation', full: 'Invitation: waits for your yes or no' },
    yes: { short: 'says yes', full: 'Says yes to what you asked' },
    likely: { short: 'expects an answer', full: 'Probably expects an answer' },
    noted: { short: 'written down', full: 'You wrote this down yourself' },
    uncertain: {
      short: 'not certain',
      full: 'Does not clearly ask for something. What is not certain stays in the queue',
    },
  },
};

/** Without an end mark, so that more can follow. */
export function whyWords(language: UiLanguage, why: WhyHere): Words {
  const texts = TEXTS[language];
  switch (why.kind) {
    case 'moved':
      return texts.moved[why.to];
    case 'own-mail':
      return texts.ownMail;
    case 'machine':
      return texts.machine[why.mail];
    case 'rests':
      return quoting(language, texts.rests[why.because], why.words);
    case 'invite':
      return texts.invite;
    case 'yes':
      return quoting(language, texts.yes, why.words);
    case 'asks': {
      const ask = QUEUE_TEXTS[language].asks[why.ask];
      return quoting(language, { short: ask, full: `${ask.charAt(0).toUpperCase()}${ask.slice(1)}` }, why.words);
    }
    case 'likely':
      return quoting(language, texts.likely, why.words);
    case 'noted':
      return texts.noted;
    case 'uncertain':
      return texts.uncertain;
  }
}

const quoting = (language: UiLanguage, { short, full }: Words, words: string): Words => ({
  short,
  full: words === '' ? full : `${full} (${QUEUE_TEXTS[language].quoted(words)})`,
});
