import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { asksForCanned, markedPieces } from './fields.ts';

describe('fields that are still empty', () => {
  test('are painted by their braces, as the outbox sees them', () => {
    const painted = (text: string) => markedPieces(text).filter(({ isField }) => isField);
    expect(painted('Dag {{klant.voornaam}}, tot {{?Wanneer}}.').map(({ text }) => text)).toEqual([
      '{{klant.voornaam}}',
      '{{?Wanneer}}',
    ]);
    expect(painted('{{ }en {los}')).toEqual([]);
  });

  test('never cost a character of the text that is painted behind them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{', '}}', 'a', '\n', ' ', '{{b}}')), (parts) => {
        const text = parts.join('');
        expect(
          markedPieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('a slash', () => {
  test('asks for a saved reply at the start of a line and after a space, not inside a word', () => {
    expect(asksForCanned('', 0)).toBe(true);
    expect(asksForCanned('Dag\n', 4)).toBe(true);
    expect(asksForCanned('Dag ', 4)).toBe(true);
    expect(asksForCanned('en', 2)).toBe(false);
  });
});
