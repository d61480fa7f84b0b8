// How a saved reply reads for an example customer: each piece by itself, so that what was filled in and what stays open can be shown.
import { fieldValue, type CannedFacts, type DeskFacts } from '../../../main/domain/canned/facts.ts';
import { readTemplate, type CannedLanguage } from '../../../main/domain/canned/template.ts';
import { DAY_MS } from '../../../main/domain/instant.ts';

export const SAMPLE_NAME = 'Jan van den Berg';

export type SamplePiece = {
  readonly text: string;
  /** `open`: asked at insertion, or not known; `wrong`: no such field. */
  readonly kind: 'words' | 'filled' | 'open' | 'wrong';
};

export const sampleFacts = (language: CannedLanguage, now: number): CannedFacts => ({
  language,
  contact: { name: SAMPLE_NAME, address: 'jan@dakwerken-berg.be' },
  subject: { nl: 'Offerte dakgoot', en: 'Quote for a gutter', fr: 'Devis gouttière' }[language],
  receivedAt: now - DAY_MS,
  commitmentAt: now + 2 * DAY_MS,
  replyBy: now + DAY_MS,
  channel: 'email',
});

export const samplePieces = (text: string, language: CannedLanguage, desk: DeskFacts): readonly SamplePiece[] =>
  readTemplate(text).map((piece): SamplePiece => {
    if (piece.kind === 'words') return { kind: 'words', text: piece.text };
    if (piece.kind === 'question') {
      return { kind: 'open', text: piece.fallback === null ? `[${piece.question}]` : piece.fallback };
    }
    if (piece.field === null) return { kind: 'wrong', text: piece.written };
    const value = fieldValue(piece.field, language, sampleFacts(language, desk.now), desk) ?? '';
    if (value !== '') return { kind: 'filled', text: value };
    return piece.fallback === null ? { kind: 'open', text: piece.written } : { kind: 'filled', text: piece.fallback };
  });

/** Names between braces that are no field, as written. */
export const unknownFields = (text: string): readonly string[] =>
  readTemplate(text).flatMap((piece) => (piece.kind === 'field' && piece.field === null ? [piece.written] : []));
