import { describe, expect, test } from 'vitest';
import { closureRemarks } from './closure-remarks.ts';

const closure = (from: string, until: string) => ({ from, until, note: '' });

describe('closing days', () => {
  test('pass without a word when they stand apart', () => {
    expect(closureRemarks([closure('2026-07-01', '2026-07-14'), closure('2026-07-15', '2026-07-15')])).toEqual([
      null,
      null,
    ]);
  });
  test('that end before they begin are said to count for nothing', () => {
    expect(closureRemarks([closure('2026-07-14', '2026-07-01')])).toEqual([{ kind: 'reversed' }]);
  });
  test('of ten years are asked about', () => {
    expect(closureRemarks([closure('2026-07-01', '2036-07-01')])).toEqual([{ kind: 'long', years: 10 }]);
  });
  test('that fall together are said to, both', () => {
    expect(closureRemarks([closure('2026-07-01', '2026-07-14'), closure('2026-07-14', '2026-07-20')])).toEqual([
      { kind: 'overlap' },
      { kind: 'overlap' },
    ]);
  });
});
