import { describe, expect, it } from 'vitest';
import { isFiled } from './arrivals.ts';

describe('mail that is met for the first time', () => {
  it.each([
    ['inbox', ['\\Seen'], false],
    ['inbox', [], false],
    ['archive', [], true],
    ['all', [], true],
    ['sent', ['\\Seen'], true],
    [null, ['\\Seen'], true],
    // A rule of the server may have put it there before anybody saw it.
    [null, [], false],
  ] as const)('in %s with %j was filed: %s', (role, flags, expected) => {
    expect(isFiled({ role }, flags)).toBe(expected);
  });
});
