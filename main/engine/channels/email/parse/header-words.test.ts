import { expect, test } from 'vitest';
import { decodeWords, readableValue } from './header-words.ts';

const bytes = (text: string): string => Buffer.from(text).toString('latin1');

test.each([
  ['=?utf-8?Q?re=C3=BCnie?=', 'reünie'],
  ['=?UTF-8?B?cmXDvG5pZQ==?= morgen', 'reünie morgen'],
  ['=?iso-8859-1?Q?re=FCnie?= =?utf-8?Q?_caf=C3=A9?=', 'reünie café'],
  ['=?utf-8?Q??=leeg', 'leeg'],
  ['=?US-ASCII*EN?Q?Keith?=', 'Keith'],
  ['=?utf-8 ', '=?utf-8 '],
  ['geen =? woord', 'geen =? woord'],
])('%s reads %s', (written, shown) => {
  expect(decodeWords(written)).toBe(shown);
});

test('a letter cut in half between two words is joined again', () => {
  expect(decodeWords('=?utf-8?B?w6nD?= =?utf-8?B?qQ==?=')).toBe('éé');
});

test('raw UTF-8 and raw Windows-1252 in a header are both read', () => {
  expect(readableValue(bytes('Reünie €'))).toBe('Reünie €');
  expect(readableValue('Re\xfcnie')).toBe('Reünie');
});

test('line breaks become blanks, other controls and marks of direction go', () => {
  expect(readableValue('=?utf-8?Q?Hoi=0D=0ABcc:_x=00@y.nl?=')).toBe('Hoi Bcc: x@y.nl');
  expect(readableValue(bytes('factuur\u202Efdp.exe'))).toBe('factuurfdp.exe');
});
