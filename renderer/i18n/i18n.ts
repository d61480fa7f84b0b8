// Both languages are in the bundle; switching is instant and nothing is fetched. Keys are typed by the Dutch tree.
import { createInstance, type FormatterModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';
import { en } from './en/en.ts';
import { nl } from './nl/nl.ts';

declare module 'i18next' {
  // An interface by need: this is how i18next takes our types in.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof nl };
  }
}

export async function createTexts(language: UiLanguage): Promise<i18n> {
  const texts = createInstance();
  await texts
    .use(initReactI18next)
    .use(counts)
    .init({
      lng: language,
      fallbackLng: false,
      resources: { nl: { translation: nl }, en: { translation: en } },
      interpolation: {
        // React escapes what it shows.
        escapeValue: false,
        alwaysFormat: true,
      },
    });
  return texts;
}

/** How many there are, as the language writes it: 4.812 berichten, 4,812 messages. Other figures (a port, a year) stay as they are. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: string | number | undefined, _format, language, options) =>
    typeof value === 'number' && value >= 1_000 && options?.['interpolationkey'] === 'count'
      ? new Intl.NumberFormat(language).format(value)
      : String(value ?? ''),
};
