import { describe, expect, test } from 'vitest';
import { stripQuote, textRuns } from './strip-quote.ts';

const QUOTE = 'Beste Jan,\n\nGaat dinsdag door?\n\nAnneke';
const MARKED = QUOTE.split('\n')
  .map((line) => `> ${line}`.trimEnd())
  .join('\n');

describe('the ways programs introduce a quote', () => {
  test.each([
    ['Gmail nl', `Op ma 12 mei 2025 om 10:12 schreef Anneke Bos <a@v.nl>:\n\n${MARKED}`],
    [
      'Gmail nl, broken over two lines',
      `Op ma 12 mei 2025 om 10:12 schreef Anneke Bos van den Heuvel <\na@v.nl>:\n\n${MARKED}`,
    ],
    ['Apple nl', `Op 12 mei 2025, om 10:12 heeft Anneke Bos <a@v.nl> het volgende geschreven:\n\n${MARKED}`],
    ['Thunderbird nl', `Op 12-05-2025 om 10:12 schreef Anneke Bos:\n${MARKED}`],
    ['Gmail en', `On Mon, May 12, 2025 at 10:12 AM Anneke Bos <a@v.nl> wrote:\n\n${MARKED}`],
    ['Gmail fr', `Le lun. 12 mai 2025 à 10:12, Anneke Bos <a@v.be> a écrit :\n\n${MARKED}`],
    ['Gmail de', `Am Mo., 12. Mai 2025 um 10:12 Uhr schrieb Anneke Bos <a@v.de>:\n\n${MARKED}`],
    [
      'Outlook nl',
      `Van: Anneke Bos <a@v.nl>\nVerzonden: maandag 12 mei 2025 10:12\nAan: Jan\nOnderwerp: Levering\n\n${QUOTE}`,
    ],
    [
      'Outlook with its rule',
      `________________________________\nFrom: Anneke Bos\nSent: Monday, May 12, 2025 10:12\nTo: Jan\nSubject: Levering\n\n${QUOTE}`,
    ],
    [
      'Outlook fr',
      `De : Anneke Bos <a@v.be>\nEnvoyé : lundi 12 mai 2025 10:12\nÀ : Jan\nObjet : Livraison\n\n${QUOTE}`,
    ],
    [
      'Outlook de',
      `Von: Anneke Bos <a@v.de>\nGesendet: Montag, 12. Mai 2025 10:12\nAn: Jan\nBetreff: Lieferung\n\n${QUOTE}`,
    ],
    ['Outlook 2010', `-----Oorspronkelijk bericht-----\nVan: Anneke Bos\n\n${QUOTE}`],
    [
      'Samsung',
      `-------- Oorspronkelijk bericht --------\nVan: Anneke Bos <a@v.nl>\nDatum: 12-05-2025 10:12\n\n${QUOTE}`,
    ],
    ['Apple forwarding', `Begin doorgestuurd bericht:\n\n${MARKED}`],
    ['Gmail, broken inside the address', `tir. 18. apr. 2025 kl. 13:09 skrev Anna <a@v.no\n>:\n\n${MARKED}`],
    ['Roundcube', `Anneke Bos schreef op 2025-05-12 10:12:\n${MARKED}`],
    [
      'Yahoo nl without marks',
      `Op maandag 12 mei 2025 om 10:12:05 CET heeft Anneke Bos het volgende geschreven:\n\n${QUOTE}`,
    ],
    ['Gmail zh', `在 2025年5月12日，上午10:12，Anna <a@v.cn> 写道：\n\n${MARKED}`],
    ['a language it does not know', `w dniu 12.05.2025 10:12, Anneke Bos <a@v.pl> napisała:\n\n${QUOTE}`],
  ])('%s', (_, quote) => {
    expect(stripQuote(`Ja, dat kan.\nTot dinsdag!\n\n${quote}`)).toBe('Ja, dat kan.\nTot dinsdag!');
  });
});

describe('what is the writer’s own stays', () => {
  test('answers between the lines', () => {
    const text =
      'Zie onder.\n\nOp 12-05-2025 om 10:12 schreef Anneke:\n> Wanneer?\n\nDinsdag.\n\n> Pinnen?\n\nAlleen contant.';
    expect(stripQuote(text)).toBe('Zie onder.\n\n\nDinsdag.\n\n\nAlleen contant.');
  });
  test.each([
    ['a sentence like an attribution', 'Op 12 mei schreef ik u al:\nde kraan lekt.\n\nGraag een reactie.'],
    ['what somebody else wrote', 'Op 12 mei om 10.12 schreef de gemeente ons dat het niet mag:\ndus nee. Wat nu?'],
    ['a route of a move', 'Van: Kerkstraat 1\nAan: Dorpsweg 2\nDatum: vrijdag 12 mei\n\nWat kost dat?'],
    ['a subject and an addressee', 'Onderwerp: de begroting.\nAan: iedereen die komt.'],
    ['a larger-than sign', 'omzet > 20.000: ja\nomzet < 20.000: nee'],
    ['one marked line and text', '> Dit is een citaat.\n\nEn dit is de vraag: klopt het?'],
    ['a greeting at the end', 'Akkoord.\n\nMet vriendelijke groet,\nJan'],
  ])('%s', (_, text) => {
    expect(stripQuote(text)).toBe(text);
  });
  test('a mail that is nothing but a quote is shown whole', () => {
    expect(stripQuote('> Alleen een citaat.')).toBe('> Alleen een citaat.');
    expect(stripQuote('Op 12-05-2025 om 10:12 schreef Anneke <a@v.nl>:\n\nNiet gemarkeerd.')).toBe('Niet gemarkeerd.');
  });
});

test('signatures and the lines of apps go', () => {
  expect(stripQuote('Prima.\n\n-- \nJan de Vries\nBakkerij\n')).toBe('Prima.');
  expect(stripQuote('Prima.\n\nVerzonden vanaf mijn iPhone')).toBe('Prima.');
  expect(stripQuote('Fine.\n\nGet Outlook for Android<https://aka.ms/x>')).toBe('Fine.');
  expect(
    stripQuote(
      'Bien.\n\nEnvoyé de mon iPhone\n\n________________________________\nDe : A <a@v.be>\nEnvoyé : lundi\nÀ : B\nObjet : C\n\nx',
    ),
  ).toBe('Bien.');
});

test('the runs put together are the text again', () => {
  const text = `Ja.\n\nOp 12-05-2025 om 10:12 schreef Anneke:\n${MARKED}\n\nEn verder?\n-- \nJan`;
  const runs = textRuns(text);
  expect(runs.map(({ kind }) => kind)).toEqual(['reply', 'quote', 'reply', 'signature']);
  expect(runs.map((run) => run.text).join('\n')).toBe(text);
});
