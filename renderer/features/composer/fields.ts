// Fields of a saved reply that are still empty in the text being written: "{{klant.voornaam}}". They block sending.
const FIELD = /\{\{[^{}\n]{1,200}\}\}/g;

export type MarkedPiece = { readonly text: string; readonly isField: boolean };

/** The text in pieces, for painting the fields behind it. */
export function markedPieces(text: string): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(FIELD)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), isField: false });
    pieces.push({ text: match[0], isField: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isField: false });
  return pieces;
}

/** Whether a "/" typed at `at` asks for a saved reply: at the start of a line or after a space, never inside "en/of". */
export function asksForCanned(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || /\s/.test(before);
}
