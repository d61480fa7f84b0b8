// What a display name tells about a person, by the rules of Dutch and Belgian names, and how to greet him. A gender
// is only known where the person wrote it himself ("Mevr. An Peeters"); it is never guessed from a first name.
import { anywhere, oneOf, wordSet } from '../phrases.ts';

export type LetterLanguage = 'nl' | 'en' | 'fr';

export type PersonName = {
  /** As one writes it in full: "Jan van den Berg". Empty when the name is no person's. */
  readonly full: string;
  /** Null for initials: "J. de Vries" has told us no first name. */
  readonly first: string | null;
  /** With the capital that a particle takes when it stands first: "Van den Berg". */
  readonly last: string | null;
  /** 'couple': "Dhr. en mevr. Peeters". */
  readonly title: 'sir' | 'madam' | 'couple' | null;
};

const NOBODY: PersonName = { full: '', first: null, last: null, title: null };

/** Onze Taal, "Hoofdletters in namen": a particle is part of the last name. French, German, Italian, Arabic ones of the region too. */
const PARTICLES = wordSet`
  van von de den der des di da do dos del della du le la les ten ter te op in aan bij uit onder over 't 's voor
  zu zum zur el al ben bin ibn d
`;
// Not "mr": in Dutch that is a lawyer of either sex. Not "m.": as often an initial as a "monsieur".
const SIR = /^(?:dhr|de heer|heer|meneer|mijnheer|mister|monsieur|herr)\.?$/i;
const MADAM = /^(?:mevr|mevrouw|mw|mej|mejuffrouw|mme|madame|mlle|mrs|ms|miss|frau)\.?$/i;
const LEARNED = /^(?:dr|drs|ir|ing|prof|mr|bc|msc|bsc|phd|me|maitre|ds|em)\.?$/i;
const YOUNGER_OR_OLDER = /^(?:jr|sr|junior|senior)\.?$/i;
const FAMILY = /^(?:familie|fam|gezin|famille|family)\.?$/i;
const AND = /^(?:en|and|et|und|&|\+)$/i;
const INITIALS = /^(?:\p{Lu}\.-?)+\p{Lu}?$|^\p{Lu}{1,2}$/u;
const FIRM_WORDS = oneOf`
  # legal forms: nl and be, fr, en, de
  b\.?v\.?b?\.?a?|n\.?v|v\.?o\.?f|c\.?v|s\.?r\.?l|s\.?a|s\.?p\.?r\.?l|comm\.?v|vzw|asbl
  ltd|llc|inc|gmbh
  # desks
  group|groep|team|service|support|info
  administratie|boekhouding|klantendienst|klantenservice|sales|verkoop|noreply|no-reply
  directie|directeur|directrice|secretariaat|zaakvoerder
  # families in business
  gebr|gebroeders|zonen|zoon|fils|freres|soeurs|sons
  # trades and institutions
  bakkerij|slagerij|drukkerij|garage|restaurant|hotel|brasserie|apotheek|kapsalon|praktijk|\w{3,}praktijk
  \w{3,}kantoor|\w{3,}werken|\w{3,}techniek|architecten|advocaten|verzekeringen|transport|immo|makelaars?
  gemeente|stad|school|stichting|vereniging
  winkel|shop|bouw|company|solutions|consulting|studio|webshop
`;
/** Names of firms and of desks, not of people. */
const FIRM = anywhere('i')`
  \b(?:${FIRM_WORDS})\b\.?
  ^caf[eé][ ]
`;

export function personName(displayName: string): PersonName {
  const plain = displayName
    .normalize('NFC')
    .replaceAll(/\p{C}|\p{Extended_Pictographic}|\ufe0f/gu, '')
    .replaceAll(/["“”<>]/g, ' ')
    // "Jan Peeters (Bakkerij Peeters)", "Jan | Firma", "Jan via Marktplaats", "Jan - Firma"
    .replace(/[([|].*$/, '')
    .replace(/\s(?:via|from|van bij|namens|[-–—/])\s.*$/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain === '' || plain.length > 100 || /[@\d]|https?:/.test(plain) || FIRM.test(plain)) return NOBODY;
  const { title, rest } = takeTitle(smallParticles(turnedAround(plain)).split(' '));
  const named = rest.filter((word) => !LEARNED.test(word) && !YOUNGER_OR_OLDER.test(word));
  const words = named.map((word) => recased(word, plain));
  const [first = '', ...others] = words;
  if (first === '' || words.length > 7) return NOBODY;
  const full = words.join(' ');
  if (FAMILY.test(first) && others.length > 0)
    return { full: `familie ${others.join(' ')}`, first: null, last: withCapital(others.join(' ')), title };
  // A title and one word: "Mevrouw Peeters" is a last name.
  if (others.length === 0) {
    // So is the one that a doctor leaves.
    return title === null && named.length === rest.length
      ? { full, first: INITIALS.test(first) ? null : first, last: null, title }
      : { full, first: null, last: first, title };
  }
  if (beginsLast(first)) return { full, first: null, last: withCapital(full), title };
  const [and = '', second = '', ...last] = others;
  // "Jan en An Peeters" are greeted both.
  if (AND.test(and) && second !== '' && !isParticle(second)) {
    return {
      full,
      first: [first, and, second].join(' '),
      last: last.length === 0 ? null : withCapital(last.join(' ')),
      title,
    };
  }
  const particle = others.findIndex(beginsLast);
  // Without a particle the last word is the last name; initials and second names are not.
  const lastWords = particle === -1 ? others.slice(-1) : others.slice(particle);
  return { full, first: INITIALS.test(first) ? null : first, last: withCapital(lastWords.join(' ')), title };
}

/** How a letter to this person begins, without the comma. */
export function salutation(name: PersonName, language: LetterLanguage): string {
  const last = name.last ?? name.full;
  if (name.title !== null && last !== '') {
    return {
      nl: { sir: 'Geachte heer', madam: 'Geachte mevrouw', couple: 'Geachte heer en mevrouw' },
      en: { sir: 'Dear Mr', madam: 'Dear Ms', couple: 'Dear Mr and Ms' },
      fr: { sir: 'Monsieur', madam: 'Madame', couple: 'Madame, Monsieur' },
    }[language][name.title].concat(' ', last);
  }
  if (name.full === '')
    return { nl: 'Geachte heer/mevrouw', en: 'Dear Sir or Madam', fr: 'Madame, Monsieur' }[language];
  // Nobody writes "Beste Peeters".
  if (name.first === null && name.full.toLowerCase() === last.toLowerCase())
    return { nl: `Geachte heer/mevrouw ${last}`, en: `Dear Mr/Ms ${last}`, fr: 'Madame, Monsieur' }[language];
  return `${{ nl: 'Beste', en: 'Dear', fr: 'Bonjour' }[language]} ${name.full}`;
}

/** "van", "'t", "D'Hondt": what a Dutch or Belgian last name begins with. */
export const isParticle = (word: string): boolean =>
  PARTICLES.has(word.toLowerCase().replaceAll('’', "'")) || /^d['’]\p{L}/iu.test(word);

/** A particle, or the "Jansen-de" of "Jansen-de Vries". */
const beginsLast = (word: string): boolean =>
  isParticle(word) || (word.includes('-') && isParticle(word.slice(word.lastIndexOf('-') + 1)));

/** "DE SMET" is shouted as a whole: its particle is one. */
const smallParticles = (name: string): string =>
  name.replaceAll(/(?<=^|\s)\p{Lu}{2,3}(?=\s\p{Lu}{2}[\p{Lu}'’-]+(?:\s|$))/gu, (word) =>
    isParticle(word) ? word.toLowerCase() : word,
  );

/** "Peeters, Jan" as Outlook writes it; "Berg, Jan van den" as Dutch lists do. */
function turnedAround(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim());
  if (more.length > 0 || first === '' || last === '') {
    // "DE SMET Peter": the last name in capitals and in front, as Belgian and French lists have it.
    const [, shouted, given] =
      /^((?:\p{Lu}[\p{Lu}'’-]+\s)*\p{Lu}[\p{Lu}'’-]{2,})\s(\p{Lu}\p{Ll}[^.]*)$/u.exec(name) ?? [];
    if (shouted !== undefined && given !== undefined && !LEARNED.test(given) && given.split(' ').length <= 2)
      return `${given} ${shouted}`;
    return name.replaceAll(',', '').trim();
  }
  return `${first} ${last}`;
}

function takeTitle(words: readonly string[]): {
  readonly title: PersonName['title'];
  readonly rest: readonly string[];
} {
  const [first = '', second = ''] = words;
  const and = words.findIndex((word) => AND.test(word));
  const isCouple =
    (and === 1 || and === 2) &&
    isTitle(words.slice(0, and).join(' ')) &&
    isTitle(words[and + 1] ?? '') &&
    words.length > and + 2;
  if (isCouple) return { title: 'couple', rest: words.slice(and + 2) };
  if (SIR.test(`${first} ${second}`)) return { title: 'sir', rest: words.slice(2) };
  if (SIR.test(first) && words.length > 1) return { title: 'sir', rest: words.slice(1) };
  if (MADAM.test(first) && words.length > 1) return { title: 'madam', rest: words.slice(1) };
  return { title: null, rest: words };
}

const isTitle = (words: string): boolean => SIR.test(words) || MADAM.test(words);

/** "JAN PEETERS", "PEETERS Jan" and "jan peeters" become "Jan Peeters"; mixed case is left as its owner writes it. */
function recased(word: string, whole: string): string {
  const isShouted =
    word === word.toUpperCase() && !word.includes('.') && (word.length > 2 || whole === whole.toUpperCase());
  if (word.length < 2 || (!isShouted && whole !== whole.toLowerCase())) return word;
  const small = word.toLowerCase();
  const elided = /^d['’](\p{L}.*)$/u.exec(small);
  if (elided !== null) return `D${small.charAt(1)}${withCapital(elided[1] ?? '')}`;
  if (isParticle(small)) return small;
  return small.replaceAll(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** "van den Berg" alone is "Van den Berg"; "'t Hart" keeps its small t. */
const withCapital = (name: string): string =>
  /^['’]/.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
