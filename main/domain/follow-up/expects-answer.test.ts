import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signalsOfAnswer } from './expects-answer.ts';

const asked = (text: string): readonly string[] => signalsOfAnswer({ text }).asks.map(({ words }) => words);

describe('an answer of ours', () => {
  it('is watched for what it asks, in our own words', () => {
    expect(asked('Dag Jan,\n\nDat kan. Welke kleur wenst u voor de deur?\n\nGroeten, An')).toEqual([
      'Welke kleur wenst u voor de deur?',
    ]);
  });
  it('asks nothing by the question of the customer that it quotes', () => {
    const text = 'Ja hoor, tot morgen.\n\nOp 12 mei 2026 om 10:00 schreef Jan:\n> Kan ik morgen langskomen?';
    expect(asked(text)).toEqual([]);
  });
  it('asks nothing by the courtesies below it', () => {
    expect(asked('Uw fiets is klaar.\n\nHebt u nog vragen? Aarzel niet om te bellen.\n\nMvg, An')).toEqual([]);
  });
  it('asks when a real question stands beside a courtesy', () => {
    expect(asked('Past maandag? Laat gerust weten als er nog iets is.')).toEqual(['Past maandag?']);
  });
  it('is cut to a line where the question is a whole story', () => {
    const [words = ''] = asked(`Kunt u mij zeggen of ${'de oude kast in de gang '.repeat(12)}weg mag?`);
    expect(words.length).toBeLessThanOrEqual(120);
  });
  it('may hold anything at all', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 400 }), (text) => signalsOfAnswer({ text }).asks.length <= 1),
    );
  });
});
