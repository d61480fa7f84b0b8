import { expect, it } from 'vitest';
import { searchLetters } from './search-letters.ts';

it.each([
  ['Straße', 'Strasse'],
  ['Œuvre, cœur', 'oeuvre, coeur'],
  ['Søren Łukasz Ærø', 'Soren lukasz aero'],
  ['ĳsje', 'ijsje'],
  ['ﬁets', 'fiets'],
  ['Ａ１', 'A1'],
  ['schrijn\u00adwerk\u200b', 'schrijnwerk'],
  ['東京', ' 東  京 '],
  ['crème brûlée, gewoon', 'crème brûlée, gewoon'],
  ['a\ue001b', 'a b'],
  ['🙂 ok', '🙂 ok'],
])('%j is spelled %j', (text, spelled) => {
  expect(searchLetters(text)).toBe(spelled);
});
