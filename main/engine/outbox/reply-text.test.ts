import { describe, expect, it } from 'vitest';
import { attribution, replyText, type Quoted } from './reply-text.ts';

const quoted: Quoted = {
  from: { name: 'Jan Peeters', address: 'jan@peeters.example' },
  at: Date.UTC(2026, 4, 26, 7, 12),
  text: 'Dag,\n\nIs het klaar?\n> eerder\n',
};
const answer = { text: 'Ja hoor.\n', signature: '', quoted, language: 'nl', zone: 'Europe/Amsterdam' } as const;

describe('the words of an answer', () => {
  it('stand above the signature and what they answer', () => {
    expect(replyText({ ...answer, signature: 'Els\nDe Winkel\n' })).toBe(
      [
        'Ja hoor.',
        '',
        '-- ',
        'Els',
        'De Winkel',
        '',
        'Op di 26 mei 2026 om 09:12 schreef Jan Peeters <jan@peeters.example>:',
        '> Dag,',
        '>',
        '> Is het klaar?',
        '>> eerder',
        '',
      ].join('\n'),
    );
  });

  it('go alone when there is nothing to quote', () => {
    expect(replyText({ ...answer, quoted: { ...quoted, text: ' \n' } })).toBe('Ja hoor.\n');
  });

  it('quote a long story only in part', () => {
    const text = replyText({ ...answer, quoted: { ...quoted, text: 'regel\n'.repeat(50_000) } });
    expect(text.length).toBeLessThan(100_000);
    expect(text.endsWith('> [...]\n')).toBe(true);
  });

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
});
