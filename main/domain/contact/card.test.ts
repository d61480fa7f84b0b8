import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCard, isBlank, joined, takenApart, type Card } from './card.ts';

const JAN: Card = {
  ...emptyCard('jan@peeters.be'),
  name: 'Jan Peeters',
  note: 'Belt liever.',
  tags: ['aannemer'],
  fields: [{ name: 'Klantnummer', value: '114' }],
};
const ON_PHONE: Card = {
  ...emptyCard('tel:+32471123456'),
  name: 'Jan P.',
  note: 'Poort links.',
  tags: ['Aannemer', 'vast'],
};

describe('two cards joined', () => {
  it('keep all that both say, and the first is heard first', () => {
    expect(joined(JAN, ON_PHONE)).toEqual({
      ...JAN,
      note: 'Belt liever.\n\nPoort links.',
      tags: ['aannemer', 'vast'],
      handles: ['jan@peeters.be', 'tel:+32471123456'],
    });
  });
  it('are taken apart with what was written since on the first', () => {
    const both = joined(JAN, ON_PHONE);
    const later: Card = {
      ...both,
      company: 'Peeters Dakwerken',
      note: `${both.note}\nKomt dinsdag.`,
      tags: [...both.tags, 'haast'],
      handles: [...both.handles, 'jan@dakwerken.be'],
    };
    expect(takenApart(JAN, ON_PHONE, later)).toEqual({
      one: {
        ...JAN,
        company: 'Peeters Dakwerken',
        note: 'Belt liever.\nKomt dinsdag.',
        tags: ['aannemer', 'haast'],
        handles: ['jan@peeters.be', 'jan@dakwerken.be'],
      },
      other: ON_PHONE,
    });
  });
  it('keep a note that was written anew whole', () => {
    expect(takenApart(JAN, ON_PHONE, { ...joined(JAN, ON_PHONE), note: 'Verhuisd.' }).one.note).toBe('Verhuisd.');
  });
});

const words = fc.string({ maxLength: 8 });
const cards = fc.record({
  name: words,
  company: words,
  language: fc.constantFrom(null, 'nl' as const, 'fr' as const),
  note: words,
  tags: fc.uniqueArray(words, { selector: (tag) => tag.toLowerCase() }),
  fields: fc.uniqueArray(fc.record({ name: words, value: words }), {
    selector: ({ name, value }) => `${name}=${value}`,
  }),
  handles: fc.uniqueArray(words, { minLength: 1 }),
});

it('joined and taken apart they are as they were, whatever stood on them', () => {
  fc.assert(
    fc.property(cards, cards, (one, other) => {
      expect(takenApart(one, other, joined(one, other))).toEqual({ one, other });
    }),
  );
});

it('a card that says nothing new is no card', () => {
  expect([isBlank(emptyCard('a@b.be')), isBlank(ON_PHONE)]).toEqual([true, false]);
});
