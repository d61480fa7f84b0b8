import { describe, expect, test } from 'vitest';
import { lengthTaken, smsParts } from './channel-limits.ts';
import { mayGoNevertheless, sendingWarnings, type SendingFacts } from './sending-checks.ts';

const jan = { name: 'Jan Peeters', address: 'jan.peeters@example.be' };
const answer = (text: string, more: Partial<SendingFacts> = {}): SendingFacts => ({
  kind: 'answer',
  text,
  subject: 'Re: Trap',
  files: 0,
  to: [jan],
  cc: [],
  bcc: [],
  wroteFrom: [],
  answers: { text: 'Wanneer is de trap klaar?', saidBefore: 'Wanneer is de trap klaar?', languagesBefore: [] },
  channel: 'email',
  isPublic: false,
  ownNames: ['Mieke Zwaan'],
  now: Date.parse('2026-11-23T10:20+01:00'),
  zone: 'Europe/Brussels',
  ...more,
});
const kinds = (facts: SendingFacts): readonly string[] => sendingWarnings(facts).map(({ kind }) => kind);

describe('what is looked at before an answer leaves', () => {
  test('an ordinary answer leaves without a word', () => {
    expect(
      kinds(answer('Beste Jan,\n\nDe trap is vrijdag 27 november klaar.\n\nMet vriendelijke groeten,\nMieke')),
    ).toEqual([]);
  });
  test('an open field is not to be sent at all', () => {
    const warnings = sendingWarnings(answer('Beste {{klant.voornaam}},'));
    expect(warnings).toEqual([{ kind: 'open-fields', fields: ['klant.voornaam'] }]);
    expect(mayGoNevertheless(warnings)).toBe(false);
  });
  test('the attachment of the quoted letter is not the answer’s', () => {
    const quote = '\n\nOp ma 16 nov. 2026 om 9:12 schreef Jan Peeters <jan.peeters@example.be>:\n> In bijlage de foto.';
    expect(kinds(answer(`Dank u, dat is duidelijk.${quote}`))).toEqual([]);
    expect(kinds(answer(`In bijlage de offerte.${quote}`))).toEqual(['missing-attachment']);
  });
  test('with a file, or in a program that has its own, nothing is missing', () => {
    expect(kinds(answer('In bijlage de offerte.', { files: 1 }))).toEqual([]);
    expect(kinds(answer('In bijlage de offerte.', { files: null, channel: 'whatsapp' }))).toEqual([]);
  });
  test('a saved answer that still greets another customer', () => {
    expect(sendingWarnings(answer('Beste Karel,\n\nGraag gedaan.'))).toEqual([
      { kind: 'wrong-name', words: 'Beste Karel', name: 'Karel', expected: 'Jan Peeters' },
    ]);
    const saidBefore = 'Groeten,\nKarel (voor Jan)';
    expect(kinds(answer('Beste Karel,', { answers: { text: 'x', saidBefore, languagesBefore: [] } }))).toEqual([]);
  });
  test('to several people no name is wrong', () => {
    const an = { name: 'An Claes', address: 'an@example.be' };
    expect(kinds(answer('Beste Karel,', { to: [jan, an] }))).toEqual([]);
  });
  test('an address that is a slip of the pen, unless mail came from it', () => {
    const slip = { name: '', address: 'jan@gmial.com' };
    expect(sendingWarnings(answer('Dag', { cc: [slip] }))).toEqual([
      { kind: 'odd-address', address: 'jan@gmial.com', meant: 'jan@gmail.com' },
    ]);
    expect(kinds(answer('Dag', { cc: [slip], wroteFrom: [{ name: 'Jan', address: 'Jan@gmial.com' }] }))).toEqual([]);
  });
  test.each([
    'In bijlage 2 van het lastenboek staat dat de deuren in eik moeten.',
    'Uw dossier wordt bijgevoegd aan het archief van de notaris.',
    'Nous avons bien reçu vos photos ci-jointes, merci.',
    'We voegen bij elke bestelling een staal bij.',
    'Wij hechten veel belang aan uw mening.',
    'Zie bijlage 3 van de algemene voorwaarden op onze site.',
    'Hierbij wil ik u bedanken voor de mooie foto’s.',
    'Hierbij mijn reactie op uw offerte: wij gaan akkoord.',
    'Bij deze geef ik mijn akkoord voor het ontwerp.',
    'Hiermee is de factuur voldaan, dank u wel.',
    'Bij deze is het contract opgezegd.',
    'Hierbij gaat de offerte niet door.',
  ])('no file is missed in "%s"', (text) => {
    expect(kinds(answer(`Beste Jan,\n\n${text}`))).toEqual([]);
  });
  test.each([
    'In bijlage 2 foto’s van de kast.',
    'Hierbij de foto’s, bedankt voor uw geduld!',
    'Hierbij bezorg ik u onze offerte.',
    'Zie bijlage.',
    'Ik stuur de tekening mee.',
    'Ci-joint notre devis.',
  ])('a file is missed in "%s"', (text) => {
    expect(kinds(answer(`Beste Jan,\n\n${text}`))).toEqual(['missing-attachment']);
  });
  test('a list, and more addresses than a board has', () => {
    const to = Array.from({ length: 11 }, (_, index) => ({ name: '', address: `lid${index}@example.be` }));
    expect(sendingWarnings(answer('Dag allen', { to }))).toEqual([{ kind: 'many-recipients', count: 11 }]);
    expect(kinds(answer('Dag', { to: [], bcc: to }))).toEqual([]);
    expect(kinds(answer('Dag', { cc: [{ name: '', address: 'leden@club.example.be' }] }))).toEqual(['to-a-list']);
  });
  test('a new mail has a subject', () => {
    expect(kinds(answer('Dag Jan', { kind: 'new', subject: ' ', answers: null }))).toEqual(['no-subject']);
  });
  test('a day promised that is over', () => {
    const warnings = sendingWarnings(answer('Ik laat u vrijdag 20 november iets weten.'));
    expect(warnings).toEqual([{ kind: 'past-date', words: 'vrijdag 20 november' }]);
    expect(kinds(answer('U belde ons op vrijdag 20 november.'))).toEqual([]);
  });
  test('French to who wrote Dutch, unless French was spoken before', () => {
    const text =
      'Bonjour, nous avons bien reçu votre demande et nous vous enverrons notre devis dans le courant de la semaine.';
    const theirs = 'Goedemorgen, graag had ik een offerte voor een eiken trap met twaalf treden en een leuning van u.';
    const about = (languagesBefore: readonly ('fr' | 'nl')[]) =>
      answer(text, { answers: { text: theirs, saidBefore: theirs, languagesBefore } });
    expect(sendingWarnings(about([]))).toEqual([{ kind: 'other-language', written: 'fr', theirs: 'nl' }]);
    expect(kinds(about(['fr']))).toEqual([]);
    expect(kinds(answer('OK, merci!'))).toEqual([]);
  });
  test('an account number: not for everybody, not for a network, and no word by mail or on the phone', () => {
    const text = 'U mag storten op NL91 ABNA 0417 1643 00.';
    const where = (more: Partial<SendingFacts>) =>
      sendingWarnings(answer(text, more)).map((warning) =>
        warning.kind === 'sensitive' ? warning.where : warning.kind,
      );
    expect(where({ channel: 'google-review', isPublic: true })).toEqual(['public']);
    expect(where({ channel: 'whatsapp' })).toEqual(['third-party']);
    expect(where({ channel: 'email' })).toEqual([]);
    expect(where({ channel: 'phone' })).toEqual([]);
  });
});

describe('what a channel takes', () => {
  test('a text message of one part, and of more', () => {
    expect(smsParts('a'.repeat(160))).toBe(1);
    expect(smsParts('a'.repeat(161))).toBe(2);
    expect(smsParts(`${'a'.repeat(158)}€`)).toBe(1);
    expect(smsParts(`${'a'.repeat(159)}€`)).toBe(2);
    expect(smsParts('ê'.repeat(71))).toBe(2);
  });
  test('is counted as the channel counts', () => {
    expect(lengthTaken('instagram', 'é')).toMatchObject({ used: 2, unit: 'bytes' });
    expect(lengthTaken('telegram', 'é')).toMatchObject({ used: 1, most: 4_096 });
    expect(lengthTaken('email', 'x')).toBeNull();
  });
});
