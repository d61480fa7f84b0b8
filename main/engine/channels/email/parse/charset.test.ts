import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeCharset } from './charset.ts';

test.each([
  ['utf-8', 'Café € 日本'],
  ['iso-8859-1', 'Café reünie'],
  ['windows-1252', 'Prijs: 25 € “vast”'],
  ['iso-8859-15', '25 € cœur'],
  ['windows-1251', 'Привет'],
  ['koi8-r', 'Привет'],
  ['shift_jis', 'こんにちは①'],
  ['euc-jp', 'こんにちは'],
  ['gb18030', '你好，朱镕基'],
  ['big5', '你好'],
  ['euc-kr', '안녕하세요'],
  ['utf-16le', 'Café €'],
  ['utf-7', 'Café €'],
])('text in %s is read', (label, text) => {
  expect(decodeCharset(iconv.encode(text, label), label)).toBe(text);
});

test.each(['iso-8859-1', 'us-ascii', '', 'windows-1252', 'x-unknown', 'wat is dit'])(
  'UTF-8 that calls itself "%s" is read as what it is',
  (label) => {
    expect(decodeCharset(Buffer.from('reünie – €'), label)).toBe('reünie – €');
  },
);

test('Windows-1252 that calls itself UTF-8 or Latin-1 keeps its euro sign', () => {
  const bytes = iconv.encode('Café kost 3 €', 'windows-1252');
  expect(decodeCharset(bytes, 'utf-8')).toBe('Café kost 3 €');
  expect(decodeCharset(bytes, 'iso-8859-1')).toBe('Café kost 3 €');
});

test('UTF-8 that was cut in the middle of a letter stays UTF-8', () => {
  const whole = Buffer.from('Één café, twee cafés, drie reünies é');
  expect(decodeCharset(whole.subarray(0, -1), 'utf-8')).toBe('Één café, twee cafés, drie reünies \uFFFD');
});

test('ISO-2022-JP is read by its escapes, also without a label', () => {
  const bytes = Buffer.from('\x1b$B$3$s$K$A$O\x1b(B', 'latin1');
  expect(decodeCharset(bytes, 'iso-2022-jp')).toBe('こんにちは');
  expect(decodeCharset(bytes, '')).toBe('こんにちは');
});

test('ISO-2022-KR and HZ are read by their shifts', () => {
  expect(decodeCharset(Buffer.from('\x1b$)C\x0e>H3g\x0f ok', 'latin1'), 'iso-2022-kr')).toBe('안녕 ok');
  expect(decodeCharset(Buffer.from('~{Dc:C~} ~~ ok', 'latin1'), 'hz-gb-2312')).toBe('你好 ~ ok');
});

test('UTF-16 shows its byte order by mark, and else by its zeros', () => {
  const little = Buffer.from('dag', 'utf16le');
  const big = Buffer.from(little).swap16();
  expect(decodeCharset(Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 'utf-16')).toBe('dag');
  expect(decodeCharset(little, 'utf-16')).toBe('dag');
  expect(decodeCharset(big, 'utf-16')).toBe('dag');
});

test.each(['iso_8859-1:1987', 'latin-1', 'l1', 'cp1252', 'x-cp1252', 'ISO8859-1', '"iso-8859-1"'])(
  '"%s" is a name for Windows-1252',
  (label) => {
    expect(decodeCharset(Buffer.from([0x80, 0xe9]), label)).toBe('€é');
  },
);

test.each(['Één café, crème brûlée – “ja” voor € 5', 'coördinatie', 'naïef'])(
  '%s, encoded twice, is read once',
  (text) => {
    const twice = Buffer.from(iconv.decode(Buffer.from(text), 'windows-1252'));
    expect(decodeCharset(twice, 'utf-8')).toBe(text);
    expect(decodeCharset(twice, '')).toBe(text);
  },
);
test.each(['Ãlvaro São', 'café kost Â£5', 'Â', 'prijs: 5 Ã 6 euro'])('%s is no such mistake', (text) => {
  expect(decodeCharset(Buffer.from(text), 'utf-8')).toBe(text);
});
