// What went wrong, in a sentence, and the one thing to do about it. The sentences are in errors-nl.ts and errors-en.ts; a code
// without both does not compile.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { Failure } from '../errors.ts';
import { errorsEn } from './errors-en.ts';
import { errorsNl } from './errors-nl.ts';
import type { ErrorTexts, FailureWords } from './failure-words.ts';

export const ERROR_TEXTS: { readonly [language in UiLanguage]: ErrorTexts } = { nl: errorsNl, en: errorsEn };

export function failureWords(language: UiLanguage, failure: Pick<Failure, 'code' | 'values'>): FailureWords {
  const { sentence, action } = ERROR_TEXTS[language][failure.code];
  const fill = (text: string): string =>
    text.replaceAll(/\{([\w/]+)\|([^}]*)\}/g, (_, names: string, otherwise: string) => {
      const values = names.split('/').map((name) => failure.values?.[name]?.trim() ?? '');
      return values.find((value) => value !== '') ?? otherwise;
    });
  return { sentence: fill(sentence), action: fill(action) };
}
