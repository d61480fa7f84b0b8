// One spelling for what goes into the full-text index and for what is looked for in it. SQLite's tokenizer (unicode61) folds case
// and diacritics itself; here is only what it leaves apart: ligatures, letters such as ß and ø, scripts without blanks, and
// marks that nobody sees. What is shown is never changed.

/** Private letters stand for facts in the index (see marks.ts); in anybody's text they are blanks. */
const PRIVATE = '\ue000-\ue0ff';
const UNSEEN = '\u00ad\u200b-\u200f\u2060\ufeff';
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ı: 'i',
  ĳ: 'ij',
  Ĳ: 'ij',
  ſ: 's',
  ŉ: 'n',
};
// Chinese, Japanese and Korean are written without blanks: each letter is a word of its own, and a word of theirs a phrase.
const BLANKLESS = '\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}';
/** Typographic ligatures and full-width letters (Unicode's compatibility forms). */
const COMPATIBLE = '\ufb00-\ufb06\uff01-\uff9f';

const ODD = new RegExp(`[${PRIVATE}${UNSEEN}${Object.keys(SPELLED_OUT).join('')}${BLANKLESS}${COMPATIBLE}]`, 'u');
const EACH_ODD = new RegExp(ODD, 'gu');
const IS_PRIVATE = new RegExp(`[${PRIVATE}]`, 'u');
const IS_UNSEEN = new RegExp(`[${UNSEEN}]`, 'u');
const IS_BLANKLESS = new RegExp(`[${BLANKLESS}]`, 'u');

/** As the index spells it. Most text comes back as it is. */
export const searchLetters = (text: string): string => (ODD.test(text) ? text.replace(EACH_ODD, spelled) : text);

function spelled(letter: string): string {
  const out = SPELLED_OUT[letter];
  if (out !== undefined) return out;
  if (IS_UNSEEN.test(letter)) return '';
  if (IS_PRIVATE.test(letter)) return ' ';
  if (IS_BLANKLESS.test(letter)) return ` ${letter} `;
  const plain = letter.normalize('NFKC');
  return IS_BLANKLESS.test(plain) ? ` ${plain} ` : plain;
}
