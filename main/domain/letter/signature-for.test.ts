import { describe, expect, test } from 'vitest';
import { signatureFor } from './signature-for.ts';

const signatures = [
  { address: null, language: null, text: 'alle' },
  { address: null, language: 'en', text: 'Engels' },
  { address: 'werf@claes.be', language: null, text: 'werf' },
  { address: 'werf@claes.be', language: 'fr', text: 'chantier' },
] as const;

describe('the signature below a letter', () => {
  test.each([
    ['info@claes.be', 'nl', 'alle'],
    ['info@claes.be', 'en', 'Engels'],
    ['info@claes.be', null, 'alle'],
    ['Werf@Claes.be', 'fr', 'chantier'],
    ['werf@claes.be', 'en', 'werf'],
  ] as const)('from %s to somebody who writes %s', (address, language, text) => {
    expect(signatureFor(signatures, address, language)).toBe(text);
  });

  test('is none where none fits', () => {
    expect(signatureFor(signatures.slice(2), 'info@claes.be', 'fr')).toBe('');
  });
});
