import { describe, expect, test } from 'vitest';
import { findSignals } from './find-signals.ts';

const signalsOf = (text: string, subject = ''): ReturnType<typeof findSignals> => findSignals({ subject, text });
const kindsIn = (text: string): string[] => signalsOf(text).asks.map(({ kind }) => kind);

describe('what is asked', () => {
  test.each([
    ['Kan ik zaterdag langskomen?', ['question', 'appointment']],
    ['Gelieve mij een prijsofferte te bezorgen voor 12 zonnepanelen.', ['question', 'quote']],
    ['hebt ge nog plek zaterdag voor 4 man', ['question', 'availability']],
    ['Ik moet mijn afspraak van donderdag afzeggen.', ['question', 'appointment']],
    ['De vaas is kapot aangekomen.', ['complaint']],
    ['Ik wil de jas graag omruilen voor een L.', ['question', 'order-change']],
    ['Do you have a table for two tonight?', ['question']],
    ['Could you send me a quote for the kitchen?', ['question', 'quote']],
    ['Pouvez-vous me faire un devis ?', ['question', 'quote']],
    ['Haben Sie am Samstag geöffnet?', ['question', 'availability']],
    ['wanneer komt het binnen', ['question']],
    ['Ik wacht nog steeds op antwoord', ['question']],
    ['?', ['question']],
  ])('%s', (text, kinds) => {
    expect(kindsIn(text).filter((kind) => kinds.includes(kind))).toEqual(kinds);
  });
  test('keeps the customer’s own words', () => {
    expect(signalsOf('Dag,\n\nHet is klaar. Wat kost dat per stuk?\n\nGroet, Jan').asks).toContainEqual({
      kind: 'quote',
      words: 'Wat kost dat per stuk',
    });
  });
  test.each([
    'Heeft u nog vragen?',
    'Hoe gaat het?',
    'Wat fijn dat het gelukt is',
    'De offerte is akkoord.',
    'U kunt de sleutel bij de buren leggen.',
    'Aarzel niet ons te bellen.',
  ])('"%s" asks nothing', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
  test('what we asked ourselves, in the quote below, does not count', () => {
    expect(kindsIn('In orde.\n\nOp 12-05-2025 om 10:12 schreef Wij <w@v.nl>:\n> Wanneer schikt het u?')).toEqual([]);
  });
});

test('a door that hangs askew, from a customer who has had enough, is a complaint', () => {
  const { asks } = findSignals({
    subject: 'Kastdeur',
    text: 'De deur hangt scheef en ze sluit niet meer. Ik vind dit niet kunnen. Wanneer komt er iemand langs?',
  });
  expect(asks.map(({ kind }) => kind)).toContain('complaint');
});

test('what is impossible on Friday is no complaint', () => {
  expect(findSignals({ subject: '', text: 'Dat kan niet op vrijdag, maar donderdag wel.' }).asks).toEqual([]);
});

describe('messages that end an exchange', () => {
  test('thanks in French after a greeting', () => {
    expect(findSignals({ subject: '', text: "Bonjour, c'est parfait, merci beaucoup !" }).isCloser).toBe(true);
  });
  test.each([
    'Bedankt!',
    'Ja is goed',
    '👍',
    'Top, tot zaterdag',
    'Thanks, see you then',
    'Merci beaucoup, bonne journée',
    'Danke, bis Montag',
    'Dag Sofie, hartelijk dank. Groetjes',
  ])('%s', (text) => {
    expect(signalsOf(text).isCloser).toBe(true);
  });
  test.each([
    'Ja graag',
    'Prima, maar dan wel om 3 uur',
    'Bedankt, wanneer komt u?',
    'Ok, doe er 3',
    'Nee',
    'Bedankt voor de offerte, wij kiezen voor de blauwe uitvoering met eikenhout',
  ])('"%s" does not', (text) => {
    expect(signalsOf(text).isCloser).toBe(false);
  });
});

describe('money and days', () => {
  test.each([
    ['Voor € 1.250,- is het goed', '€ 1.250,-'],
    ['het was 45 euro', '45 euro'],
    ['zaal 12', null],
  ])('%s', (text, money) => {
    expect(signalsOf(text).money).toBe(money);
  });
  test.each([
    ['liefst vrijdag 12 mei', 'vrijdag 12 mei'],
    ['op 12/05/2026', '12/05/2026'],
    ['volgende week', 'volgende week'],
    ['next Tuesday please', 'next Tuesday'],
    ['ik mag komen', null],
  ])('%s', (text, date) => {
    expect(signalsOf(text).date).toBe(date);
  });
});

test.each([
  ['Kunt u mij een offerte sturen voor de badkamer?', 'nl'],
  ['hebt ge nog plek zaterdag', 'nl'],
  ['Can you send me the invoice please', 'en'],
  ['Bonjour, est-ce que vous êtes ouvert demain', 'fr'],
  ['Können Sie mir bitte ein Angebot schicken', 'de'],
  ['OK', null],
  ['', null],
])('"%s" is in %s', (text, language) => {
  expect(signalsOf(text).language).toBe(language);
});
