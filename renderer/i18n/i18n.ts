// Both languages are in the bundle; switching is instant and nothing is fetched. Keys are typed by the Dutch tree.
import { createInstance, type i18n } from 'i18next';
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
  await texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { nl: { translation: nl }, en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  return texts;
}
