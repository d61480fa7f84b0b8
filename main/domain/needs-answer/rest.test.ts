import { describe, expect, it, test } from 'vitest';
import { labelledMessages } from '../../../tests/scores/labelled-messages.ts';
import { LANGUAGES } from '../conversation/message.ts';
import { readAnswer } from './needs-reply.ts';
import type { Rest } from './rest.ts';

const restOfText = (text: string, channel = 'email', subject = ''): Rest | null =>
  readAnswer({ subject, text, channel }).rests;

describe('set apart by itself, with the words that show why', () => {
  test.each([
    ['Bedankt!', 'closer'],
    ['👍', 'closer'],
    ['thanks!', 'closer'],
    ['merci beaucoup !', 'closer'],
    ['Dank je wel, de taart was heerlijk. Tot volgende keer!', 'closer'],
    ['Ter info: dinsdag leveren wij de nieuwe kalenders af. U hoeft niets te doen.', 'informs'],
  ])('%s', (text, because) => {
    expect(restOfText(text)?.because).toBe(because);
    expect(restOfText(text)?.words).not.toBe('');
  });
});

describe('stays in the queue, as somebody waits or may do so', () => {
  test.each([
    'Bedankt! Hoe laat kan ik komen?',
    'Bedankt, en kan het ook zaterdag',
    'Top, alleen werkt de link niet.',
    'Dank je wel. Graag nog een factuur.',
    'thanks, but it still leaks',
    'Merci, vous fermez à quelle heure',
    'ok dan kom ik 3 uur',
    'Akkoord met de offerte, u mag bestellen.',
    'Bedankt, we laten het volgende week weten.',
    'Ter info: ik kan donderdag niet komen.',
    'Wij leveren woensdag.',
    'Bedankt, wanneer komt het',
    'ok is morgen ook goed',
    'prima, komt u dan vrijdag',
    'thanks and when does it arrive',
    'Mahalo nui loa',
    // What stands behind the thanks.
    'Bedankt, dan de groene',
    'Bedankt, zonder ui',
    'Bedankt, laat iets horen',
    'Dank u, ik hoor het wel',
    "Magnifique, j'en veux un",
    'Merci, alors la verte',
    'Bedankt, tot vrijdag om tien uur bij ons thuis',
    // No thanks at all.
    'Dank voor niks',
    'Thanks for nothing',
    'Nee bedankt',
    'Thanks in advance',
    'Akkoord',
    'Akkoord met de offerte van dinsdag.',
    "Merci d'avance",
    '😡',
    '👎',
    // Told, but to be seen.
    'Ter info: wij komen een dag later',
    'U hoeft niets te doen, maar wij willen ons geld',
    'unsubscribe',
  ])('%s', (text) => {
    expect(restOfText(text)).toBeNull();
  });
  it('whatever was typed in a form', () => {
    expect(restOfText('Bedankt!', 'webform')).toBeNull();
  });
});

it('tells a yes from thanks: it may be the answer to a question of ours', () => {
  expect(restOfText('Ok, prima')?.isYes).toBe(true);
  expect(restOfText('Bedankt!')?.isYes).toBe(false);
});

it('no thanks put before a message of somebody who waits hides him', () => {
  const waiting = LANGUAGES.flatMap((language) => labelledMessages(language, 'build')).filter(
    // "Bedankt, hallo" is one who only thanks.
    ({ label, text }) => label === '+' && text !== 'Hallo',
  );
  const hidden = waiting.flatMap(({ text, subject, channel }) =>
    ['Bedankt, ', 'Ok ', 'Top! ', 'Thanks, ', 'Merci, ', '👍 ', 'Bedankt voor de reactie en ']
      .filter((before) => restOfText(`${before}${text}`, channel, subject) !== null)
      .map((before) => `${before}${text}`),
  );
  expect(hidden).toEqual([]);
});
