// Reads what the test runners report and adds it up. A file that could not even be loaded is a failure, not nothing.

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** @param {Counts} counts */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * Vitest's JSON report.
 * @param {{ readonly numPassedTests: number, readonly numFailedTests: number, readonly numPendingTests: number, readonly numTodoTests?: number,
 *   readonly testResults: readonly { readonly status: string, readonly assertionResults: readonly unknown[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/**
 * Playwright's JSON report. A flaky test passed in the end and still counts as failed; there are no retries that could make one.
 * @param {{ readonly stats: { readonly expected: number, readonly unexpected: number, readonly flaky: number, readonly skipped: number },
 *   readonly errors: readonly unknown[] }} report
 * @returns {Counts}
 */
export const countPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
});
