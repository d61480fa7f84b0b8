import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { numberForms, numbersIn } from './number-forms.ts';

it.each([
  ['IBAN BE68 5390 0754 7034.', 'be68539007547034'],
  ['NL91 ABNA 0417 1643 00', 'nl91abna0417164300'],
  ['tel 0479 12 34 56 of 0479/12.34.56', '0479123456'],
  ['+32 (0)479 12 34 56', '32479123456 0479123456'],
  ['+31612345678', '31612345678 0612345678'],
  ['0031 6 12345678', '31612345678 0612345678 12345678'],
  ['(015) 20 30 40', '015203040'],
  ['bestelling 2026-0045', '20260045'],
  ['bestelling 2026-0045 12 stuks', '2026004512 20260045'],
  ['0479 12 34 56 2 stuks', '04791234562 0479123456'],
  ['factuur F-2026/0118', '20260118'],
])('%s is also found as %s', (text, forms) => {
  expect(numberForms(text)).toBe(forms);
});
it.each(['op 12-05-2026 om 10.30', '2026-05-12', '1.250,00 euro', 'kamer 12 a 4', 'maat 40 x 60', '20260045'])(
  '%s has no other form: it is a date, an amount, or in one piece already',
  (text) => {
    expect(numberForms(text)).toBe('');
  },
);
it('says where each stands', () => {
  const text = 'Stort op BE68 5390 0754 7034 aub';
  expect(numbersIn(text).map(({ from, until }) => text.slice(from, until))).toEqual(['BE68 5390 0754 7034']);
});
it('makes of any text a limited number of closed forms', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const form of numberForms(text).split(' ')) expect(form).toMatch(/^[0-9a-z]{0,34}$/);
    }),
  );
  expect(numberForms('100 200 '.repeat(10_000)).length).toBeLessThan(10_000);
});
