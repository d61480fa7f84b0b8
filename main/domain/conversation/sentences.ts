// Cuts a message into the sentences that its rules look at, without what is not said to us: links, greetings below,
// empty lines.
import { oneOf, wholeText } from '../phrases.ts';

export type Sentence = {
  /** As written, without its end mark. */
  readonly words: string;
  readonly isQuestion: boolean;
};

/** Of a longer message the beginning says what is wanted. */
const MOST_SENTENCES = 60;
const LONGEST_SENTENCE = 400;

export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const plain = withoutSignOff(text).replace(/(?:https?:\/\/|www\.)[^\s<>"]{1,500}/gi, ' ');
  // A line end counts only where a new start follows: mail wraps in the middle of sentences.
  const joined = plain.replace(/\n(?=[\p{Ll}\d(,])/gu, ' ');
  for (const match of joined.matchAll(/[^.!?\n…]+(?:\.(?=[\p{L}\d])[^.!?\n…]+){0,20}[.!?…]*/gu)) {
    const [whole] = match;
    const end = endOfWords(whole);
    const words = whole.slice(0, end).replace(/^[\s>*•–-]+/, '');
    const isQuestion = whole.includes('?', end);
    if (words === '' && !isQuestion) continue;
    sentences.push({ words: words.slice(0, LONGEST_SENTENCE), isQuestion });
    if (sentences.length >= MOST_SENTENCES) break;
  }
  // A message of nothing but a question mark is one too.
  if (sentences.length === 0 && /^[\s?!.]*\?[\s?!.]*$/.test(plain)) sentences.push({ words: '?', isQuestion: true });
  return sentences;
}

/** Letter by letter: a pattern that ends in "$" tries every run of blanks again from each of its blanks. */
function endOfWords(sentence: string): number {
  let end = sentence.length;
  while (end > 0 && /[.!?…\s]/.test(sentence[end - 1] ?? '')) end -= 1;
  return end;
}

const GREETING = oneOf`
  # nl
  met (?:vriendelijke|hartelijke|sportieve|warme) groet(?:en|jes)?
  vriendelijke groet(?:en|jes)?|hartelijke groet(?:en|jes)?|(?:de )?groet(?:en|jes)?
  gr|grtz|mvg|m\.v\.g|hoogachtend
  # en
  best regards|kind regards|warm regards|regards
  sincerely|yours (?:sincerely|faithfully|truly)|cheers
  # fr
  cordialement|bien (?:à vous|cordialement)|sincères salutations
  # de
  mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße
  viele grüße|beste grüße|liebe grüße|lg|mfg
`;
/** The greeting with a name beside it at most, or the dashes above a signature (RFC 3676 4.3). */
const SIGN_OFF = wholeText('i')`
  \s*(?:${GREETING})\b.{0,60}
  \s*-- ?
`;
const LONGEST_SIGN_OFF = 15;

/** The name and address below "Met vriendelijke groet" say nothing about what is asked. */
export function withoutSignOff(text: string): string {
  const lines = text.split('\n');
  for (let at = Math.max(1, lines.length - LONGEST_SIGN_OFF); at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.length < 100 && SIGN_OFF.test(line)) return lines.slice(0, at).join('\n');
  }
  return text;
}
