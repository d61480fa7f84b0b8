// The vocabulary of moments in Dutch (of both countries) and English, without accents and in lower case.

export type Vocabulary = Readonly<Record<string, number>>;

export const DUTCH_NUMBERS: Vocabulary = {
  een: 1,
  n: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  veertien: 14,
  vijftien: 15,
  twintig: 20,
  vijfentwintig: 25,
  dertig: 30,
  veertig: 40,
  vijfenveertig: 45,
};

export const ENGLISH_NUMBERS: Vocabulary = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty five': 25,
  thirty: 30,
  forty: 40,
  'forty five': 45,
};

export const NUMBER_WORDS: Vocabulary = { ...DUTCH_NUMBERS, ...ENGLISH_NUMBERS };

/** 0 is Monday. */
export const WEEKDAY_WORDS: Vocabulary = {
  maandag: 0,
  ma: 0,
  maa: 0,
  dinsdag: 1,
  di: 1,
  din: 1,
  woensdag: 2,
  wo: 2,
  woe: 2,
  donderdag: 3,
  do: 3,
  don: 3,
  vrijdag: 4,
  vr: 4,
  vrij: 4,
  zaterdag: 5,
  za: 5,
  zat: 5,
  zondag: 6,
  zo: 6,
  zon: 6,
  monday: 0,
  mon: 0,
  tuesday: 1,
  tues: 1,
  tue: 1,
  wednesday: 2,
  wed: 2,
  thursday: 3,
  thurs: 3,
  thur: 3,
  thu: 3,
  friday: 4,
  fri: 4,
  saturday: 5,
  sat: 5,
  sunday: 6,
  sun: 6,
};

export const MONTH_WORDS: Vocabulary = {
  januari: 1,
  january: 1,
  jan: 1,
  februari: 2,
  february: 2,
  feb: 2,
  maart: 3,
  march: 3,
  mrt: 3,
  mar: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  augustus: 8,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** A regular expression's alternatives, the longest first so that "vrijdag" is not read as "vr". */
export const oneOf = (words: Vocabulary | readonly string[]): string =>
  (Array.isArray(words) ? words : Object.keys(words)).toSorted((a, b) => b.length - a.length).join('|');

/** "twee", "2", "2,5"; null when it is neither. */
export function readNumber(word: string): number | null {
  const known = NUMBER_WORDS[word];
  if (known !== undefined) return known;
  return /^\d{1,4}(?:[.,]\d)?$/.test(word) ? Number(word.replace(',', '.')) : null;
}

/** What every rule sees: lower case, no accents, one kind of apostrophe, single spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
