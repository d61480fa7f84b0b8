import { describe, expect, test } from 'vitest';
import { needsReply } from './needs-reply.ts';

const judge = (text: string, channel = 'email', subject = ''): ReturnType<typeof needsReply> =>
  needsReply({ subject, text, channel, lang: null });

describe('customers who wait', () => {
  test.each([
    'Hallo, zijn jullie maandag open?',
    'is het mogelijk om de factuur op naam van mijn bedrijf te zetten',
    'Dag, de bestelling van vorige week is nog niet aangekomen.',
    'Mijn wasmachine geeft error 5 en pompt niet af.',
    'Ik moet helaas afzeggen voor vrijdag',
    'Ik kreeg een aanmaning maar heb al betaald op 3 maart.',
    'nog geen reactie gekregen op mijn mail van vorige week',
    'Our heating stopped working this morning, please call asap',
    'Pouvez-vous me rappeler ?',
    '??',
  ])('%s', (text) => {
    expect(judge(text).needsReply).toBe(true);
  });
});

describe('messages that want nothing', () => {
  test.each([
    'Top, bedankt voor de snelle service',
    'Dag Sofie, bedankt voor de info, zo kunnen we verder. Groetjes, Tom',
    'Uw afspraak is bevestigd op 12 mei om 14u. Dit is een automatisch bericht.',
    'Bedankt voor uw bestelling. Uw pakket wordt morgen geleverd.',
    'Ter info: de straat is dinsdag afgesloten. U hoeft niets te doen.',
    'If you have any questions, please contact our help desk.',
    'Haha top',
  ])('%s', (text) => {
    expect(judge(text).needsReply).toBe(false);
  });
});

test('somebody who left a form or a voicemail is waiting, whatever he said', () => {
  expect(judge('Piet, 0612345678', 'voicemail').needsReply).toBe(true);
});
test('the weights of the reasons add up to the odds of the score', () => {
  const { score, reasons } = judge('Kan het vrijdag? Het is dringend.');
  const odds = reasons.reduce((sum, { weight }) => sum + weight, 0);
  expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(score, 2);
  expect(reasons.map(({ name }) => name)).toContain('is in a hurry');
});
test('what the desk learned is added to what was fitted', () => {
  const message = { subject: '', text: 'Wij leveren woensdag.', channel: 'email', lang: null } as const;
  const plain = needsReply(message).score;
  const asks = { subject: '', text: 'Lukt dat woensdag?', channel: 'email', lang: null } as const;
  expect(needsReply(message, { 'asks a question': -1 }).score).toBe(plain);
  expect(needsReply(asks, { 'asks a question': -1 }).score).toBeLessThan(needsReply(asks).score);
});
test('our own question below does not make the customer ask', () => {
  expect(judge('Akkoord, bedankt.\n\nOp 12-05-2025 om 10:12 schreef Wij <w@v.nl>:\n> Past dinsdag?').needsReply).toBe(
    false,
  );
});
