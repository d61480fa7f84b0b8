import { describe, expect, it } from 'vitest';
import { assert, constantFrom, property, stringMatching } from 'fast-check';
import { phoneNumber, shownPhone } from './phone-number.ts';

describe('a number is the same however it is written', () => {
  it.each([
    ['06 12 34 56 78', '+31612345678'],
    ['06-12345678', '+31612345678'],
    ['0612345678', '+31612345678'],
    ['+31 6 12345678', '+31612345678'],
    ['+31 (0)6 12 34 56 78', '+31612345678'],
    ['+31 06 12345678', '+31612345678'],
    ['0031 6 1234 5678', '+31612345678'],
    ['31612345678', '+31612345678'],
    ['612345678', '+31612345678'],
    ['tel:+31612345678', '+31612345678'],
    ['020 – 123 45 67', '+31201234567'],
    ['(0411) 12 34 56', '+31411123456'],
    ['+32 471 12 34 56', '+32471123456'],
    ['0032 471/12.34.56', '+32471123456'],
    ['32471123456', '+32471123456'],
    ['02 123 45 67', '+3221234567'],
    ['015/12.34.56', '+3215123456'],
    ['+49 151 23456789', '+4915123456789'],
    ['00352 621 123 456', '+352621123456'],
  ])('%s', (written, number) => {
    expect(phoneNumber(written, 'NL')).toBe(number);
  });
  it('of a Belgian mobile phone is one in Belgium, and one of Roermond in the Netherlands', () => {
    expect(phoneNumber('0475/12.34.56', 'BE')).toBe('+32475123456');
    expect(phoneNumber('0475 12 34 56', 'NL')).toBe('+31475123456');
  });
  it('stays Dutch at a Belgian desk where Belgium has no such number, and the other way round', () => {
    expect(phoneNumber('06 12 34 56 78', 'BE')).toBe('+31612345678');
    expect(phoneNumber('09 123 45 67', 'NL')).toBe('+3291234567');
  });
});

describe('what is no number', () => {
  it.each([
    '',
    '112',
    '06 1234',
    'jan@peeters.be',
    '06 12 34 56 78 (werk)',
    '+31 6 123',
    '+0123456789',
    '2026-0045',
    '1234567890123456',
  ])('"%s"', (written) => {
    expect(phoneNumber(written, 'NL')).toBeNull();
  });
});

describe('a number as it is shown', () => {
  it.each([
    ['+31612345678', '+31 6 12 34 56 78'],
    ['+31201234567', '+31 20 123 4567'],
    ['+31411123456', '+31 411 12 34 56'],
    ['+32471123456', '+32 471 12 34 56'],
    ['+3221234567', '+32 2 123 45 67'],
    ['+3215123456', '+32 15 12 34 56'],
    ['+4915123456789', '+4915123456789'],
  ])('%s', (number, shown) => {
    expect(shownPhone(number)).toBe(shown);
  });
  it('is read back as the same number, at home and abroad', () => {
    const digits = stringMatching(/^(?:31[1-9]\d{8}|32(?:4[5-9]\d{7}|[1-9]\d{7})|49\d{7,12})$/);
    assert(
      property(digits, constantFrom('NL' as const, 'BE' as const), (number, home) => {
        expect(phoneNumber(shownPhone(`+${number}`), home)).toBe(`+${number}`);
      }),
    );
  });
});
