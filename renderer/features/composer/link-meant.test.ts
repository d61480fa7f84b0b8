import { expect, test } from 'vitest';
import { linkMeant } from './link-meant.ts';

test.each([
  ['www.claes.be', 'https://www.claes.be/'],
  [' http://claes.be/a b ', 'http://claes.be/a%20b'],
  ['info@claes.be', 'mailto:info@claes.be'],
  ['tel:+32912345', 'tel:+32912345'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['zomaar', null],
  ['', null],
])('a link to %j leads to %j', (typed, href) => {
  expect(linkMeant(typed)).toBe(href);
});
