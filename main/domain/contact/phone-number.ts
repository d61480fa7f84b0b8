// Telephone numbers as people write them here, brought to one form (ITU-T E.164: "+31612345678") so that a number is known again
// however it was written. The Netherlands and Belgium in full, from their numbering plans; others as they stand behind their "+".

/** Where a number without a country is dialled. */
const HOME_COUNTRIES = ['NL', 'BE'] as const;
export type HomeCountry = (typeof HOME_COUNTRIES)[number];

/** Told by the public holidays the owner keeps; where he keeps none, by his time zone. */
export const homeCountry = (hours: { readonly holidays: 'NL' | 'BE' | 'none'; readonly zone: string }): HomeCountry =>
  hours.holidays === 'BE' || (hours.holidays === 'none' && hours.zone === 'Europe/Brussels') ? 'BE' : 'NL';

const COUNTRY_CODES: Readonly<Record<HomeCountry, string>> = { NL: '31', BE: '32' };

/** E.164 6.1: a country and a number together have at most 15 digits; 8 is the shortest that any country gives out. */
const FEWEST_DIGITS = 8;
const MOST_DIGITS = 15;

/** null: this is no telephone number that can be called from anywhere. */
export function phoneNumber(written: string, home: HomeCountry): string | null {
  const trimmed = written.trim().replace(/^tel:/i, '');
  if (!/^\+?[\d\s().\-/\u00a0\u202f\u2010-\u2013]+$/u.test(trimmed)) return null;
  // "+31 (0)6": the zero is for those who dial at home.
  const isAbroad = trimmed.startsWith('+') || trimmed.startsWith('00');
  const digits = (isAbroad ? trimmed.replace('(0)', '') : trimmed).replaceAll(/\D/g, '');
  if (trimmed.startsWith('+')) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  if (digits.startsWith('0')) return dialledHome(digits, home);
  return withoutZero(digits);
}

function international(digits: string): string | null {
  const near = HOME_COUNTRIES.find((country) => digits.startsWith(COUNTRY_CODES[country]));
  if (near !== undefined) {
    const code = COUNTRY_CODES[near];
    const rest = digits.slice(code.length).replace(/^0/, '');
    return isOf(near, rest) ? `+${code}${rest}` : null;
  }
  const isPossible = digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS && !digits.startsWith('0');
  return isPossible ? `+${digits}` : null;
}

/**
 * Both countries write a 0 in front. Nine digits behind it are a Dutch number, or a Belgian mobile one, which begins with 4: as
 * do Eindhoven and Roermond, so there the owner's own country decides. Eight are Belgian.
 */
function dialledHome(digits: string, home: HomeCountry): string | null {
  const rest = digits.slice(1);
  const country = isOf(home, rest) ? home : HOME_COUNTRIES.find((one) => isOf(one, rest));
  return country === undefined ? null : `+${COUNTRY_CODES[country]}${rest}`;
}

/** As WhatsApp copies it ("31612345678"), or as a spreadsheet leaves it ("612345678"). Mobile numbers only: others are guesses. */
function withoutZero(digits: string): string | null {
  if (/^316\d{8}$/.test(digits) || /^324[5-9]\d{7}$/.test(digits)) return `+${digits}`;
  if (/^6[1-5]\d{7}$/.test(digits)) return `+31${digits}`;
  if (/^4[5-9]\d{7}$/.test(digits)) return `+32${digits}`;
  return null;
}

/** `rest`: without country and without its 0. */
function isOf(country: HomeCountry, rest: string): boolean {
  if (country === 'NL') return /^[1-9]\d{8}$/.test(rest);
  return /^4[5-9]\d{7}$/.test(rest) || /^[1-9]\d{7}$/.test(rest);
}

/** Dutch areas with two digits; the others have three. */
const DUTCH_CITIES = /^(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d)/;

/** In the groups in which it is read out: "+31 6 12 34 56 78", "+32 471 12 34 56". */
export function shownPhone(number: string): string {
  const dutch = /^\+31(\d{9})$/.exec(number)?.[1];
  if (dutch !== undefined) {
    if (dutch.startsWith('6')) return `+31 6 ${pairs(dutch.slice(1))}`;
    const area = DUTCH_CITIES.test(dutch) ? 2 : 3;
    return `+31 ${dutch.slice(0, area)} ${area === 2 ? `${dutch.slice(2, 5)} ${dutch.slice(5)}` : pairs(dutch.slice(3))}`;
  }
  const belgian = /^\+32(\d{8,9})$/.exec(number)?.[1];
  if (belgian === undefined) return number;
  if (belgian.length === 9) return `+32 ${belgian.slice(0, 3)} ${pairs(belgian.slice(3))}`;
  // Antwerp, Brussels, Ghent and Liège have one digit.
  if (/^[2349]/.test(belgian)) return `+32 ${belgian.slice(0, 1)} ${belgian.slice(1, 4)} ${pairs(belgian.slice(4))}`;
  return `+32 ${belgian.slice(0, 2)} ${pairs(belgian.slice(2))}`;
}

const pairs = (digits: string): string => digits.replaceAll(/(\d\d)(?=\d)/g, '$1 ');
