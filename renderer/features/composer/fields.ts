// Fields of a saved reply that are still empty in the text being written: "{{klant.voornaam}}". They block sending.
import { readTemplate } from '../../../main/domain/canned/template.ts';

/** Where the empty fields of a line begin and end: the very ones for which the outbox refuses it. */
export function fieldsIn(line: string): readonly { readonly from: number; readonly to: number }[] {
  if (!line.includes('{{')) return [];
  let at = 0;
  return readTemplate(line).flatMap((piece) => {
    const from = at;
    at += piece.kind === 'words' ? piece.text.length : piece.written.length;
    return piece.kind === 'words' ? [] : [{ from, to: at }];
  });
}

/** Whether a "/" typed behind these words asks for a saved reply: at the start of a line or after a space, never inside "en/of". */
export const asksForCanned = (before: string): boolean => /(?:^|\s)$/.test(before);
