import { describe, expect, it } from 'vitest';
import { findCommitments } from './find-commitments.ts';
import { saysOnlyPromises } from './only-promises.ts';

const isPutOff = (text: string, language: 'nl' | 'en' | 'fr' = 'nl'): boolean => {
  const found = findCommitments({
    text,
    sentAt: Date.parse('2026-05-13T10:20+02:00'),
    zone: 'Europe/Brussels',
    language,
  });
  return saysOnlyPromises(text, new Set(found.map(({ text: sentence }) => sentence)));
};

describe('an answer that only promises again', () => {
  it.each([
    ['Ik laat u vrijdag iets weten.', 'nl'],
    [
      'Dag Marleen,\n\nSorry, het is nog niet gelukt. Ik stuur u de offerte maandag.\n\nMet vriendelijke groet\nTom',
      'nl',
    ],
    ['Beste Jan,\n\nExcuses voor de vertraging, de leverancier laat op zich wachten. U hoort morgen van mij.', 'nl'],
    ["Hi Ann,\n\nSorry for the delay. I'll get back to you on Friday.\n\nKind regards\nTom", 'en'],
    ['Bonjour,\n\nDésolé pour le retard. Je vous envoie le devis lundi.\n\nCordialement\nTom', 'fr'],
  ] as const)('%j puts off', (text, language) => {
    expect(isPutOff(text, language)).toBe(true);
  });
  it.each([
    // The answer itself, with something to follow.
    'De kast kost 450 euro. Ik bel u vrijdag om een dag af te spreken.',
    'Dag Marleen,\n\nIn bijlage vindt u de offerte. Ik bel u vrijdag nog even.',
    'Ja, die fiets is er nog. Ik leg hem opzij en bel u morgen.',
    'Welke kleur had u graag? Ik stuur u morgen de offerte.',
    // No promise at all.
    'Sorry voor de vertraging.',
    'Bedankt!',
    '',
  ])('%j does not', (text) => {
    expect(isPutOff(text)).toBe(false);
  });
});
