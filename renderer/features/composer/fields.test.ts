import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { asksForCanned, fieldsIn } from './fields.ts';

describe('fields that are still empty', () => {
  test('are painted by their braces, as the outbox sees them', () => {
    const painted = (line: string) => fieldsIn(line).map(({ from, to }) => line.slice(from, to));
    expect(painted('Dag {{klant.voornaam}}, tot {{?Wanneer}}.')).toEqual(['{{klant.voornaam}}', '{{?Wanneer}}']);
    expect(painted('{{ }en {los}')).toEqual([]);
  });

  test('lie within the line, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{{', '}}', 'a', ' ', '{{b}}')), (parts) => {
        const line = parts.join('');
        let end = 0;
        for (const { from, to } of fieldsIn(line)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(line.slice(from, to)).toMatch(/^\{\{[^{}]+\}\}$/);
          end = to;
        }
      }),
    );
  });
});

describe('a slash', () => {
  test('asks for a saved reply at the start of a line and after a space, not inside a word', () => {
    expect(asksForCanned('')).toBe(true);
    expect(asksForCanned('Dag\n')).toBe(true);
    expect(asksForCanned('Dag ')).toBe(true);
    expect(asksForCanned('en')).toBe(false);
  });
});
