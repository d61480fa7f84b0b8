// The words around a quote, in the language of the conversation: who wrote what is below, and when; and what a mail is called that
// answers what was not written.
import type { Address, Language } from '../../domain/conversation/message.ts';
import type { Instant, ZoneName } from '../../domain/instant.ts';

export type Quoted = { readonly from: Address; readonly at: Instant; readonly text: string };

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

/** The head of a message that is passed on, as mail programs in that language write it. */
export function passedOnHead(
  passedOn: {
    readonly from: Address;
    readonly to: readonly Address[];
    readonly cc: readonly Address[];
    readonly at: Instant;
    readonly subject: string;
  },
  language: Language,
  zone: ZoneName,
): string {
  const words = PASSED_ON[language];
  const at = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, dateStyle: 'full', timeStyle: 'short' });
  const named = (people: readonly Address[]): string => people.map(shown).join(', ');
  const rows: readonly (readonly [string, string])[] = [
    [words.from, shown(passedOn.from)],
    [words.date, at.format(passedOn.at)],
    [words.subject, passedOn.subject.replace(/\s+/g, ' ').trim()],
    [words.to, named(passedOn.to)],
    [words.cc, named(passedOn.cc)],
  ];
  const lines = rows.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  return [`---------- ${words.title} ----------`, ...lines].join('\n');
}

const PASSED_ON: Readonly<
  Record<Language, Readonly<Record<'title' | 'from' | 'date' | 'subject' | 'to' | 'cc', string>>>
> = {
  nl: { title: 'Doorgestuurd bericht', from: 'Van', date: 'Datum', subject: 'Onderwerp', to: 'Aan', cc: 'Kopie' },
  en: { title: 'Forwarded message', from: 'From', date: 'Date', subject: 'Subject', to: 'To', cc: 'Cc' },
  fr: { title: 'Message transféré', from: 'De', date: 'Date', subject: 'Objet', to: 'À', cc: 'Cc' },
  de: { title: 'Weitergeleitete Nachricht', from: 'Von', date: 'Datum', subject: 'Betreff', to: 'An', cc: 'Kopie' },
};

const shown = ({ name, address }: Address): string => {
  const bare = name.replace(/\s+/g, ' ').trim();
  return bare === '' || bare === address ? address : `${bare} <${address}>`;
};
