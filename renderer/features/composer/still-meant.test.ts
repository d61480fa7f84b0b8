import { expect, test } from 'vitest';
import { stillMeant } from './still-meant.ts';

const JAAK = { name: 'Jaak Maes', address: 'jaak@x.be' };
const JAN = { name: 'Jan Peeters', address: 'peeters@y.be' };
const found = { to: 'ja', found: [JAAK, JAN] };

test.each([
  ['ja', [JAAK, JAN]],
  ['jan', [JAN]],
  ['jan p', [JAN]],
  ['peet', [JAN]],
  ['jo', []],
  ['', []],
])('who was found for "ja" and is still meant by "%s"', (typed, meant) => {
  expect(stillMeant(found, typed)).toEqual(meant);
});
