// Starts other programs: a set-up step (its output on stderr, nothing of our stdin) or the command itself (everything handed
// through, so that it seems to be run directly).
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { root } from '../build/paths.mjs';

/**
 * A set-up step; answers whether it ended well.
 * @param {string} file @param {readonly string[]} args @param {{ cwd?: string, timeoutMs?: number, env?: NodeJS.ProcessEnv }} [options]
 */
export function runStep(file, args, { cwd = root, timeoutMs, env = process.env } = {}) {
  const { status } = spawnSync(file, args, {
    cwd,
    env,
    stdio: ['ignore', 2, 2],
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  return status === 0;
}

/** @param {readonly string[]} args @param {string} cwd */
export function runNpm(args, cwd) {
  const cli = process.env.npm_execpath ?? '';
  // Under `npm start` this is the very npm that was called; another one on PATH may be older.
  if (cli.endsWith('npm-cli.js')) return runStep(process.execPath, [cli, ...args], { cwd });
  const { status } = spawnSync('npm', args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return status === 0;
}

const LOOK_MS = 1_000;

/**
 * npm passes a signal on to its shell only, and the shell dies without a word to us. Whoever ended npm meant us.
 * @param {() => void} end
 */
export function whenOrphaned(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, LOOK_MS);
  watch.unref();
}

/**
 * The command itself; answers the exit code it would have given. Signals are passed on; a terminal gives Ctrl+C to both of us
 * already, and a second one would tell the child to hurry.
 * @param {string} file @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>}
 */
export function handOver(file, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: process.cwd(), env, stdio: 'inherit' });
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, pass);
    whenOrphaned(() => child.kill('SIGTERM'));
    child.on('error', reject);
    // The shell's convention for an end by signal.
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  });
}
