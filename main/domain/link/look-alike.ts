// Host names that are made to be taken for another: letters of other alphabets, figures for letters, one letter off.
import { wordList } from '../phrases.ts';
import { unicodeHost } from './punycode.ts';
import { chosenName, siteOf } from './site.ts';

/** Letters of Cyrillic, Greek and the odd corners of Latin that look like a plain one in the fonts of browsers and mail programs. */
const LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Cyrillic
    a: '\u0430',
    b: '\u042c\u044c\u0184',
    c: '\u0441',
    d: '\u0501',
    e: '\u0435\u0450\u0451',
    g: '\u050d\u0261',
    h: '\u04bb\u04a3',
    i: '\u0456\u0457\u0131\u03b9\u0269',
    j: '\u0458\u03f3',
    k: '\u043a\u03ba\u049b',
    l: '\u04cf\u04c0\u01c0\u0399',
    m: '\u043c',
    n: '\u0578\u03b7',
    o: '\u043e\u03bf\u03c3\u0585',
    p: '\u0440\u03c1',
    q: '\u051b',
    r: '\u0433\u0491',
    s: '\u0455',
    t: '\u0442\u03c4',
    u: '\u03c5\u057d\u028b',
    v: '\u0475\u03bd',
    w: '\u051d\u0448\u03c9\u0461',
    x: '\u0445\u03c7',
    y: '\u0443\u04af\u03b3',
    z: '\u0290',
  }).flatMap(([plain, alike]) => Array.from(alike, (letter) => [letter, plain] as const)),
);
const LATIN_ODD = /[\u0131\u0251\u0261\u0269\u01c0\u0184\u028b\u0290\u0578\u0585\u057d]/u;

/** In small letters of our own alphabet, without accents and without what nobody sees. */
export const plainLetters = (name: string): string =>
  Array.from(
    name
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .toLowerCase()
      .normalize('NFKD'),
  )
    .filter((letter) => !/\p{M}/u.test(letter))
    .map((letter) => (letter === '\u0251' ? 'a' : (LIKE.get(letter) ?? letter)))
    .join('');

/** What the eye makes of a name: "rnicros0ft" and "microsoft" have the same. */
export const skeleton = (name: string): string =>
  plainLetters(name)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll(/[1|]/g, 'l')
    .replaceAll('i', 'l');

/** Names that are forged in the Netherlands and Belgium, and the world over. */
const FORGED = wordList`
  paypal microsoft outlook office365 apple icloud google gmail amazon facebook instagram whatsapp linkedin netflix
  docusign dropbox rabobank abnamro asnbank triodos bunq knab belfius argenta bnpparibasfortis crelan beobank postnl
  bpost belastingdienst digid itsme mollie bancontact marktplaats 2dehands bolcom coolblue ziggo telenet proximus
  odido vodafone vattenfall eneco luminus transip hostnet combell airbnb booking binance coinbase
`;
const FORGED_BY_LOOK: ReadonlyMap<string, string> = new Map(FORGED.map((name) => [skeleton(name), name]));

/**
 * mixed: letters of two alphabets in one word. foreign-letters: all of another alphabet, and yet it reads as plain letters. Names
 * that simply are Cyrillic or Greek, and accents, are neither.
 */
export function disguiseOf(host: string): 'mixed' | 'foreign-letters' | null {
  const labels = unicodeHost(host).split('.');
  const ending = labels.at(-1) ?? '';
  for (const label of labels) {
    if (/^[\x20-\x7f]*$/.test(label)) continue;
    const isLatin = /\p{Script=Latin}/u.test(label);
    const isCyrillic = /\p{Script=Cyrillic}/u.test(label);
    const isGreek = /\p{Script=Greek}/u.test(label);
    const isOther = /\p{Script=Armenian}/u.test(label);
    if ([isLatin, isCyrillic, isGreek, isOther].filter(Boolean).length > 1) return 'mixed';
    // Under an ending of its own alphabet nobody expects a Latin name.
    const isAtHome = !/^[\x20-\x7f]*$/.test(ending) && label !== ending;
    const readsAsLatin = /^[a-z0-9-]+$/.test(skeleton(label));
    if ((isCyrillic || isGreek || isOther) && readsAsLatin && !isAtHome && label !== ending) return 'foreign-letters';
    if (isLatin && LATIN_ODD.test(label)) return 'foreign-letters';
  }
  return null;
}

/** Short names that are forged, with the endings under which they are real: too short to be told from their looks. */
const FORGED_SITES = wordList`
  ing.nl ing.be kbc.be cbc.be asn.nl sns.nl kpn.com dhl.com dpd.com ups.com cm.be rva.be fod.be bol.com sumup.com
  belgium.be fgov.be overheid.nl rijksoverheid.nl mijnoverheid.nl
`;
const REAL_ENDINGS = /^(?:nl|be|com|eu|net|org|co|fr|de|app)$/;

/** "mijn.postnl.nl" of mijn.postnl.nl.elders.example: the whole name of a house stands before somebody else's. */
export function namedBefore(host: string): string | null {
  const site = siteOf(host);
  const before = host.slice(0, Math.max(0, host.length - site.length - 1)).split('.');
  for (const [at, name] of before.entries()) {
    const ending = before[at + 1] ?? '';
    if (!REAL_ENDINGS.test(ending)) continue;
    if (FORGED_SITES.includes(`${name}.${ending}`) || FORGED.includes(name)) return `${name}.${ending}`;
  }
  return null;
}

/**
 * The name that this host would be taken for, and is not: one of `known` (hosts or sites), or one that is forged often. Other
 * endings of the same name are not meant: zaak.nl and zaak.be are usually one firm.
 */
export function takenFor(host: string, known: Iterable<string>): string | null {
  const site = siteOf(unicodeHost(host));
  const name = chosenName(site);
  const look = skeleton(name);
  for (const one of known) {
    const other = siteOf(unicodeHost(one));
    const otherName = chosenName(other);
    if (otherName === name) continue;
    if (skeleton(otherName) === look) return other;
    if (isOneOff(name, otherName) && endingOf(other) === endingOf(site)) return other;
  }
  const forged = FORGED_BY_LOOK.get(look);
  return forged === undefined || forged === name ? null : forged;
}

const endingOf = (site: string): string => site.slice(site.indexOf('.') + 1);

/** Below this, names one letter apart are simply names. */
const SHORTEST = 6;

/** One letter more, less, other, or two swapped; a hyphen or a figure at the end says "a second one" and is not meant. */
export function isOneOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST || long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) {
    const isSecond = at === short.length && /\d$/.test(long);
    return !isSecond && short.slice(at) === long.slice(at + 1);
  }
  // kapsalon1 and kapsalon2 are two shops.
  if (short.slice(at + 1) === long.slice(at + 1)) return !/^\d\d$/.test(`${short[at]}${long[at]}`);
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
