import { assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCode, Retry } from '../../../contract/errors.ts';
import { backOffMs, needsOwner } from './back-off.ts';

const failure = (code: ErrorCode, retry: Retry = 'auto') => ({ code, retry, detail: '' });

describe('the wait before the next attempt', () => {
  it('begins at two seconds for a lost line and doubles', () => {
    const waits = [1, 2, 3, 4].map((failures) => backOffMs(failure('connection-lost'), failures, 0.5));
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
  });

  it('is never under half a minute for a server that asked for peace, nor after a refused sign-in', () => {
    assert(
      property(integer({ min: 1, max: 50 }), double({ min: 0, max: 0.999, noNaN: true }), (failures, fraction) => {
        expect(backOffMs(failure('server-busy', 'after'), failures, fraction)).toBeGreaterThanOrEqual(30_000);
        expect(backOffMs(failure('wrong-password', 'user'), failures, fraction)).toBeGreaterThanOrEqual(30_000);
      }),
    );
  });

  it('is never over half an hour', () => {
    assert(
      property(integer({ min: 1, max: 5_000 }), double({ min: 0, max: 0.999, noNaN: true }), (failures, fraction) => {
        expect(backOffMs(failure('timeout'), failures, fraction)).toBeLessThanOrEqual(30 * 60_000);
      }),
    );
  });

  it('is a few minutes at most for what is wrong on this side: a hotel lets us out without a word', () => {
    expect(backOffMs(failure('tls-other-host', 'user'), 50, 0.999)).toBeLessThanOrEqual(150_000);
    expect(backOffMs(failure('not-a-mail-server'), 50, 0.5)).toBe(120_000);
  });

  it('is as long as the server asked for, if that is longer', () => {
    expect(backOffMs({ ...failure('server-busy', 'after'), afterMs: 300_000 }, 1, 0.5)).toBe(300_000);
  });
});

describe('the owner is asked', () => {
  it('after the second refused sign-in', () => {
    expect(needsOwner(failure('wrong-password', 'user'), 1)).toBe(false);
    expect(needsOwner(failure('wrong-password', 'user'), 2)).toBe(true);
  });

  it('at once for what only he can mend', () => {
    expect(needsOwner(failure('password-missing', 'user'), 0)).toBe(true);
    expect(needsOwner(failure('app-password-needed', 'user'), 1)).toBe(true);
    expect(needsOwner(failure('web-sign-in-first', 'user'), 1)).toBe(true);
    expect(needsOwner(failure('sign-in-by-browser-needed', 'user'), 0)).toBe(true);
  });

  it('not for a line that is down, or a certificate that a hotel network breaks', () => {
    expect(needsOwner(failure('offline'), 0)).toBe(false);
    expect(needsOwner(failure('tls-certificate', 'user'), 0)).toBe(false);
  });
});
