import { assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packUids, unpackUids } from './uid-set.ts';

describe('a set of UIDs', () => {
  it('is written ascending, neighbours as a range', () => {
    expect(packUids([9, 3, 1, 2, 3])).toBe('1:3,9');
  });

  it('comes back as it was', () => {
    assert(
      property(uniqueArray(integer({ min: 1, max: 5_000 })), (uids) => {
        expect(unpackUids(packUids(uids), 10_000)).toEqual(uids.toSorted((a, b) => a - b));
      }),
    );
  });

  it('may be written downwards by a server', () => {
    expect(unpackUids('5:3,1', 100)).toEqual([1, 3, 4, 5]);
  });

  it.each(['1:*', 'a', '0', '1,,2', '4294967296', '-1'])('%s is none', (set) => {
    expect(unpackUids(set, 100)).toBeNull();
  });

  it('of four billion in a few bytes is refused', () => {
    expect(unpackUids('1:4294967295', 2_000_000)).toBeNull();
  });
});
