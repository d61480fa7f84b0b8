import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { isMailbox, isWholeList, readRecipients } from './read-recipients.ts';

describe('people as they are typed or pasted', () => {
  test.each([
    ['jan@x.be', [{ name: '', address: 'jan@x.be' }]],
    ['Jan Peeters <jan@x.be>', [{ name: 'Jan Peeters', address: 'jan@x.be' }]],
    [
      '"Peeters, Jan" <jan@x.be>; piet@y.nl',
      [
        { name: 'Peeters, Jan', address: 'jan@x.be' },
        { name: '', address: 'piet@y.nl' },
      ],
    ],
    [
      'jan@x.be (Jan)\nels@z.be',
      [
        { name: 'Jan', address: 'jan@x.be' },
        { name: '', address: 'els@z.be' },
      ],
    ],
    ['mailto:jan@x.be', [{ name: '', address: 'jan@x.be' }]],
    ['<jan@x.be>, <JAN@x.be>', [{ name: '', address: 'jan@x.be' }]],
    ['jan@x.be <jan@x.be>', [{ name: '', address: 'jan@x.be' }]],
    ['Peeters, Jan <jan.peeters@x.be>', [{ name: 'Peeters, Jan', address: 'jan.peeters@x.be' }]],
    [
      'Peeters, Jan <jan@x.be>; De Smet, Els <els@z.be>',
      [
        { name: 'Peeters, Jan', address: 'jan@x.be' },
        { name: 'De Smet, Els', address: 'els@z.be' },
      ],
    ],
    [
      'Klanten: jan@x.be, Els <els@z.be>;',
      [
        { name: '', address: 'jan@x.be' },
        { name: 'Els', address: 'els@z.be' },
      ],
    ],
    [
      'Jan Peeters\tjan@x.be\r\nEls\tels@z.be\t0475 12 34 56',
      [
        { name: 'Jan Peeters', address: 'jan@x.be' },
        { name: 'Els', address: 'els@z.be' },
      ],
    ],
    [
      'jan@x.be els@z.be.',
      [
        { name: '', address: 'jan@x.be' },
        { name: '', address: 'els@z.be' },
      ],
    ],
    ['Zoë Müller <zoë@müller.example>,', [{ name: 'Zoë Müller', address: 'zoë@müller.example' }]],
  ])('%s', (written, people) => {
    expect(readRecipients(written)).toEqual({ people, wrong: [] });
  });

  test('are given back where they are none', () => {
    expect(readRecipients('Jan Peeters, jan@x, @y.nl, piet@y.nl, a@b@c.be, <els@z.be').wrong).toEqual([
      'Jan Peeters',
      'jan@x',
      '@y.nl',
      'a@b@c.be',
      '<els@z.be',
    ]);
    // Whose address is missing is told, not made the name of the next; and a blank for a dot makes nobody else's address.
    expect(readRecipients('Jan Peeters, Piet De Smet <piet@y.nl>').wrong).toEqual(['Jan Peeters']);
    expect(readRecipients('jan peeters@x.be').wrong).toEqual(['jan peeters@x.be']);
    expect(readRecipients('').wrong).toEqual([]);
  });

  test('are all there again, whatever stands between them', () => {
    const addresses = fc.uniqueArray(fc.constantFrom('a@x.be', 'b.c@y.nl', 'd+e@z.co.uk', 'f_g@w-v.de'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        addresses,
        fc.constantFrom(', ', ';', '\n', ' ;\r\n'),
        fc.constantFrom('', '"O, \\"x\\""', 'De Smet'),
        (all, between, name) => {
          const written = all.map((address) => (name === '' ? address : `${name} <${address}>`)).join(between);
          expect(readRecipients(written).people.map(({ address }) => address)).toEqual(all);
          expect(readRecipients(written).wrong).toEqual([]);
        },
      ),
    );
  });

  test('are read as a whole where there is more than one address to it', () => {
    expect(isWholeList('jan@x.be')).toBe(false);
    expect(isWholeList('jan@x.be,')).toBe(true);
    expect(isWholeList('Jan <jan@x.be')).toBe(true);
    expect(isWholeList('jan@x.be els@z.be')).toBe(true);
  });

  test.each(['a@b', 'a b@c.be', 'a@.be', 'a@b.', `${'a'.repeat(320)}@b.be`])('%s is no address', (address) => {
    expect(isMailbox(address)).toBe(false);
  });
});
