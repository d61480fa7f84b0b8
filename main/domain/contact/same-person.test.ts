import { describe, expect, it } from 'vitest';
import { mailboxOf, samePerson, type KnownAs } from './same-person.ts';

const known = (handles: readonly string[], name = '', signed: readonly string[] = []): KnownAs => ({
  handles,
  names: [name],
  signed,
});
const MAIL = known(['jan@dakwerken.be'], 'Jan van den Berg');

describe('may be the same', () => {
  it.each([
    ['whatever stands behind a plus', known(['a.b@x.be']), known(['a.b+winkel@x.be']), 'same-mailbox'],
    ['dots at Gmail', known(['jan.peeters@gmail.com']), known(['janpeeters@googlemail.com']), 'same-mailbox'],
    [
      'who called from the number below his letters',
      known(['a@x.be'], '', ['tel:+32471']),
      known(['tel:+32471']),
      'same-number',
    ],
    [
      'two with one number below their letters',
      known(['a@x.be'], '', ['tel:+32471']),
      known(['b@y.be'], '', ['tel:+32471']),
      'same-number',
    ],
    ['whose other address stands below his letters', known(['a@x.be'], '', ['b@y.be']), known(['b@y.be']), 'signature'],
    ['one name at one firm', MAIL, known(['jvdb@dakwerken.be'], 'Jan Van den Berg'), 'same-name-and-firm'],
    ['one name, by mail and on the phone', MAIL, known(['tel:+31612345678'], 'jan van den berg'), 'same-name'],
    ['one name, by mail and on Marktplaats', MAIL, known(['within:marktplaats/9'], 'Jan van den Berg'), 'same-name'],
  ] as const)('%s', (_, one, other, reason) => {
    expect([samePerson(one, other), samePerson(other, one)]).toEqual([reason, reason]);
  });
});

describe('nothing says so of', () => {
  it.each([
    [
      'one name at two providers',
      known(['jan@gmail.com'], 'Jan Peeters'),
      known(['peeters@telenet.be'], 'Jan Peeters'),
    ],
    ['one name at two firms', MAIL, known(['jan@schilders.be'], 'Jan van den Berg')],
    ['two names at one firm', MAIL, known(['els@dakwerken.be'], 'Els de Vries')],
    ['a first name alone', known(['jan@x.be'], 'Jan'), known(['tel:+31612345678'], 'Jan')],
    ['initials', known(['jan@x.be'], 'J. Peeters'), known(['tel:+31612345678'], 'J. Peeters')],
    ['dots elsewhere than at Gmail', known(['jan.peeters@x.be']), known(['janpeeters@x.be'])],
    [
      'a firm that calls and mails',
      known(['info@x.be'], 'Bakkerij Peeters'),
      known(['tel:+32471'], 'Bakkerij Peeters'),
    ],
  ] as const)('%s', (_, one, other) => {
    expect(samePerson(one, other)).toBeNull();
  });
});

it('a mailbox is the same whatever is put into its name', () => {
  expect([mailboxOf('a+b+c@x.be'), mailboxOf('a.b+x@gmail.com')]).toEqual(['a@x.be', 'ab@gmail.com']);
});
