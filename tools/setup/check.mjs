// `npm run check`: format, lint, types and unit tests, in under a minute. `npm run check -- types lint` runs only those.
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { at, root } from '../build/paths.mjs';
import { nodeForApp } from './node-for-app.mjs';
import { ensurePackages } from './packages.mjs';
import { runMain, say, StepFailed } from './say.mjs';

/** @typedef {{ readonly name: string, readonly runs: readonly (readonly string[])[] }} Check */

const tsc = at('node_modules/typescript/bin/tsc');
/** @type {readonly Check[]} */
const CHECKS = [
  { name: 'format', runs: [[at('node_modules/oxfmt/bin/oxfmt'), '--check', '.']] },
  { name: 'lint', runs: [[at('node_modules/oxlint/bin/oxlint'), '--type-aware']] },
  {
    name: 'types',
    runs: [
      [tsc, '-p', '.'],
      [tsc, '-p', 'renderer'],
      [tsc, '-p', 'tests/e2e'],
      // The shell and the preload once more, against the stand-in host: use of what it lacks is an error.
      [at('tools/electron-standin/electron-namespace.mjs')],
      [tsc, '-p', 'tsconfig.standin.json'],
    ],
  },
  { name: 'unit', runs: [[at('node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=dot']] },
];

/** @param {string} node @param {readonly string[]} args @returns {Promise<{ readonly isGood: boolean, readonly output: string }>} */
function run(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ isGood: code === 0, output }));
  });
}

/** @param {string} node @param {Check} check */
async function carryOut(node, { name, runs }) {
  const began = Date.now();
  for (const args of runs) {
    const { isGood, output } = await run(node, args);
    if (!isGood) {
      process.stdout.write(output);
      say(`${name}: NOT good`);
      return false;
    }
  }
  say(`${name}: good (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return true;
}

await runMain(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => CHECKS.every((check) => check.name !== name));
  if (unknown.length > 0)
    throw new StepFailed(
      'Reading the arguments',
      `There is no check named ${unknown.join(', ')}; there are ${CHECKS.map((check) => check.name).join(', ')}.`,
    );
  await ensurePackages();
  const node = await nodeForApp();
  const waiting = CHECKS.filter((check) => names.length === 0 || names.includes(check.name));
  /** @type {boolean[]} */
  const results = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push(await carryOut(node, next));
  };
  // Two at a time at most: the tests and the lint use every processor themselves.
  await Promise.all(Array.from({ length: Math.min(2, cpus().length) }, lane));
  return results.every(Boolean) ? 0 : 1;
});
