import { describe, expect, it } from 'vitest';
import { offersFor, personAsked } from './complete-search.ts';

const TAGS = ['aannemer', 'vaste klant', 'Vlaanderen'];
const queries = (typed: string, language: 'nl' | 'en' = 'nl'): readonly string[] =>
  offersFor(typed, language, TAGS).map(({ query }) => query);

describe('while one types in the search field', () => {
  it.each([
    ['la', ['label:']],
    ['offerte la', ['offerte label:']],
    ['-la', ['-label:']],
    ['va', ['van:']],
    ['label:', ['label:aannemer ', 'label:"vaste klant" ', 'label:Vlaanderen ']],
    ['label:v', ['label:"vaste klant" ', 'label:Vlaanderen ']],
    ['label:"vaste k', ['label:"vaste klant" ']],
    ['-tag:aan', ['-tag:aannemer ']],
    ['is:', ['is:ongelezen ', 'is:gelezen ', 'is:open ', 'is:vip ']],
    ['in:wacht', ['in:wacht-op-hen ']],
    ['kanaal:what', ['kanaal:whatsapp ']],
  ])('after %s comes %j', (typed, expected) => {
    expect(queries(typed)).toEqual(expected);
  });
  it.each(['', 'l', 'label', 'label:zilver', 'nergens:', '"la', 'offerte ', 'label:aannemer '])(
    'nothing is offered after %j but what goes on',
    (typed) => {
      expect(queries(typed).filter((query) => query !== 'label:')).toEqual([]);
    },
  );
  it('an English window speaks English', () => {
    expect(queries('fr', 'en')).toEqual(['from:']);
    expect(queries('is:un', 'en')).toEqual(['is:unread ']);
  });
});

describe('whom a condition means', () => {
  it('is asked of the desk with the letters behind the colon', () => {
    const asked = personAsked('offerte van:"jan pe');
    expect(asked?.text).toBe('jan pe');
    expect(asked?.queryWith('jan@peeters.be')).toBe('offerte van:jan@peeters.be ');
  });
  it.each(['van', 'label:jan', 'van:jan offerte'])('%s asks for nobody', (typed) => {
    expect(personAsked(typed)).toBeNull();
  });
});
