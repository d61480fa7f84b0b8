import { describe, expect, test } from 'vitest';
import { sensitiveIn } from './sensitive.ts';

const seen = (text: string, where: 'public' | 'third-party' | 'mail' = 'third-party'): readonly string[] =>
  sensitiveIn(text, where).map(({ what, words }) => `${what}: ${words}`);

describe('numbers that prove what they are', () => {
  test.each([
    ['NL91 ABNA 0417 1643 00', 'NL91 ABNA 0417 1643 00'],
    ['BE68539007547034.', 'BE68539007547034'],
    ['DE89.3704.0044.0532.0130.00', 'DE89.3704.0044.0532.0130.00'],
    ['nl91abna0417164300', 'nl91abna0417164300'],
    ['FR14 2004 1010 0505 0001 3M02 606', 'FR14 2004 1010 0505 0001 3M02 606'],
  ])('an account number is known as it is written: %s', (text, words) => {
    expect(seen(`Graag op ${text}`)).toEqual([`iban: ${words}`]);
  });
  test('a slip in an account number, a longer row or another country makes it none', () => {
    expect(seen('NL91 ABNA 0417 1643 01')).toEqual([]);
    expect(seen('NL91 ABNA 0417 1643 0099')).toEqual([]);
    expect(seen('ZZ91 ABNA 0417 1643 00')).toEqual([]);
    expect(seen('Maat BE68 uit de folder, 539 stuks')).toEqual([]);
  });
  test('a citizen service number only behind its name: nine figures alone are an order number', () => {
    expect(seen('uw BSN 111222333 heb ik niet nodig')).toEqual(['bsn: 111222333']);
    expect(seen('Burgerservicenummer: 1112.22.333')).toEqual(['bsn: 1112.22.333']);
    expect(seen('bestelling 111222333')).toEqual([]);
    expect(seen('BSN 111222334')).toEqual([]);
  });
  test('a Belgian national number, of somebody born before and after 2000', () => {
    expect(seen('85.07.30-033.28')).toEqual(['national-number: 85.07.30-033.28']);
    expect(seen('17.07.30-033.84')).toEqual(['national-number: 17.07.30-033.84']);
    expect(seen('85.07.30-033.29')).toEqual([]);
    expect(seen('Bel 0032 475 12 34 56 of 32475123456')).toEqual([]);
  });
  test('a card by its issuer and check figure, in groups or not; no tracking number', () => {
    expect(seen('4111 1111 1111 1111')).toEqual(['card: 4111 1111 1111 1111']);
    expect(seen('378282246310005')).toEqual(['card: 378282246310005']);
    expect(seen('4111 1111 1111 1112')).toEqual([]);
    expect(seen('volgnummer 9111111111111116')).toEqual([]);
    expect(seen('+++090/9337/55493+++')).toEqual([]);
  });
});

describe('words that are nobody else’s business', () => {
  test.each([
    'Het wachtwoord is Zomer2026!',
    'De code van de sleutelkluis: uw sleutelcode is 4711',
    'password: hunter22',
    'Le code d’accès est 2580',
    'De alarmcode: 1234',
  ])('%s', (text) => {
    expect(seen(text)).toHaveLength(1);
    expect(seen(text)[0]).toMatch(/^secret: /);
  });
  test.each([
    'Bent u uw wachtwoord vergeten?',
    'Met de kortingscode 1234 krijgt u tien procent.',
    'Onze postcode is 2800.',
    'De code van het zaagblad is 4711.',
    'Wij hebben uw factuur nog niet gemaakt.',
    'U kunt met de kaart betalen.',
  ])('nothing in: %s', (text) => {
    expect(seen(text)).toEqual([]);
  });
  test('what somebody owes, on every network; that he has an invoice at all, only where everybody reads', () => {
    expect(seen('Factuur 2026-0117 is nog niet betaald')).toEqual(['invoice: Factuur 2026-0117']);
    expect(seen('Dit is een betalingsherinnering')).toEqual(['invoice: betalingsherinnering']);
    expect(seen('Uw factuur volgt')).toEqual([]);
    expect(seen('Uw factuur volgt', 'public')).toEqual(['invoice: Uw factuur']);
  });
  test('by mail to the customer only what may never be mailed', () => {
    expect(seen('NL91 ABNA 0417 1643 00, factuur 2026-0117, wachtwoord: Zomer2026!', 'mail')).toEqual([]);
    expect(seen('kaart 4111 1111 1111 1111', 'mail')).toEqual(['card: 4111 1111 1111 1111']);
  });
});
