import { expect, test } from 'vitest';
import { letterLanguage } from './letter-language.ts';

const FRENCH = 'Merci pour votre message, nous pouvons passer la semaine prochaine pour le devis si vous voulez.';

test('a letter is in the language of its own words, where they are beyond doubt', () => {
  expect(letterLanguage(FRENCH, 'nl')).toBe('fr');
  expect(letterLanguage('Merci!', 'nl')).toBe('nl');
});

test('one that stands in no conversation is in what its first words look like', () => {
  expect(letterLanguage('Dag Jan, wanneer', null)).toBe('nl');
  expect(letterLanguage('', null)).toBeNull();
});
