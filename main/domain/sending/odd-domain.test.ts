import { expect, test } from 'vitest';
import { meantAddress } from './odd-domain.ts';

test.each([
  ['jan@gmial.com', 'jan@gmail.com'],
  ['Jan.Peeters@Gmail.con', 'Jan.Peeters@gmail.com'],
  ['jan@gmail.be', 'jan@gmail.com'],
  ['jan@hotmial.be', 'jan@hotmail.be'],
  ['jan@telnet.be', 'jan@telenet.be'],
  ['jan@outlook.co', 'jan@outlook.com'],
  ['jan@ziggo.ln', 'jan@ziggo.nl'],
])('%s is meant as %s', (typed, meant) => {
  expect(meantAddress(typed)).toBe(meant);
});

test.each([
  'jan@gmail.com',
  'jan@googlemail.com',
  'jan@mail.com',
  'jan@email.com',
  'jan@ymail.com',
  'jan@hotmail.it',
  'jan@hotmail.co.uk',
  'jan@live.be',
  'jan@outlook.be',
  'jan@outlook.es',
  'jan@telenet.be',
  'jan@cloud.com',
  'jan@planet.nl',
  'jan@planeet.nl',
  'jan@bakkerij-telnet.be',
  'jan@gmail.example',
  'jan@firma.co',
  'jan@x.om',
  'jan',
])('%s may well be right', (address) => {
  expect(meantAddress(address)).toBeNull();
});
