import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { asksForCanned, markedPieces, openFields } from './fields.ts';

describe('fields that are still empty', () => {
  test('are found by their braces', () => {
    expect(openFields('Dag {{klant.voornaam}}, tot {{?Wanneer}}.')).toEqual(['{{klant.voornaam}}', '{{?Wanneer}}']);
  });

  test('are not seen in braces that close on another line', () => {
    expect(openFields('{{klant\nnaam}} en {los}')).toEqual([]);
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
