import { expect, test } from 'vitest';
import { parseParams } from './header-params.ts';

const nameIn = (header: string): string | undefined => parseParams(header).params['filename'];

test.each([
  ['attachment; filename="plan.pdf"', 'plan.pdf'],
  ['ATTACHMENT; FILENAME=plan.pdf', 'plan.pdf'],
  ['attachment; filename=mijn plan.pdf', 'mijn plan.pdf'],
  ["attachment; filename*=utf-8''factuur%20%E2%82%AC.pdf", 'factuur €.pdf'],
  ['attachment; filename*1="b.pdf"; filename*0="a"', 'ab.pdf'],
  ["attachment; filename*0*=utf-8''%E2%82; filename*1*=%AC.pdf", '€.pdf'],
  ["attachment; filename=oud.pdf; filename*=utf-8''nieuw.pdf", 'nieuw.pdf'],
  ['attachment; filename="=?UTF-8?B?cmXDvG5pZS5wZGY=?="', 'reünie.pdf'],
  ['attachment; filename="5" pijp.pdf"; size=3', '5" pijp.pdf'],
  ['attachment; filename="zegt \\"hoi\\".txt"', 'zegt "hoi".txt'],
  ['attachment; filename="C:\\TEMP\\plan.pdf"', 'C:\\TEMP\\plan.pdf'],
  ['attachment;;; = ;; filename="plan.pdf"', 'plan.pdf'],
])('%s names %s', (header, name) => {
  expect(nameIn(header)).toBe(name);
});

test('the value comes in lower case, without comments and blanks', () => {
  expect(parseParams(' Text/PLAIN (plain) ; charset= "us-ascii"')).toEqual({
    value: 'text/plain',
    params: { charset: 'us-ascii' },
  });
});

test('a boundary keeps its blanks and colons, and the first of two charsets counts', () => {
  expect(parseParams('multipart/mixed; boundary="-- a:b --"').params['boundary']).toBe('-- a:b --');
  expect(parseParams('text/plain; charset=utf-8; charset=latin1').params['charset']).toBe('utf-8');
});
