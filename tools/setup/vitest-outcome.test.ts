import { describe, expect, it } from 'vitest';
import { outcomeOf } from './vitest-outcome.mjs';

const test = (state: string, ...messages: readonly string[]) => ({
  fullName: `box > ${state}`,
  result: () => ({ state, errors: messages.map((message) => ({ message })) }),
});
const suite = (...messages: readonly string[]) => ({
  fullName: 'box',
  errors: () => messages.map((message) => ({ message })),
});
const file = (
  tests: readonly ReturnType<typeof test>[],
  suites: readonly ReturnType<typeof suite>[] = [],
  errors: readonly { readonly message: string; readonly stack?: string }[] = [],
) => ({
  relativeModuleId: 'a.test.ts',
  errors: () => errors,
  children: { allTests: () => tests, allSuites: () => suites },
});

describe('what became of a run', () => {
  it('names the tests that failed, by file', () => {
    const outcome = outcomeOf([file([test('passed'), test('failed', 'no'), test('skipped')], [suite()])], []);
    expect(outcome).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: [{ test: 'a.test.ts > box > failed', message: 'no' }],
    });
  });
  it('counts a file that could not be loaded as a failure', () => {
    expect(outcomeOf([file([], [], [{ message: 'no such module' }])], []).failures).toEqual([
      { test: 'a.test.ts', message: 'no such module' },
    ]);
  });
  it('counts a hook that threw, which leaves its tests skipped', () => {
    const outcome = outcomeOf([file([test('skipped')], [suite('no server')])], []);
    expect(outcome.failed).toBe(1);
    expect(outcome.failures[0]?.test).toBe('a.test.ts > box');
  });
  it('counts a test that never ended, as when its process died', () => {
    expect(outcomeOf([file([test('pending')])], []).failed).toBe(1);
  });
  it('counts an error outside any test', () => {
    expect(outcomeOf([file([test('passed')])], [{ message: 'unhandled' }])).toMatchObject({ passed: 1, failed: 1 });
  });
  it('says where something was thrown before how the values differ', () => {
    const stack =
      'Error: 1 is not 2\n    at expect (/home/me/node_modules/vitest/a.js:1:1)\n    at /home/me/a.test.ts:7:3';
    const { failures } = outcomeOf([file([], [], [{ message: '1 is not 2\n- 1\n+ 2', stack }])], []);
    expect(failures[0]?.message).toBe('1 is not 2\nat /home/me/a.test.ts:7:3\n- 1\n+ 2');
  });
});
