// An own message as the sentences that its writer said in it: without quotes, signature, and what stands below the greeting.
import { withoutSignOff } from '../conversation/sentences.ts';

/** Lines that a mail program broke are joined; blank lines, list items and full stops end a sentence. */
export function ownSentences(text: string): readonly string[] {
  const [above = ''] = text.replaceAll('\r\n', '\n').split(/^-- ?$/m);
  const own = withoutSignOff(above);
  // Below the greeting stand name, address and opening hours; a postscript is the writer's own again.
  const postscript = above.slice(own.length).search(/^\s*p\.?s\.?\b/im);
  const said = postscript < 0 ? own : `${own}\n\n${above.slice(own.length + postscript)}`;
  const lines = said.split('\n').map((line) => (line.startsWith('>') ? '' : line.trim()));
  // Pieces, as looking at the end of one growing string for each line is quadratic (0.6 s for 20 kB of short lines).
  const paragraphs: string[][] = [];
  let length = 0;
  for (const line of lines) {
    const last = paragraphs.at(-1)?.at(-1) ?? '';
    const goesOn = /^\p{Ll}/u.test(line) || (length > 50 && !/[.!?:;]$/.test(last) && !/^[-*•\d]/.test(line));
    if (line !== '' && last !== '' && goesOn) {
      paragraphs.at(-1)?.push(line);
      length += line.length + 1;
    } else {
      paragraphs.push([line]);
      length = line.length;
    }
  }
  return paragraphs
    .map((pieces) => pieces.join(' '))
    .join('\n')
    .split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}"“'(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
