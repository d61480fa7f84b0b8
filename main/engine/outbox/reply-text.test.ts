import { describe, expect, it } from 'vitest';
import { attribution, passedOnHead, type Quoted } from './reply-text.ts';

const quoted: Quoted = {
  from: { name: 'Jan Peeters', address: 'jan@peeters.example' },
  at: Date.UTC(2026, 4, 26, 7, 12),
  text: 'Dag,\n\nIs het klaar?\n> eerder\n',
};
describe('the words around a quote', () => {
  it.each([
    ['nl', 'Op di 26 mei 2026 om 09:12 schreef Jan Peeters <jan@peeters.example>:'],
    ['en', 'On Tue, 26 May 2026 at 09:12, Jan Peeters <jan@peeters.example> wrote:'],
    ['fr', 'Le mar. 26 mai 2026 à 09:12, Jan Peeters <jan@peeters.example> a écrit :'],
    ['de', 'Am Di., 26. Mai 2026 um 09:12 schrieb Jan Peeters <jan@peeters.example>:'],
  ] as const)('say in %s who wrote', (language, line) => {
    expect(attribution(quoted, language, 'Europe/Brussels')).toBe(line);
  });

  it('do not name an address twice', () => {
    const nameless = { ...quoted, from: { name: 'jan@peeters.example', address: 'jan@peeters.example' } };
    expect(attribution(nameless, 'nl', 'Europe/Brussels')).toContain('schreef <jan@peeters.example>:');
  });

  it('say of what is passed on whose it is, and nothing that is not there', () => {
    const passedOn = {
      ...quoted,
      to: [{ name: '', address: 'els@winkel.example' }],
      cc: [],
      subject: 'Offerte\nBcc: x',
    };
    expect(passedOnHead(passedOn, 'nl', 'Europe/Brussels')).toBe(
      [
        '---------- Doorgestuurd bericht ----------',
        'Van: Jan Peeters <jan@peeters.example>',
        'Datum: dinsdag 26 mei 2026 om 09:12',
        'Onderwerp: Offerte Bcc: x',
        'Aan: els@winkel.example',
      ].join('\n'),
    );
    expect(passedOnHead(passedOn, 'en', 'Europe/Brussels').split('\n')[0]).toBe(
      '---------- Forwarded message ----------',
    );
  });
});
