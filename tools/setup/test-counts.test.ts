import { describe, expect, it } from 'vitest';
import { add, countPlaywright, failedInWords, inWords, NOTHING, oneFailure } from './test-counts.mjs';

const spec = (title: string, status: string, message?: string) => ({
  title,
  file: 'app.spec.ts',
  tests: [{ status, results: [message === undefined ? {} : { error: { message } }] }],
});

describe('the sum of all tests', () => {
  it('counts an error outside any end-to-end test, and a flaky one, as failures', () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'set-up' }],
      suites: [],
    };
    expect(countPlaywright(report)).toMatchObject({ passed: 5, failed: 3, skipped: 2 });
  });
  it('is one line', () => {
    const both = add({ ...NOTHING, passed: 1, skipped: 2 }, { ...oneFailure('a', ''), passed: 10 });
    expect(inWords(both)).toBe('11 passed, 1 failed, 2 skipped');
  });
});

describe('the names of what failed', () => {
  it('say where an end-to-end test stands, and what it ended on', () => {
    const inner = { title: 'the tray', specs: [spec('warns', 'unexpected', 'no tray')] };
    const file = { title: 'app.spec.ts', specs: [spec('opens', 'expected')], suites: [inner] };
    const report = { stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }, errors: [], suites: [file] };
    expect(countPlaywright(report).failures).toEqual([
      { test: 'tests/e2e/app.spec.ts > the tray > warns', message: 'no tray' },
    ]);
  });
  it('come with the first lines of the message, without its colours', () => {
    const message = '\u001B[31mexpected 1\u001B[39m\n\nto be 2\n at a\n at b\n at c';
    expect(failedInWords([{ test: 'x.test.ts > adds', message }])).toBe(
      'FAILED x.test.ts > adds\n  | expected 1\n  | to be 2\n  |  at a\n  |  at b\n',
    );
  });
  it('stay within what is kept of a long log', () => {
    const failures = Array.from({ length: 20 }, (_, index) => ({ test: `test ${index}`, message: 'a\n'.repeat(40) }));
    const lines = failedInWords(failures).split('\n');
    expect(lines.length).toBeLessThan(65);
    expect(lines.filter((line) => line.startsWith('FAILED '))).toHaveLength(20);
  });
});
