// Fills a canned reply in: picks the text in the conversation's language, puts values in its fields, and tells what is missing.
import type { Language } from '../conversation/message.ts';
import { fieldValue, type CannedFacts, type DeskFacts } from './facts.ts';
import { CANNED_LANGUAGES, readTemplate, type CannedLanguage } from './template.ts';

export type CannedTexts = Readonly<Partial<Record<CannedLanguage, string>>>;

export type Filled = {
  readonly text: string;
  /** Fields without value and without fallback, as written; the text still holds them, and they block sending. */
  readonly missing: readonly string[];
  /** Questions that the owner has not answered yet. */
  readonly questions: readonly string[];
};

/** Which text to use for a customer of that language; who writes German is likelier to read English than Dutch. */
export function chooseVariant(
  texts: CannedTexts,
  language: Language | null,
): { readonly language: CannedLanguage; readonly text: string } | null {
  const house: readonly CannedLanguage[] = language === 'de' ? ['en', 'nl', 'fr'] : CANNED_LANGUAGES;
  const wanted = CANNED_LANGUAGES.filter((one) => one === language);
  for (const one of [...wanted, ...house]) {
    const text = texts[one];
    if (text !== undefined && text.trim() !== '') return { language: one, text };
  }
  return null;
}

export function fillTemplate(
  { language, text: template }: { readonly language: CannedLanguage; readonly text: string },
  facts: CannedFacts,
  desk: DeskFacts,
  answers: Readonly<Record<string, string>>,
): Filled {
  const missing = new Set<string>();
  const questions = new Set<string>();
  const text = readTemplate(template).map((piece): string => {
    if (piece.kind === 'words') return piece.text;
    if (piece.kind === 'question') {
      const answer = Object.hasOwn(answers, piece.question) ? answers[piece.question]?.trim() : undefined;
      if (answer !== undefined && answer !== '') return withoutBraces(answer);
      // Left empty on purpose: the fallback speaks. Not answered yet: it is still asked.
      if (answer === '' && piece.fallback !== null) return piece.fallback;
      questions.add(piece.question);
      return piece.written;
    }
    const value = piece.field === null ? null : fieldValue(piece.field, language, facts, desk);
    const shown = value === null ? '' : onOneLine(withoutBraces(value));
    if (shown !== '') return shown;
    if (piece.fallback !== null) return piece.fallback;
    missing.add(piece.name);
    return piece.written;
  });
  return { text: text.join(''), missing: [...missing], questions: [...questions] };
}

/** A customer called "{{my.phone}}" must neither be filled in nor block sending. */
const withoutBraces = (value: string): string => value.replaceAll(/\{\{|\}\}/g, '');

const onOneLine = (value: string): string => value.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
