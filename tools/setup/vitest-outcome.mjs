// A reporter for Vitest that writes what became of a run to the file that BALIE_TEST_OUTCOME names. Its own JSON report leaves out
// the hooks that threw and the errors outside any test, which are what one looks for when a run fails and no test did.
import { writeFileSync } from 'node:fs';

/** @typedef {import('./test-counts.mjs').Outcome} Outcome */
/** @typedef {import('./test-counts.mjs').Failure} Failure */
/** @typedef {{ readonly message: string, readonly stack?: string }} Thrown */
/** @typedef {{ readonly fullName: string, readonly result: () => { readonly state: string, readonly errors?: readonly Thrown[] | undefined } }} Test */
/** @typedef {{ readonly fullName: string, readonly errors: () => readonly Thrown[] }} Suite */
/** @typedef {{ readonly relativeModuleId: string, readonly errors: () => readonly Thrown[],
 *   readonly children: { readonly allTests: () => Iterable<Test>, readonly allSuites: () => Iterable<Suite> } }} File */

export default class OutcomeReporter {
  /** @param {readonly File[]} files @param {readonly Thrown[]} stray */
  onTestRunEnd(files, stray) {
    const file = process.env.BALIE_TEST_OUTCOME;
    if (file !== undefined) writeFileSync(file, JSON.stringify(outcomeOf(files, stray)));
  }
}

/** @param {readonly File[]} files @param {readonly Thrown[]} stray errors outside any test @returns {Outcome} */
export function outcomeOf(files, stray) {
  let passed = 0;
  let skipped = 0;
  /** @type {Failure[]} */
  const failures = [];
  const fail = (/** @type {string} */ test, /** @type {readonly Thrown[]} */ errors) =>
    failures.push({ test, message: errors.map(inWords).join('\n') });
  for (const file of files) {
    for (const test of file.children.allTests()) {
      const { state, errors = [] } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'skipped') skipped += 1;
      // Also one that never ended, as when its process died.
      else fail(`${file.relativeModuleId} > ${test.fullName}`, errors);
    }
    for (const suite of file.children.allSuites())
      if (suite.errors().length > 0) fail(`${file.relativeModuleId} > ${suite.fullName}`, suite.errors());
    if (file.errors().length > 0) fail(file.relativeModuleId, file.errors());
  }
  for (const error of stray) fail('outside any test', [error]);
  return { passed, failed: failures.length, skipped, failures };
}

/** @param {Thrown} error the line where it was thrown helps more than the comparison below it */
function inWords({ message, stack = '' }) {
  const [first = '', ...rest] = message.split('\n');
  const at = stack.split('\n').find((line) => /^\s+at (?!.*(?:node_modules|node:))/.test(line));
  return [first, ...(at === undefined ? [] : [at.trim()]), ...rest].join('\n');
}
