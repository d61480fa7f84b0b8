// Numbers that prove by their own check digits what they are: bank accounts, persons, cards. Pure arithmetic and the public
// formats; whether they may be sent is sensitive.ts.
import { IBAN_LENGTHS } from './iban-lengths.ts';

/** `at` and `end`: where it stands in the text. */
export type Found = { readonly words: string; readonly at: number; readonly end: number };

const BETWEEN = '[ \\u00a0\\u202f.-]?';

/** ISO 13616: two letters, two check digits, as long as its country says, and 1 over when divided by 97. */
export function ibans(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const start of text.matchAll(/(?<![\p{L}\d])[A-Z]{2}[ \u00a0]?\d{2}/giu)) {
    const length = IBAN_LENGTHS[start[0].slice(0, 2).toUpperCase()];
    if (length === undefined) continue;
    const read = takeSigns(text, start.index, length);
    if (read !== null && mod97(figuresOf(read.signs)) === 1)
      found.push({ words: read.words, at: start.index, end: read.end });
  }
  return found;
}

/** So many letters and figures from there, with single blanks, dots or dashes between; null where there are not so many, or more. */
function takeSigns(text: string, from: number, count: number): (Found & { readonly signs: string }) | null {
  let signs = '';
  let at = from;
  while (signs.length < count && at < text.length) {
    const sign = text.charAt(at);
    if (/[A-Z\d]/i.test(sign)) signs += sign;
    else if (!/[ \u00a0\u202f.-]/.test(sign) || !/[A-Z\d]/i.test(text.charAt(at + 1))) break;
    at += 1;
  }
  const goesOn = /[A-Z\d]/i.test(text.charAt(at));
  return signs.length === count && !goesOn ? { signs, words: text.slice(from, at), at: from, end: at } : null;
}

/** The first four signs go to the end, and letters count from 10. */
const figuresOf = (iban: string): string =>
  `${iban.slice(4)}${iban.slice(0, 4)}`
    .toUpperCase()
    .replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/** Figure by figure: the whole is larger than a number can hold. */
const mod97 = (figures: string): number =>
  Array.from(figures).reduce<number>((rest, figure) => (rest * 10 + Number(figure)) % 97, 0);

/**
 * Dutch citizen service number: nine figures by the "elfproef", the last counting against. One in eleven of all numbers passes, so
 * only behind its own name; an older one may lack its leading zero.
 */
export function bsns(text: string): readonly Found[] {
  const pattern = new RegExp(
    `\\b(?:bsn|burgerservicenummer|burger service nummer|sofi-?nummer|citizen service number)\\b[^\\d\\n]{0,40}(?<number>\\d(?:${BETWEEN}\\d){7,8})(?!\\d)`,
    'giu',
  );
  return matchesOf(text, pattern, (figures) => {
    const nine = figures.padStart(9, '0');
    const sum = Array.from(nine).reduce<number>(
      (total, figure, index) => total + Number(figure) * (index === 8 ? -1 : 9 - index),
      0,
    );
    return sum !== 0 && sum % 11 === 0;
  });
}

/**
 * Belgian national number (and the "bis" number): the date of birth, a sequence and two check digits: 97 less the rest by 97; born in
 * 2000 or later with a 2 before it. The two check digits and the date leave one in a thousand of all numbers of eleven figures.
 */
export function nationalNumbers(text: string): readonly Found[] {
  const spelled = /(?<![\d+])(?<number>\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2})(?!\d)/gu;
  return matchesOf(text, spelled, (figures, words) => {
    const month = Number(figures.slice(2, 4));
    // A "bis" number has 20 or 40 more in its month; without its signs between it may be a telephone number.
    const isWritten = /[.-]/.test(words);
    const isMonth = month <= 12 || (isWritten && ((month >= 20 && month <= 32) || (month >= 40 && month <= 52)));
    if (!isMonth || Number(figures.slice(4, 6)) > 31 || figures.slice(6, 9) === '000') return false;
    const check = Number(figures.slice(9));
    const body = Number(figures.slice(0, 9));
    return 97 - (body % 97) === check || 97 - ((2_000_000_000 + body) % 97) === check;
  });
}

/** Ranges of the issuers (ISO/IEC 7812), with the lengths that they give out today. */
const ISSUERS: readonly RegExp[] = [
  // Visa
  /^4\d{15}$/,
  // Mastercard
  /^5[1-5]\d{14}$/,
  /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  // American Express
  /^3[47]\d{13}$/,
  // Discover, JCB, UnionPay
  /^6(?:011|4[4-9]\d|5\d\d)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^62\d{14,17}$/,
  // Maestro and Bancontact
  /^(?:5018|5020|5038|6304|6703|6759|676[1-3])\d{12,13}$/,
];

/** Luhn and the issuer's range; not inside an account number. */
export function cardNumbers(text: string, accounts: readonly Found[]): readonly Found[] {
  const pattern = new RegExp(`(?<![\\p{L}\\d+/])(?<number>\\d(?:${BETWEEN}\\d){14,18})(?![\\d/])`, 'gu');
  return matchesOf(
    text,
    pattern,
    (figures) => ISSUERS.some((issuer) => issuer.test(figures)) && hasLuhn(figures) && !/^(\d)\1*$/.test(figures),
  ).filter(({ at, end }) => !accounts.some((account) => at < account.end && end > account.at));
}

/** From the right every second figure counts double, its own figures added. */
function hasLuhn(figures: string): boolean {
  const sum = Array.from(figures)
    .toReversed()
    .reduce<number>((total, figure, index) => {
      const value = Number(figure) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

const matchesOf = (
  text: string,
  pattern: RegExp,
  isOne: (figures: string, words: string) => boolean,
): readonly Found[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const words = match.groups?.['number'] ?? '';
    const at = match.index + match[0].lastIndexOf(words);
    return isOne(words.replaceAll(/\D/g, ''), words) ? [{ words, at, end: at + words.length }] : [];
  });
