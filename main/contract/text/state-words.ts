// How an account and a delivery stand, in one short line for lists outside the window.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { MINUTE_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
import type { AccountState, DeliveryState } from '../views.ts';
import { failureWords } from './errors.ts';
import { momentWords } from './reply-by-words.ts';

type StateTexts = {
  readonly deliveries: { readonly [state in DeliveryState]: string };
  readonly accounts: { readonly [state in 'new' | 'connecting' | 'live' | 'paused' | 'detached']: string };
  readonly firstSync: (done: string, total: string) => string;
  readonly minutesLeft: (minutes: number) => string;
  readonly polling: (when: string) => string;
  readonly nextTry: (when: string) => string;
  readonly locale: string;
};

export const STATE_TEXTS: { readonly [language in UiLanguage]: StateTexts } = {
  nl: {
    deliveries: {
      queued: 'wacht op verzending',
      sending: 'wordt verzonden',
      sent: 'verzonden',
      failed: 'niet verzonden',
      unknown: 'onzeker of het verzonden is',
    },
    accounts: {
      new: 'nog niet verbonden',
      connecting: 'verbindt',
      live: 'verbonden',
      paused: 'gepauzeerd',
      detached: 'bewaard om te lezen en te zoeken',
    },
    firstSync: (done, total) => `haalt berichten op: ${done} van ${total}`,
    minutesLeft: (minutes) => `nog ${minutes} min`,
    polling: (when) => `verbonden, kijkt ${when} weer`,
    nextTry: (when) => `Volgende poging ${when}.`,
    locale: 'nl-BE',
  },
  en: {
    deliveries: {
      queued: 'waiting to leave',
      sending: 'being sent',
      sent: 'sent',
      failed: 'not sent',
      unknown: 'unsure whether it was sent',
    },
    accounts: {
      new: 'not connected yet',
      connecting: 'connecting',
      live: 'connected',
      paused: 'paused',
      detached: 'kept for reading and searching',
    },
    firstSync: (done, total) => `fetching messages: ${done} of ${total}`,
    minutesLeft: (minutes) => `${minutes} min left`,
    polling: (when) => `connected, looks again ${when}`,
    nextTry: (when) => `Next try ${when}.`,
    locale: 'en-GB',
  },
};

export const deliveryStateWords = (language: UiLanguage, state: DeliveryState): string =>
  STATE_TEXTS[language].deliveries[state];

export function accountStateWords(language: UiLanguage, state: AccountState, now: Instant, zone: ZoneName): string {
  const texts = STATE_TEXTS[language];
  switch (state.kind) {
    case 'new':
    case 'connecting':
    case 'live':
    case 'paused':
    case 'detached':
      return texts.accounts[state.kind];
    case 'first-sync': {
      const number = new Intl.NumberFormat(texts.locale);
      const progress = texts.firstSync(number.format(state.done), number.format(state.total));
      if (state.msLeft === null) return progress;
      return `${progress}, ${texts.minutesLeft(Math.max(1, Math.ceil(state.msLeft / MINUTE_MS)))}`;
    }
    case 'polling':
      return texts.polling(momentWords(language, state.nextAt, now, zone));
    case 'waiting': {
      const { sentence } = failureWords(language, state.error);
      return `${sentence} ${texts.nextTry(momentWords(language, state.nextTryAt, now, zone))}`;
    }
    case 'needs-owner': {
      const { sentence, action } = failureWords(language, state.error);
      return `${sentence} ${action}`;
    }
  }
}
