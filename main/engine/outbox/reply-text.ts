// The words of an answer as they go out: what the owner typed, his signature, and below it what he answers, quoted in the way that
// mail programs in that language do, so that ours and others' can fold it away again.
import type { Address, Language } from '../../domain/conversation/message.ts';
import type { Instant, ZoneName } from '../../domain/instant.ts';

export type Quoted = { readonly from: Address; readonly at: Instant; readonly text: string };

/** The story so far is in the conversation; what goes along below an answer need not be a book. */
const MOST_QUOTED_CHARS = 60_000;

export function replyText(answer: {
  readonly text: string;
  readonly signature: string;
  readonly quoted: Quoted | null;
  readonly language: Language | null;
  readonly zone: ZoneName;
}): string {
  const signature = answer.signature.trim();
  const parts = [answer.text.trimEnd()];
  // RFC 3676 4.3: the separator is "-- " with its blank.
  if (signature !== '') parts.push(`-- \n${signature}`);
  if (answer.quoted !== null && answer.quoted.text.trim() !== '') {
    parts.push(`${attribution(answer.quoted, answer.language ?? 'nl', answer.zone)}\n${quote(answer.quoted.text)}`);
  }
  return `${parts.join('\n\n')}\n`;
}

/** "Op di 26 mei 2026 om 09:12 schreef Jan Peeters <jan@peeters.example>:" */
export function attribution({ from, at }: Quoted, language: Language, zone: ZoneName): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at);
  const time = new Intl.DateTimeFormat('nl', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  const name = from.name.replace(/\s+/g, ' ').trim();
  const who = name === '' || name === from.address ? `<${from.address}>` : `${name} <${from.address}>`;
  switch (language) {
    case 'nl':
      return `Op ${day} om ${time} schreef ${who}:`;
    case 'en':
      return `On ${day} at ${time}, ${who} wrote:`;
    case 'fr':
      return `Le ${day} à ${time}, ${who} a écrit :`;
    case 'de':
      return `Am ${day} um ${time} schrieb ${who}:`;
  }
}

/** "Uw vraag van dinsdag 12 mei": of a mail that answers what was not written. */
export function questionSubject(at: Instant, language: Language | null, zone: ZoneName): string {
  const inLanguage = language ?? 'nl';
  const day = new Intl.DateTimeFormat(LOCALES[inLanguage], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
  switch (inLanguage) {
    case 'nl':
      return `Uw vraag van ${day}`;
    case 'en':
      return `Your question of ${day}`;
    case 'fr':
      return `Votre question du ${day}`;
    case 'de':
      return `Ihre Frage vom ${day}`;
  }
}

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl', en: 'en-GB', fr: 'fr', de: 'de' };

/** Quoted once more: "> " before a line, ">" before one that is quoted already (RFC 3676 4.5). */
function quote(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').trimEnd();
  const isCut = whole.length > MOST_QUOTED_CHARS;
  const kept = isCut ? `${whole.slice(0, whole.lastIndexOf('\n', MOST_QUOTED_CHARS))}\n[...]` : whole;
  return kept
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : line.trim() === '' ? '>' : `> ${line}`))
    .join('\n');
}
