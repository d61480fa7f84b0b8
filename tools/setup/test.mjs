// `npm test`: sets everything up and runs all tests: unit tests, the window on invented data in a real browser, tests against real
// servers, the app end to end. `npm test -- unit window real e2e` runs only those named. Where the machine lacks something the tests that need it are skipped and a
// line says so; with CI=true that is a failure. The last line adds everything up.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
 * @param {(report: never) => Outcome} count
 * @param {boolean} [isQuiet] what it says is shown when it is through, for another runs beside it
 * @returns {Promise<Outcome>}
 */
async function runTests(part, file, args, env, report, count, isQuiet = false) {
  const how = await new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => said.push(words));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.stdout.write(Buffer.concat(said));
      resolve(signal === null ? `with exit code ${code}` : `by ${signal}`);
    });
  });
  const outcome = existsSync(report) ? count(/** @type {never} */ (JSON.parse(readFileSync(report, 'utf8')))) : NOTHING;
  if (how === 'with exit code 0' || outcome.failed > 0) return outcome;
  // A runner that gives up before or after its report was written must not look good.
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

/** @param {string} node @param {NodeJS.ProcessEnv} env @param {string} folder @returns {Promise<Outcome>} */
async function runWindow(node, env, folder) {
  if (hasChromium()) return runVitest(node, 'window', env, folder);
  const list = [at('node_modules/vitest/vitest.mjs'), 'list', '--project', 'window'];
  const listed = spawnSync(node, list, { cwd: root, env, encoding: 'utf8' });
  const skipped = listed.stdout.split('\n').filter((line) => line.includes(' > ')).length;
  const what = 'Tests of the window are skipped: no Chromium, Chrome, Edge or Brave.';
  return add(missing(what, CHROMIUM_REMEDY), { ...NOTHING, skipped });
}

/** @param {string} node @param {NodeJS.ProcessEnv} env @param {string} folder @returns {Promise<Outcome>} */
async function runReal(node, env, folder) {
  const outcome = hasProgram('dovecot')
    ? NOTHING
    : missing(
        'Tests against a real IMAP server are skipped: no Dovecot.',
        'Install it (Debian, Ubuntu: sudo apt install dovecot-imapd).',
      );
  return add(outcome, await runVitest(node, 'real', env, folder));
}

/** @param {string} node @param {NodeJS.ProcessEnv} env @param {string} folder @param {boolean} isQuiet @returns {Promise<Outcome>} */
async function runEndToEnd(node, env, folder, isQuiet) {
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
    ? runTests('e2e', node, run, own, report, countPlaywright, isQuiet)
    : runTests('e2e', 'xvfb-run', ['-a', node, ...run], own, report, countPlaywright, isQuiet);
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
  // What tests put aside lies here, and is gone afterwards even where one broke off.
  const aside = join(folder, 't');
  mkdirSync(aside);
  // Dovecot reads mail as nobody.
  chmodSync(folder, 0o755);
  // Tests that start `node` get the one they run on.
  const env = {
    ...process.env,
    TMPDIR: aside,
    PATH: [dirname(node), process.env.PATH ?? ''].join(delimiter),
    STANDIN_NODE: node,
  };
  try {
    let total = NOTHING;
    // The end-to-end tests mostly wait for an app that starts, and the unit tests have no deadlines. The others run alone: the
    // window takes every processor, and real servers have deadlines.
    const isUnit = wanted.includes('unit');
    const together = await Promise.all([
      isUnit ? runVitest(node, 'unit', env, folder) : NOTHING,
      wanted.includes('e2e') ? runEndToEnd(node, env, folder, isUnit) : NOTHING,
    ]);
    total = together.reduce(add, total);
    if (wanted.includes('window')) total = add(total, await runWindow(node, env, folder));
    if (wanted.includes('real')) total = add(total, await runReal(node, env, folder));
    // Runners keep what they compiled here as well.
    const left = readdirSync(aside).filter((name) => /^(?:balie|host-contract)-/.test(name));
    if (left.length > 0) say(`left behind by tests, and removed: ${left.join(', ')}`);
    process.stdout.write(`${failedInWords(total.failures)}${inWords(total)}\n`);
    return total.failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
