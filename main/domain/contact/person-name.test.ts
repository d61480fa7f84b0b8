import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyGuess } from './company-guess.ts';
import { personName, salutation } from './person-name.ts';

describe('a name', () => {
  it.each([
    ['Jan van den Berg', 'Jan', 'Van den Berg'],
    ['Jan Van den Berg', 'Jan', 'Van den Berg'],
    ['Lotte Van Den Bossche', 'Lotte', 'Van Den Bossche'],
    ['Els de Vries', 'Els', 'De Vries'],
    ['Bart D’Hondt', 'Bart', 'D’Hondt'],
    ["Anke van 't Hof", 'Anke', "Van 't Hof"],
    ["Piet 't Hart", 'Piet', "'t Hart"],
    ['Sophie in den Bosch', 'Sophie', 'In den Bosch'],
    ['Mohamed El Amrani', 'Mohamed', 'El Amrani'],
    ['Anne-Marie Janssens', 'Anne-Marie', 'Janssens'],
    ['Jan Peter Jansen', 'Jan', 'Jansen'],
    ['J. de Vries', null, 'De Vries'],
    ['J.P. Jansen', null, 'Jansen'],
    ['Peeters, Jan', 'Jan', 'Peeters'],
    ['Berg, Jan van den', 'Jan', 'Van den Berg'],
    ['PEETERS, Jan', 'Jan', 'Peeters'],
    ['JAN PEETERS', 'Jan', 'Peeters'],
    ['jan van den berg', 'Jan', 'Van den Berg'],
    ['Jan Peeters (Bakkerij Peeters)', 'Jan', 'Peeters'],
    ['Sofie via Marktplaats', 'Sofie', null],
    ['Dr. Marie Curie', 'Marie', 'Curie'],
    ['Jan', 'Jan', null],
    ['AN PEETERS', 'An', 'Peeters'],
    ['JP Willems', null, 'Willems'],
    ['Mevrouw Peeters', null, 'Peeters'],
    ['PEETERS Jan', 'Jan', 'Peeters'],
    ['DE SMET Peter', 'Peter', 'De Smet'],
    ['VAN DEN BOSSCHE Lotte', 'Lotte', 'Van den Bossche'],
    ['Lotte VAN DEN BOSSCHE', 'Lotte', 'Van den Bossche'],
    ['Jan Jansen-de Vries', 'Jan', 'Jansen-de Vries'],
    ['mevrouw A. de Boer-Jansen', null, 'De Boer-Jansen'],
    ['Hans ter Horst', 'Hans', 'Ter Horst'],
    ['Prof. dr. A. ten Bosch', null, 'Ten Bosch'],
    ["Claire d'Ursel", 'Claire', "D'Ursel"],
    ["RIK D'HONDT", 'Rik', "D'Hondt"],
    ['Maria von und zu Liechtenstein', 'Maria', 'Von und zu Liechtenstein'],
    ['Jan en An Peeters', 'Jan en An', 'Peeters'],
    ['Jan Peeters jr.', 'Jan', 'Peeters'],
    ['Dr. Peeters', null, 'Peeters'],
    ['Familie De Smet', null, 'De Smet'],
    ['Jan Peeters \u{1F6B2}', 'Jan', 'Peeters'],
  ])('"%s" is %s, %s', (name, first, last) => {
    expect(personName(name)).toMatchObject({ first, last });
  });
  it.each(['Peeters & Zonen', 'Gebr. Claes', 'Café De Zwaan', 'Advocatenkantoor Peeters', 'Monsieur le Directeur'])(
    '"%s" is a firm or a function, and nobody by name',
    (name) => {
      expect(personName(name).full).toBe('');
    },
  );
  it.each(['', 'info@bakkerij.be', 'Bakkerij Peeters', 'Peeters BV', 'Team Zonnig', '0475 12 34 56', 'a'.repeat(500)])(
    '"%s" is no person',
    (name) => {
      expect(personName(name)).toEqual({ full: '', first: null, last: null, title: null });
    },
  );
  it('is the same person in either order, whatever his particles', () => {
    const word = fc.constantFrom('Jan', 'Lotte', 'Anne-Marie', 'Zoë', 'Björn');
    const last = fc.constantFrom(
      'van den Berg',
      'Van den Bossche',
      'de Vries',
      "D'Hondt",
      'ten Bosch',
      "van 't Hek",
      'El Amrani',
    );
    const rule = fc.property(word, last, (given, family) => {
      expect(personName(`${family}, ${given}`)).toEqual(personName(`${given} ${family}`));
      expect(personName(`${given} ${family}`)).toMatchObject({ first: given, full: `${given} ${family}`, title: null });
    });
    fc.assert(rule);
  });
  it('never makes up letters, whatever it is given', () => {
    const rule = fc.property(fc.string(), (name) => {
      const { full, first } = personName(name);
      return first === null || full.startsWith(first);
    });
    expect(fc.check(rule).counterexample).toBeNull();
  });
});

describe('a greeting', () => {
  it.each([
    ['Jan van den Berg', 'Beste Jan van den Berg', 'Dear Jan van den Berg', 'Bonjour Jan van den Berg'],
    ['Dhr. Jan van den Berg', 'Geachte heer Van den Berg', 'Dear Mr Van den Berg', 'Monsieur Van den Berg'],
    ['de heer J. de Vries', 'Geachte heer De Vries', 'Dear Mr De Vries', 'Monsieur De Vries'],
    ['Mevr. An Peeters', 'Geachte mevrouw Peeters', 'Dear Ms Peeters', 'Madame Peeters'],
    ['mr. M. de Vries', 'Beste M. de Vries', 'Dear M. de Vries', 'Bonjour M. de Vries'],
    ['J. de Vries', 'Beste J. de Vries', 'Dear J. de Vries', 'Bonjour J. de Vries'],
    ['Peeters BV', 'Geachte heer/mevrouw', 'Dear Sir or Madam', 'Madame, Monsieur'],
    ['De Smet', 'Geachte heer/mevrouw De Smet', 'Dear Mr/Ms De Smet', 'Madame, Monsieur'],
    ['Dr. Peeters', 'Geachte heer/mevrouw Peeters', 'Dear Mr/Ms Peeters', 'Madame, Monsieur'],
    ['Dhr. en mevr. Peeters', 'Geachte heer en mevrouw Peeters', 'Dear Mr and Ms Peeters', 'Madame, Monsieur Peeters'],
    ['Familie De Smet', 'Beste familie De Smet', 'Dear familie De Smet', 'Bonjour familie De Smet'],
    ['Mme Claire Dupont', 'Geachte mevrouw Dupont', 'Dear Ms Dupont', 'Madame Dupont'],
    ['M. Dupont', 'Beste M. Dupont', 'Dear M. Dupont', 'Bonjour M. Dupont'],
  ])('to "%s" guesses nothing', (name, nl, en, fr) => {
    const person = personName(name);
    expect([salutation(person, 'nl'), salutation(person, 'en'), salutation(person, 'fr')]).toEqual([nl, en, fr]);
  });
});

describe('the firm behind an address', () => {
  it.each([
    ['jan@bakkerij-peeters.be', 'Bakkerij Peeters'],
    ['info@mail.dakwerken.nl', 'Dakwerken'],
    ['a@shop.co.uk', 'Shop'],
    ['jan@gmail.com', null],
    ['jan@telenet.be', null],
    ['jan@hotmail.nl', null],
    ['jan@yahoo.co.uk', null],
    ['jan@localhost', null],
    ['jan', null],
    ['jan@123.be', null],
    ['jan@xn--80ak6aa92e.com', null],
  ])('%s: %s', (address, company) => {
    expect(companyGuess(address)).toBe(company);
  });
});
