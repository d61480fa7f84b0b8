import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../contract/errors.ts';
import { createSuspects } from './suspects.ts';

const broke = (code: ErrorCode = 'connection-lost') => ({ code, retry: 'auto' as const, detail: '' });

describe('who broke the connection', () => {
  it('is nobody after one break: lines are cut at any moment', () => {
    const suspects = createSuspects();
    suspects.blame(1, [5, 6], broke());
    expect(suspects.isSuspect(1, 5)).toBe(false);
  });

  it('is asked for alone after the second, and shown by a card after breaking it alone three times', () => {
    const suspects = createSuspects();
    suspects.blame(1, [5, 6], broke());
    suspects.blame(1, [5, 6], broke());
    expect([suspects.isSuspect(1, 5), suspects.isSuspect(1, 6), suspects.isSuspect(2, 5)]).toEqual([true, true, false]);
    suspects.clear(1, [6]);
    expect(suspects.isSuspect(1, 6)).toBe(false);
    for (const verdict of [null, null, 'not-fetched']) {
      suspects.blame(1, [5], broke());
      expect(suspects.verdict(1, 5)).toBe(verdict);
    }
  });

  it('a literal that is too large leaves no doubt', () => {
    const suspects = createSuspects();
    suspects.blame(1, [5, 6], broke('message-too-large'));
    expect(suspects.isSuspect(1, 5)).toBe(true);
    suspects.blame(1, [5], broke('message-too-large'));
    expect(suspects.verdict(1, 5)).toBe('too-large');
    expect(suspects.verdict(1, 6)).toBeNull();
  });

  it('unknown makes us list new mail first, until something came through', () => {
    const suspects = createSuspects();
    suspects.blameUnknown(1);
    expect(suspects.isWary(1)).toBe(true);
    suspects.clear(1, []);
    expect(suspects.isWary(1)).toBe(false);
  });
});
