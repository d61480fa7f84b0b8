// Fields of a saved reply that are still empty in the text being written: "{{klant.voornaam}}". They block sending.
import { readTemplate } from '../../../main/domain/canned/template.ts';

export type MarkedPiece = { readonly text: string; readonly isField: boolean };

/** The text in pieces, for painting the fields behind it: the very ones for which the outbox refuses it. */
export const markedPieces = (text: string): readonly MarkedPiece[] =>
  readTemplate(text).map((piece) =>
    piece.kind === 'words' ? { text: piece.text, isField: false } : { text: piece.written, isField: true },
  );

/** Whether a "/" typed at `at` asks for a saved reply: at the start of a line or after a space, never inside "en/of". */
export function asksForCanned(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || /\s/.test(before);
}
