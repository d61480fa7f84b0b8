import { expect, test } from 'vitest';
import { parseAddresses } from './addresses.ts';

const plain = (header: string): string[] => parseAddresses(header).map(({ name, address }) => `${name}|${address}`);

test.each([
  ['Jan <jan@v.nl>', ['Jan|jan@v.nl']],
  ['jan@v.nl', ['|jan@v.nl']],
  ['J. van der Berg <j@v.nl>', ['J. van der Berg|j@v.nl']],
  ['"Berg, J. van den" <j@v.nl>, b@v.nl', ['Berg, J. van den|j@v.nl', '|b@v.nl']],
  ['=?utf-8?Q?Jansen=2C_Piet?= <p@v.nl>', ['Jansen, Piet|p@v.nl']],
  ['=?utf-8?Q?Jansen, Piet?= <p@v.nl>', ['Jansen, Piet|p@v.nl']],
  ['"=?UTF-8?Q?J=C3=BCrgen?=" <j@v.nl>', ['Jürgen|j@v.nl']],
  ['jan@v.nl (Jan)', ['Jan|jan@v.nl']],
  ['Team: a@v.nl, B <b@v.nl>;, c@v.nl', ['|a@v.nl', 'B|b@v.nl', '|c@v.nl']],
  ['undisclosed-recipients:;', []],
  ['"jan de vries"@v.nl', ['|"jan de vries"@v.nl']],
  ['<@relay,@other:jan@v.nl>', ['|jan@v.nl']],
  ['Jan <jan@v.nl', ['Jan|jan@v.nl']],
  ['a@v.nl; b@v.nl', ['|a@v.nl', '|b@v.nl']],
  ['J <j@[127.0.0.1]>', ['J|j@[127.0.0.1]']],
  ['jan@v.nl <jan@v.nl>', ['jan@v.nl|jan@v.nl']],
])('%s', (header, expected) => {
  expect(plain(header)).toEqual(expected);
});

test('the address in brackets counts, whatever the name pretends', () => {
  expect(plain('"directie@bank.nl" <x@evil.example>')).toEqual(['directie@bank.nl|x@evil.example']);
  expect(plain('"Bank <directie@bank.nl>" <x@evil.example>')).toEqual(['Bank <directie@bank.nl>|x@evil.example']);
});

test('an encoded word can hide neither an address nor a line break in one', () => {
  const [from] = parseAddresses('=?utf-8?b?ZGlyZWN0aWVAYmFuay5ubA==?==?utf-8?Q?=0A=00?=@evil.example');
  expect(from?.address.endsWith('@evil.example')).toBe(true);
  expect(from?.address).not.toContain('\n');
});

test('an address in letters beyond ASCII is read', () => {
  expect(plain(Buffer.from('J <j@münchen.de>').toString('latin1'))).toEqual(['J|j@münchen.de']);
});

test('a sender without an address keeps his name where it is asked for', () => {
  expect(parseAddresses('Kassa 2', true)).toEqual([{ name: 'Kassa 2', address: '' }]);
  expect(parseAddresses('Kassa 2')).toEqual([]);
});
