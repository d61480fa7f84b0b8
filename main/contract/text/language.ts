// In which language the owner is spoken to: what his settings say, or what his machine speaks.
import type { UiLanguage } from '../../domain/conversation/message.ts';

/** `systemLanguage` is a tag such as "nl-BE". What is neither of ours becomes English. */
export const languageOf = (setting: UiLanguage | 'system', systemLanguage: string): UiLanguage => {
  if (setting !== 'system') return setting;
  return systemLanguage.toLowerCase().startsWith('nl') ? 'nl' : 'en';
};
