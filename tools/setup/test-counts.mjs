// Adds up what the test runners report, and names what failed. A file that could not even be loaded is a failure, not nothing; so is
// a hook that threw, and an error outside any test.

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */
/** @typedef {{ readonly test: string, readonly message: string }} Failure where it stands and what it is called; the runner's words */
/** @typedef {Counts & { readonly failures: readonly Failure[] }} Outcome */

/** @type {Outcome} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** @param {Outcome} a @param {Outcome} b @returns {Outcome} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

/** @param {string} test @param {string} message @returns {Outcome} */
export const oneFailure = (test, message) => ({ ...NOTHING, failed: 1, failures: [{ test, message }] });

/** @param {Counts} counts */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

// What fits, with the lines that follow it, in the eighty lines that are kept of a long log.
const TOLD_IN_FULL = 10;
const LINES_EACH = 4;
const LINE_LENGTH = 160;
// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001B\[[0-9;]*m/g;

/**
 * Every failed test by name, the first ones with how they failed. `.ci/run` finds these lines again by how they begin.
 * @param {readonly Failure[]} failures @returns {string}
 */
export function failedInWords(failures) {
  const lines = failures.flatMap(({ test, message }, index) => {
    const said = index < TOLD_IN_FULL ? message.replaceAll(COLOURS, '').split('\n') : [];
    const kept = said.filter((line) => line.trim() !== '').slice(0, LINES_EACH);
    return [`FAILED ${test}`, ...kept.map((line) => `  | ${line.slice(0, LINE_LENGTH)}`)];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Playwright's JSON report. A flaky test passed in the end and still counts as failed; there are no retries that could make one.
 * @typedef {{ readonly message?: string }} Said
 * @typedef {{ readonly title: string, readonly file: string, readonly tests: readonly { readonly status: string, readonly results: readonly { readonly error?: Said }[] }[] }} Spec
 * @typedef {{ readonly title: string, readonly specs: readonly Spec[], readonly suites?: readonly Suite[] }} Suite
 * @param {{ readonly stats: { readonly expected: number, readonly unexpected: number, readonly flaky: number, readonly skipped: number },
 *   readonly errors: readonly Said[], readonly suites: readonly Suite[] }} report
 * @returns {Outcome}
 */
export const countPlaywright = ({ stats, errors, suites }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
  failures: [
    ...suites.flatMap((suite) => failedIn(suite, [])),
    ...errors.map(({ message }) => ({ test: 'tests/e2e: outside any test', message: message ?? '' })),
  ],
});

/** @param {Suite} suite @param {readonly string[]} above @returns {readonly Failure[]} */
function failedIn(suite, above) {
  // The outermost suite is the file, which each spec names itself.
  const within = (suite.suites ?? []).flatMap((inner) => failedIn(inner, [...above, inner.title]));
  const own = suite.specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        test: [`tests/e2e/${file}`, ...above, title].join(' > '),
        message: results.find(({ error }) => error !== undefined)?.error?.message ?? '',
      })),
  );
  return [...own, ...within];
}
