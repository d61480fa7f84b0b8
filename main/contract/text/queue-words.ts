// The queue in words: names of sections, channels and factors, and why a factor gave its points.
import type { Channel, UiLanguage } from '../../domain/conversation/message.ts';
import type { AskKind } from '../../domain/conversation/signals.ts';
import type { Factor, FactorName } from '../../domain/queue/factor.ts';
import type { Section } from '../../domain/queue/sections.ts';

type QueueTexts = {
  readonly sections: { readonly [section in Section]: string };
  readonly channels: { readonly [channel in Channel]: string };
  readonly factors: { readonly [name in FactorName]: string };
  readonly asks: { readonly [ask in AskKind]: string };
  readonly readsLike: { readonly waits: string; readonly rests: string };
  readonly quoted: (words: string) => string;
  readonly left: (amount: string) => string;
  readonly late: (amount: string) => string;
  readonly waited: (amount: string) => string;
  readonly minutes: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
  readonly firstTime: string;
  readonly earlier: (count: number) => string;
  readonly unanswered: (count: number) => string;
  readonly owner: string;
};

export const QUEUE_TEXTS: { readonly [language in UiLanguage]: QueueTexts } = {
  nl: {
    sections: {
      overdue: 'Te laat',
      now: 'Nu',
      soon: 'Straks',
      waiting: 'Wacht op hen',
      snoozed: 'Later',
      fyi: 'Ter info',
      done: 'Afgehandeld',
    },
    channels: {
      email: 'mail',
      webform: 'webformulier',
      phone: 'telefoon',
      counter: 'toonbank',
      whatsapp: 'WhatsApp',
      sms: 'sms',
      marktplaats: 'Marktplaats',
      linkedin: 'LinkedIn',
      tweedehands: '2dehands',
      airbnb: 'Airbnb',
      booking: 'Booking.com',
      etsy: 'Etsy',
      'google-review': 'Google-review',
      facebook: 'Facebook',
      instagram: 'Instagram',
      telegram: 'Telegram',
      voicemail: 'voicemail',
    },
    factors: {
      'time-left': 'Tijd tot het antwoord',
      'broken-commitment': 'Gebroken belofte',
      'window-closing': 'Antwoorden kan niet lang meer',
      'follow-up': 'Nog niets gehoord',
      asks: 'Vraagt iets',
      'needs-answer': 'Of er een antwoord verwacht wordt',
      'known-customer': 'Vaste klant',
      'repeated-mail': 'Schreef meer dan eens',
      'waiting-since': 'Wacht al een tijd',
      'new-customer': 'Nieuwe klant',
      'money-or-date': 'Noemt een bedrag of datum',
      vip: 'VIP',
      tag: 'Label dat voorgaat',
    },
    asks: {
      question: 'stelt een vraag',
      quote: 'vraagt een offerte',
      appointment: 'wil een afspraak',
      complaint: 'heeft een klacht',
      availability: 'vraagt of het er is',
      'order-change': 'wil iets wijzigen aan een bestelling',
    },
    readsLike: { waits: 'verwacht waarschijnlijk een antwoord', rests: 'vraagt waarschijnlijk niets' },
    quoted: (words) => `“${words}”`,
    left: (amount) => `nog ${amount} om te antwoorden`,
    late: (amount) => `al ${amount} te laat`,
    waited: (amount) => `wacht al ${amount}`,
    minutes: (count) => (count === 1 ? '1 minuut' : `${count} minuten`),
    hours: (count) => `${count} uur`,
    days: (count) => (count === 1 ? '1 dag' : `${count} dagen`),
    firstTime: 'schrijft voor het eerst',
    earlier: (count) => (count === 1 ? 'een eerder gesprek' : `${count} eerdere gesprekken`),
    unanswered: (count) => `${count} berichten zonder antwoord`,
    owner: 'door jou aangeduid',
  },
  en: {
    sections: {
      overdue: 'Overdue',
      now: 'Now',
      soon: 'Soon',
      waiting: 'Waiting on them',
      snoozed: 'Later',
      fyi: 'For information',
      done: 'Done',
    },
    channels: {
      email: 'mail',
      webform: 'web form',
      phone: 'phone',
      counter: 'counter',
      whatsapp: 'WhatsApp',
      sms: 'text message',
      marktplaats: 'Marktplaats',
      linkedin: 'LinkedIn',
      tweedehands: '2dehands',
      airbnb: 'Airbnb',
      booking: 'Booking.com',
      etsy: 'Etsy',
      'google-review': 'Google review',
      facebook: 'Facebook',
      instagram: 'Instagram',
      telegram: 'Telegram',
      voicemail: 'voicemail',
    },
    factors: {
      'time-left': 'Time left to answer',
      'broken-commitment': 'Broken promise',
      'window-closing': 'Answering closes soon',
      'follow-up': 'Not heard yet',
      asks: 'Asks for something',
      'needs-answer': 'Whether an answer is expected',
      'known-customer': 'Known customer',
      'repeated-mail': 'Wrote more than once',
      'waiting-since': 'Has waited a while',
      'new-customer': 'New customer',
      'money-or-date': 'Mentions an amount or a date',
      vip: 'VIP',
      tag: 'Label that goes first',
    },
    asks: {
      question: 'asks a question',
      quote: 'asks for a quote',
      appointment: 'wants an appointment',
      complaint: 'has a complaint',
      availability: 'asks whether it is available',
      'order-change': 'wants to change an order',
    },
    readsLike: { waits: 'probably waits for an answer', rests: 'probably asks nothing' },
    quoted: (words) => `“${words}”`,
    left: (amount) => `${amount} left to answer`,
    late: (amount) => `${amount} late already`,
    waited: (amount) => `has waited ${amount}`,
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    firstTime: 'writes for the first time',
    earlier: (count) => (count === 1 ? 'one earlier conversation' : `${count} earlier conversations`),
    unanswered: (count) => `${count} messages without an answer`,
    owner: 'marked by you',
  },
};

export const sectionName = (language: UiLanguage, section: Section): string => QUEUE_TEXTS[language].sections[section];

export const channelName = (language: UiLanguage, channel: Channel): string => QUEUE_TEXTS[language].channels[channel];

export const factorWords = (
  language: UiLanguage,
  factor: Pick<Factor, 'name' | 'because'>,
): { readonly name: string; readonly because: string } => ({
  name: QUEUE_TEXTS[language].factors[factor.name],
  because: becauseWords(QUEUE_TEXTS[language], factor),
});

function becauseWords(texts: QueueTexts, { name, because }: Pick<Factor, 'name' | 'because'>): string {
  switch (because.kind) {
    case 'words':
      return texts.quoted(because.words);
    case 'ask': {
      const ask = isAskKind(texts, because.ask) ? `${texts.asks[because.ask]}: ` : '';
      return `${ask}${texts.quoted(because.words)}`;
    }
    case 'reads-like': {
      const how = because.waits ? texts.readsLike.waits : texts.readsLike.rests;
      return because.words === '' ? how : `${how}: ${texts.quoted(because.words)}`;
    }
    case 'minutes-left':
      return texts.left(amount(texts, because.minutes));
    case 'minutes-late':
      return texts.late(amount(texts, because.minutes));
    case 'hours-waited':
      return texts.waited(amount(texts, because.hours * 60));
    case 'count':
      return countWords(texts, name, because.count);
    case 'owner':
      return texts.owner;
  }
}

/** The bare number says nothing: what is counted differs from reason to reason. */
function countWords(texts: QueueTexts, name: FactorName, count: number): string {
  if (name === 'new-customer') return texts.firstTime;
  return name === 'known-customer' ? texts.earlier(count) : texts.unanswered(count);
}

const isAskKind = (texts: QueueTexts, ask: string): ask is AskKind => Object.hasOwn(texts.asks, ask);

/** Rounded down to what one would say. */
function amount(texts: QueueTexts, minutes: number): string {
  if (minutes < 60) return texts.minutes(Math.max(0, Math.floor(minutes)));
  if (minutes < 48 * 60) return texts.hours(Math.floor(minutes / 60));
  return texts.days(Math.floor(minutes / (24 * 60)));
}
