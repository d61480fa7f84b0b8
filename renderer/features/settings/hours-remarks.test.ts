import { describe, expect, test } from 'vitest';
import { hoursRemarks } from './hours-remarks.ts';

describe('the hours of a day', () => {
  test('pass without a word when they follow one another, in whatever order they were written', () => {
    expect(
      hoursRemarks([
        ['13:30', '17:30'],
        ['09:00', '12:30'],
      ]),
    ).toEqual([]);
    expect(
      hoursRemarks([
        ['09:00', '12:00'],
        ['12:00', '24:00'],
      ]),
    ).toEqual([]);
  });

  test('that end before they begin are read as past midnight', () => {
    expect(hoursRemarks([['17:00', '02:00']])).toEqual([{ kind: 'past-midnight', from: '17:00', until: '02:00' }]);
  });

  test('that begin and end at once are no hours', () => {
    expect(hoursRemarks([['09:00', '09:00']])).toEqual([{ kind: 'empty', at: '09:00' }]);
  });

  test('that overlap are said to, also when one lies within another or runs past midnight', () => {
    expect(
      hoursRemarks([
        ['09:00', '18:00'],
        ['10:00', '11:00'],
        ['12:00', '13:00'],
      ]),
    ).toEqual([{ kind: 'overlap' }]);
    expect(
      hoursRemarks([
        ['20:00', '02:00'],
        ['22:00', '23:00'],
      ]),
    ).toContainEqual({ kind: 'overlap' });
  });
});
