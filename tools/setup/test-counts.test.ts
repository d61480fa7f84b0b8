import { describe, expect, it } from 'vitest';
import { add, countPlaywright, countVitest, inWords } from './test-counts.mjs';

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });

describe('the sum of all tests', () => {
  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 1,
      testResults: [file('passed', 4), file('failed', 0)],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });
  it('does not count a failed test twice, by itself and by its file', () => {
    const report = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [file('failed', 1)] };
    expect(countVitest(report).failed).toBe(1);
  });
  it('counts an error outside any end-to-end test, and a flaky one, as failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: ['set-up'] };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });
  it('is one line', () => {
    const both = add({ passed: 1, failed: 0, skipped: 2 }, { passed: 10, failed: 1, skipped: 0 });
    expect(inWords(both)).toBe('11 passed, 1 failed, 2 skipped');
  });
});
