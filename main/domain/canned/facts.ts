// The facts that a canned reply's fields are filled from, and each field's value in the language of the reply.
import { companyGuess } from '../contact/company-guess.ts';
import { personName, salutation } from '../contact/person-name.ts';
import type { Channel, Language } from '../conversation/message.ts';
import type { Instant } from '../instant.ts';
import type { OpenTime } from '../office-hours/open-time.ts';
import { dayInLetter, momentInLetter } from './moment-in-letter.ts';
import type { CannedLanguage, FieldName } from './template.ts';

/** About one conversation. */
export type CannedFacts = {
  readonly language: Language | null;
  /** The customer as his card or the conversation names him; name may be empty. Without a company it is guessed. */
  readonly contact: { readonly name: string; readonly address: string; readonly company?: string };
  readonly subject: string;
  /** Arrival of the customer message that the reply answers. */
  readonly receivedAt: Instant | null;
  readonly commitmentAt: Instant | null;
  /** By when it is to be answered. */
  readonly replyBy: Instant | null;
  readonly channel: Channel;
};

/** About the desk. */
export type DeskFacts = {
  readonly me: { readonly name: string; readonly phone: string };
  readonly now: Instant;
  readonly openTime: OpenTime;
};

const CHANNEL_WORDS: Readonly<Record<CannedLanguage, Readonly<Record<Channel, string>>>> = {
  nl: {
    email: 'e-mail',
    webform: 'het webformulier',
    phone: 'telefoon',
    counter: 'de toonbank',
    whatsapp: 'WhatsApp',
    sms: 'sms',
    marktplaats: 'Marktplaats',
    linkedin: 'LinkedIn',
    tweedehands: '2dehands',
    airbnb: 'Airbnb',
    booking: 'Booking.com',
    etsy: 'Etsy',
    'google-review': 'Google',
    facebook: 'Facebook',
    instagram: 'Instagram',
    telegram: 'Telegram',
    voicemail: 'voicemail',
  },
  en: {
    email: 'e-mail',
    webform: 'the web form',
    phone: 'phone',
    counter: 'the counter',
    whatsapp: 'WhatsApp',
    sms: 'text message',
    marktplaats: 'Marktplaats',
    linkedin: 'LinkedIn',
    tweedehands: '2dehands',
    airbnb: 'Airbnb',
    booking: 'Booking.com',
    etsy: 'Etsy',
    'google-review': 'Google',
    facebook: 'Facebook',
    instagram: 'Instagram',
    telegram: 'Telegram',
    voicemail: 'voicemail',
  },
  fr: {
    email: 'e-mail',
    webform: 'le formulaire web',
    phone: 'téléphone',
    counter: 'le comptoir',
    whatsapp: 'WhatsApp',
    sms: 'SMS',
    marktplaats: 'Marktplaats',
    linkedin: 'LinkedIn',
    tweedehands: '2dehands',
    airbnb: 'Airbnb',
    booking: 'Booking.com',
    etsy: 'Etsy',
    'google-review': 'Google',
    facebook: 'Facebook',
    instagram: 'Instagram',
    telegram: 'Telegram',
    voicemail: 'messagerie vocale',
  },
};

/** Null or empty: nothing is known, so the fallback speaks or sending is blocked. */
export function fieldValue(
  field: FieldName,
  language: CannedLanguage,
  facts: CannedFacts,
  { me, now, openTime }: DeskFacts,
): string | null {
  const person = personName(facts.contact.name);
  switch (field) {
    case 'contact.first_name':
      return person.first;
    case 'contact.last_name':
      return person.last;
    case 'contact.salutation':
      return salutation(person, language);
    case 'contact.company':
      return facts.contact.company || companyGuess(facts.contact.address);
    case 'my.name':
      return me.name;
    case 'my.phone':
      return me.phone;
    case 'thread.subject':
      return facts.subject;
    case 'thread.received':
      return facts.receivedAt === null ? null : dayInLetter(openTime.clock.at(facts.receivedAt), language);
    case 'hours.next_open': {
      // While open, the opening that comes after this day's closing: "now" would be no news.
      const opening = openTime.nextOpening(openTime.isOpenAt(now) ? (openTime.endOfWorkingDay(now) ?? now) : now);
      return opening === null ? null : momentInLetter(openTime.clock.at(opening), language);
    }
    case 'commitment.date':
      return facts.commitmentAt === null ? null : momentInLetter(openTime.clock.at(facts.commitmentAt), language);
    case 'reply.by':
      return facts.replyBy === null ? null : momentInLetter(openTime.clock.at(facts.replyBy), language);
    case 'away.until':
      return awayUntil(now, openTime, language);
    case 'channel.name':
      return CHANNEL_WORDS[language][facts.channel];
  }
}

/** A day, for that is how one says it; the hour too where it is today. Null while the owner is there. */
function awayUntil(now: Instant, { absences, clock }: OpenTime, language: CannedLanguage): string | null {
  const away = absences?.findLast(({ as, from, until }) => as === 'away' && from <= now && now < until);
  if (away === undefined) return null;
  const back = clock.at(away.until);
  return back.day === clock.at(now).day ? momentInLetter(back, language) : dayInLetter(back, language);
}
