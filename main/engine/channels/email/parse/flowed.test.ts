import { expect, test } from 'vitest';
import { unflow } from './flowed.ts';

test('flowing lines are joined, quotes keep their marks, the signature stands apart', () => {
  expect(unflow('Dit is een \nlange zin.\n> een \n> citaat\nslot \n-- \nJan', false)).toBe(
    'Dit is een lange zin.\n> een citaat\nslot \n-- \nJan',
  );
});
test('with delsp the blank at the break is no letter of the text', () => {
  expect(unflow('こん \nにちは', true)).toBe('こんにちは');
});
test('a stuffed blank at the start is taken away again', () => {
  expect(unflow(' From hier\n > geen citaat', false)).toBe('From hier\n> geen citaat');
});
