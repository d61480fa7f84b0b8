import { expect, it } from 'vitest';
import { sortName } from './sort-name.ts';

const sorted = (home: 'NL' | 'BE', names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => (sortName(a, home) < sortName(b, home) ? -1 : 1));

const NAMES = ['Jan van den Berg', 'Els Bergmans', 'Wim Visser', "Ria d'Hondt", 'An Hendrickx', 'Zoë Adams'];

it('in the Netherlands a particle does not count', () => {
  expect(sorted('NL', NAMES)).toEqual([
    'Zoë Adams',
    'Jan van den Berg',
    'Els Bergmans',
    'An Hendrickx',
    "Ria d'Hondt",
    'Wim Visser',
  ]);
});
it('in Belgium it is the beginning of the name', () => {
  expect(sorted('BE', NAMES)).toEqual([
    'Zoë Adams',
    'Els Bergmans',
    "Ria d'Hondt",
    'An Hendrickx',
    'Jan van den Berg',
    'Wim Visser',
  ]);
});
it('who has the same last name stands by his first; a firm by its own name', () => {
  expect(sorted('NL', ['Piet Claes', 'Claes', 'An Claes', 'Bakkerij Claes', 'Garage De Ridder'])).toEqual([
    'Bakkerij Claes',
    'Claes',
    'An Claes',
    'Piet Claes',
    'Garage De Ridder',
  ]);
});
