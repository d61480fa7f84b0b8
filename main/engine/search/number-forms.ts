// Numbers that people write in groups and type in one piece, or the other way round: account numbers, phone numbers, order
// numbers. What is written in groups gets its closed form into the index beside its groups; a phone number with its country also
// as it is dialled at home. So the index grows by a word for each such number, and by nothing else.

/** IBAN (ISO 13616: at most 34), phone numbers (E.164: at most 15), and the order numbers of web shops all fit. */
const MOST_SIGNS = 34;
/** Shorter ones are amounts, times and dates: a closed form of those would only find by accident. */
const FEWEST_DIGITS = 6;
/** A page of figures is a table, and nobody looks for its rows in closed form. */
const MOST_FORMS = 200;

/** Countries whose owners leave it away at home, and write a 0 for it. */
const DIALLED_HOME = /^(31|32|33|44|49|352)/;

// Every repetition is bounded and its separator is no part of the groups, so each place is looked at a limited number of times.
const GAP = '[ \\u00a0\\u202f.\\-/]';
const IBAN = new RegExp(`(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?:${GAP}[A-Z0-9]{1,4}){2,8}(?![\\p{L}\\p{N}])`, 'gu');
const GROUPS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\+|\\()?\\d{1,15}\\)?(?:${GAP}{0,2}\\(?\\d{1,15}\\)?(?![\\p{L}])){0,8}`,
  'gu',
);
const DATE =
  /^(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{2}|\d{4})|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})(?:[ .]\d{1,2}(?:[.:]\d{2})?)?$/;

export type WrittenNumber = {
  /** Where it stands in the text. */
  readonly from: number;
  readonly until: number;
  /** Ways to write it in one piece, that the text itself does not hold. Lower case. */
  readonly forms: readonly string[];
};

export function numbersIn(text: string): readonly WrittenNumber[] {
  const found: WrittenNumber[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(IBAN)) add(found, match, ibanForms(match[0]));
  for (const match of text.matchAll(GROUPS)) {
    if (!found.some(({ from, until }) => match.index < until && match.index + match[0].length > from)) {
      add(found, match, groupForms(match[0]));
    }
    if (found.length >= MOST_FORMS) break;
  }
  return found;
}

/** For the index: the closed forms behind each other, or ''. */
export const numberForms = (text: string): string =>
  [...new Set(numbersIn(text).flatMap(({ forms }) => forms))].join(' ');

function add(found: WrittenNumber[], match: RegExpExecArray, forms: readonly string[]): void {
  if (forms.length > 0) found.push({ from: match.index, until: match.index + match[0].length, forms });
}

function ibanForms(written: string): readonly string[] {
  const closed = written.replace(/[^A-Z0-9]/g, '');
  return closed.length > MOST_SIGNS || digitsOf(closed).length < FEWEST_DIGITS ? [] : [closed.toLowerCase()];
}

function groupForms(written: string): readonly string[] {
  if (DATE.test(written)) return [];
  const forms = [written, ...clustersOf(written), ...homeNumberOf(written)].flatMap(closedForms);
  return [...new Set(forms)].filter((form) => form !== written);
}

/** "2026-0045 12": what is joined by more than a blank belongs together. */
const clustersOf = (written: string): readonly string[] =>
  /[ \u00a0\u202f]/.test(written) ? written.split(/[ \u00a0\u202f]+/) : [];

/** "0479 12 34 56 2": Belgian and Dutch numbers have nine or ten digits; what follows is another matter. */
function homeNumberOf(written: string): readonly string[] {
  if (!/^\(?0[1-9]/.test(written) || digitsOf(written).length <= 10) return [];
  const groups = written.match(/\d+/g) ?? [];
  return groups.flatMap((_, index) => {
    const number = groups.slice(0, index + 1).join('');
    return index > 0 && (number.length === 9 || number.length === 10) ? [number] : [];
  });
}

function closedForms(written: string): readonly string[] {
  const isAbroad = written.startsWith('+') || written.startsWith('00');
  const closed = digitsOf(isAbroad ? written.replace('(0)', '') : written);
  if (closed.length < FEWEST_DIGITS || closed.length > MOST_SIGNS || DATE.test(written)) return [];
  const withCountry = isAbroad ? closed.replace(/^00/, '') : closed;
  const country = isAbroad ? DIALLED_HOME.exec(withCountry) : null;
  return country === null ? [withCountry] : [withCountry, `0${withCountry.slice(country[0].length)}`];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
