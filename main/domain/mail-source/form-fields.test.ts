import { describe, expect, it } from 'vitest';
import { formWords, readForm, valueOfField } from './form-fields.ts';

describe('a form in a mail', () => {
  it.each([
    ['nl', 'Naam: Els Maes\nE-mailadres: els@maes.be\nVraag: Is het op voorraad?'],
    ['en', 'Your name: Els Maes\nYour email: els@maes.be\nMessage: Is het op voorraad?'],
    ['fr', 'Nom: Els Maes\nAdresse e-mail: els@maes.be\nMessage: Is het op voorraad?'],
    ['de', 'Name: Els Maes\nE-Mail-Adresse: els@maes.be\nNachricht: Is het op voorraad?'],
    ['labels above', 'Naam\nEls Maes\nE-mail\nels@maes.be\nBericht\nIs het op voorraad?'],
    ['two names', 'Voornaam: Els\nFamilienaam: Maes\nE-mail: els@maes.be\nOpmerking: Is het op voorraad?'],
    ['stars', '*Naam*: Els Maes\n*E-mail*: <els@maes.be>\n*Bericht*: Is het op voorraad?'],
  ])('tells who and what: %s', (_, text) => {
    expect(readForm(text)).toMatchObject({ name: 'Els Maes', address: 'els@maes.be', message: 'Is het op voorraad?' });
  });
  it('keeps the lines of a message, and leaves the foot out', () => {
    const form = readForm('Naam: Els\nE-mail: e@maes.be\nBericht: Dag,\n\nKan het morgen?\n-- \nVerzonden via de site');
    expect(form?.message).toBe('Dag,\n\nKan het morgen?');
  });
  it('says what else was filled in below the question', () => {
    const form = readForm('Naam: Els\nE-mail: e@maes.be\nMaat: 54\nBericht: Past dit?\n');
    expect(form === null ? '' : formWords(form)).toBe('Past dit?\n\nMaat: 54');
  });
  it.each(['Dag, ik zoek dit: een kast.\nGroeten: Jan', 'Beste,\n\nKan je bellen? Telefoon: 0470 11 22 33\n\nJan', ''])(
    'is no letter: %j',
    (text) => {
      expect(readForm(text)).toBeNull();
    },
  );
  it('gives the field that the owner points at', () => {
    expect(valueOfField('Klantnaam: Els\nContact: els@maes.be', 'contact')).toBe('els@maes.be');
  });
});
