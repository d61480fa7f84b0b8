// `npm test`: sets everything up and runs all tests: unit tests, the window on invented data in a real browser, tests against real
// servers, the app end to end. `npm test -- unit window real e2e` runs only those named. Where the machine lacks something the tests that need it are skipped and a
// line says so; with CI=true that is a failure. The last line adds everything up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { at, root } from '../build/paths.mjs';
import { ensureBuilt } from './built-app.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { CHROMIUM_REMEDY, hasChromium, hasDisplay, hasProgram } from './machine.mjs';
import { nodeForApp } from './node-for-app.mjs';
import { ensurePackages } from './packages.mjs';
import { runMain, say, StepFailed } from './say.mjs';
import { add, countPlaywright, failedInWords, inWords, NOTHING, oneFailure } from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Outcome} Outcome */

const PARTS = ['unit', 'window', 'real', 'e2e'];
const isCi = process.env.CI === 'true' || process.env.CI === '1';

/**
 * Something is not here: a line now, and a failure on the build server.
 * @param {string} what @param {string} remedy @returns {Outcome}
 */
function missing(what, remedy) {
  say(`${what} ${remedy}`);
  return isCi ? oneFailure(what, remedy) : NOTHING;
}

/**
 * Runs a test runner that writes a report; without a readable report its whole run counts as one failure.
 * @param {string} part @param {string} file @param {readonly string[]} args @param {NodeJS.ProcessEnv} env @param {string} report
 * @param {(report: never) => Outcome} count @returns {Outcome}
 */
function runTests(part, file, args, env, report, count) {
  const { status, signal } = spawnSync(file, args, { cwd: root, env, stdio: 'inherit' });
  const outcome = existsSync(report) ? count(/** @type {never} */ (JSON.parse(readFileSync(report, 'utf8')))) : NOTHING;
  if (status === 0 || outcome.failed > 0) return outcome;
  // A runner that gives up before or after its report was written must not look good.
  const how = signal === null ? `with exit code ${status}` : `by ${signal}`;
  return add(outcome, oneFailure(`the ${part} tests`, `Their runner ended ${how}; its own lines say why.`));
}

/** @param {string} node @param {string} project @param {NodeJS.ProcessEnv} env @param {string} folder */
function runVitest(node, project, env, folder) {
  const report = join(folder, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    `--reporter=${at('tools/setup/vitest-outcome.mjs')}`,
  ];
  const own = { ...env, BALIE_TEST_OUTCOME: report };
  return runTests(project, node, [at('node_modules/vitest/vitest.mjs'), ...args], own, report, (outcome) => outcome);
}

/** @param {string} node @param {NodeJS.ProcessEnv} env @param {string} folder @returns {Outcome} */
function runWindow(node, env, folder) {
  if (hasChromium()) return runVitest(node, 'window', env, folder);
  const list = [at('node_modules/vitest/vitest.mjs'), 'list', '--project', 'window'];
  const listed = spawnSync(node, list, { cwd: root, env, encoding: 'utf8' });
  const skipped = listed.stdout.split('\n').filter((line) => line.includes(' > ')).length;
  const what = 'Tests of the window are skipped: no Chromium, Chrome, Edge or Brave.';
  return add(missing(what, CHROMIUM_REMEDY), { ...NOTHING, skipped });
}

/** @param {string} node @param {NodeJS.ProcessEnv} env @param {string} folder @returns {Promise<Outcome>} */
async function runEndToEnd(node, env, folder) {
  const cli = at('node_modules/@playwright/test/cli.js');
  const args = ['test', '-c', at('tests/e2e/playwright.config.ts')];
  const isElectron = (await electronRuntime({ isInsisted: false })).kind === 'there';
  const canShow = hasDisplay() || hasProgram('xvfb-run');
  if (isElectron ? !canShow : !hasChromium()) {
    const what = isElectron
      ? 'The end-to-end tests are skipped: no display.'
      : 'The end-to-end tests are skipped: no Chromium, Chrome, Edge or Brave.';
    const remedy = isElectron ? 'Install Xvfb (Debian, Ubuntu: sudo apt install xvfb).' : CHROMIUM_REMEDY;
    const listed = spawnSync(node, [cli, ...args, '--list'], { cwd: root, env, encoding: 'utf8' });
    const skipped = Number(/Total: (\d+) tests?/.exec(listed.stdout)?.[1] ?? 0);
    return add(missing(what, remedy), { ...NOTHING, skipped });
  }
  const report = join(folder, 'playwright.json');
  const own = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const run = [cli, ...args, '--reporter=list,json'];
  // Without a display in one of its own, where that is possible; else the stand-in host goes without a window.
  return hasDisplay() || !hasProgram('xvfb-run')
    ? runTests('e2e', node, run, own, report, countPlaywright)
    : runTests('e2e', 'xvfb-run', ['-a', node, ...run], own, report, countPlaywright);
}

await runMain(async () => {
  const given = process.argv.slice(2);
  const unknown = given.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0)
    throw new StepFailed(
      'Reading the arguments',
      `There are no tests named ${unknown.join(', ')}; there are ${PARTS.join(', ')}.`,
    );
  const wanted = given.length === 0 ? PARTS : given;
  await ensurePackages();
  const node = await nodeForApp();
  if (wanted.some((name) => name !== 'unit')) ensureBuilt(node);

  const folder = mkdtempSync(join(tmpdir(), 'balie-tests-'));
  // Tests that start `node` get the one they run on.
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter), STANDIN_NODE: node };
  try {
    let total = NOTHING;
    // One part after the other: the unit tests take every processor, and real servers have deadlines.
    if (wanted.includes('unit')) total = add(total, runVitest(node, 'unit', env, folder));
    if (wanted.includes('window')) total = add(total, runWindow(node, env, folder));
    if (wanted.includes('real') && !hasProgram('dovecot')) {
      total = add(
        total,
        missing(
          'Tests against a real IMAP server are skipped: no Dovecot.',
          'Install it (Debian, Ubuntu: sudo apt install dovecot-imapd).',
        ),
      );
    }
    if (wanted.includes('real')) total = add(total, runVitest(node, 'real', env, folder));
    if (wanted.includes('e2e')) total = add(total, await runEndToEnd(node, env, folder));
    process.stdout.write(`${failedInWords(total.failures)}${inWords(total)}\n`);
    return total.failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
