// What went wrong, in a sentence, and the one thing to do about it. The sentences are in errors-nl.ts and errors-en.ts; a code
// without both does not compile.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { ErrorCode, Failure } from '../errors.ts';
import { errorsEn } from './errors-en.ts';
import { errorsNl } from './errors-nl.ts';

/** `{what/email|Dit}` takes the failure's value of the first of these names, or the words after the bar where it has none. */
export type FailureWords = { readonly sentence: string; readonly action: string };
export type ErrorTexts = { readonly [code in ErrorCode]: FailureWords };

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
