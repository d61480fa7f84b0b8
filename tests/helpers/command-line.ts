// Runs the command line as a user does: a process of its own, words in, one JSON value and an exit code out. It is bundled first as
// the build does it: from source each of a hundred starts would strip the types of some hundred files.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundleEntry, ENTRIES } from '../../tools/build/node-bundles.mjs';
import { at, cache } from '../../tools/build/paths.mjs';

export type Ran = {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON value on stdout. */
  readonly json: () => unknown;
};

export type CommandLineDesk = {
  readonly dataFolder: string;
  readonly balie: (words: readonly string[], options?: RunOptions) => Promise<Ran>;
  /** A command that stays; stopped with the desk if not before. */
  readonly stay: (words: readonly string[]) => Staying;
  readonly close: () => Promise<void>;
};
export type RunOptions = { readonly stdin?: string; readonly env?: NodeJS.ProcessEnv };
export type Staying = {
  readonly lines: readonly string[];
  /** What it tells on stderr while it runs. */
  readonly told: () => string;
  readonly until: (isThere: (lines: readonly string[]) => boolean) => Promise<void>;
  /** Ctrl+C; answers the exit code. */
  readonly interrupt: () => Promise<number | null>;
  /** As a power cut does. */
  readonly kill: () => Promise<void>;
};

/**
 * A data folder of its own; no keychain is asked unless the environment given says where one is. `through`: a program that runs it, with
 * its options.
 */
export async function openCommandLine(
  env: NodeJS.ProcessEnv = {},
  through: readonly string[] = [],
): Promise<CommandLineDesk> {
  const program = BUILT ?? (await bundleCommandLine());
  const dataFolder = mkdtempSync(join(tmpdir(), 'balie-cli-'));
  const staying = new Set<ChildProcess>();
  const start = (words: readonly string[], own: NodeJS.ProcessEnv = {}): ChildProcess =>
    spawnWords([...through, process.execPath, '--enable-source-maps', join(program, 'dist/cli/balie.js'), ...words], {
      PATH: process.env['PATH'],
      HOME: dataFolder,
      LANG: 'nl_BE.UTF-8',
      BALIE_DATA: dataFolder,
      // A hundred starts of the same program.
      NODE_COMPILE_CACHE: join(program, 'compiled'),
      ...env,
      ...own,
    });
  return {
    dataFolder,
    balie: async (words, options = {}) => {
      const child = start(words, options.env);
      let out = '';
      let err = '';
      child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
      child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
      child.stdin?.end(options.stdin ?? '');
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, out, err, json: () => JSON.parse(out) as unknown };
    },
    stay: (words) => {
      const child = start(words);
      staying.add(child);
      child.once('exit', () => staying.delete(child));
      const lines: string[] = [];
      let told = '';
      child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')));
      const waiting = new Set<() => void>();
      if (child.stdout !== null) {
        createInterface({ input: child.stdout }).on('line', (line) => {
          lines.push(line);
          for (const look of waiting) look();
        });
      }
      return {
        lines,
        told: () => told,
        until: (isThere) =>
          new Promise((resolve, reject) => {
            const look = (): void => {
              if (!isThere(lines)) return;
              waiting.delete(look);
              resolve();
            };
            waiting.add(look);
            child.once('exit', (code) => reject(new Error(`ended with ${String(code)} before: ${lines.join(' | ')}`)));
            look();
          }),
        kill: async () => {
          staying.delete(child);
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        },
        interrupt: async () => {
          staying.delete(child);
          const ended = once(child, 'exit') as Promise<[number | null]>;
          child.kill('SIGINT');
          return (await ended)[0];
        },
      };
    },
    close: async () => {
      for (const child of staying) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      rmSync(dataFolder, { recursive: true, force: true });
      if (BUILT === undefined) rmSync(program, { recursive: true, force: true });
    },
  };
}

const spawnWords = ([program = '', ...words]: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'], env });

/** Made already, once for all files of a run: tests/helpers/built-command-line.ts. */
const BUILT = process.env['BALIE_BUILT_COMMAND_LINE'];

export const bundleCommandLine = (): Promise<string> => bundleProgram('main/cli/index.ts', 'cli/balie.js');

/** A program with the thread that reads mail, as the build makes it; within the repository, where native modules are found above it. */
export async function bundleProgram(source: string, out: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const program = mkdtempSync(join(cache, 'program-'));
  const dist = join(program, 'dist');
  const reader = ENTRIES.filter((entry) => entry.out === 'main/parse-worker.js');
  const entry = { source, out, platform: 'node', format: 'esm' } as const;
  await Promise.all([entry, ...reader].map((one) => bundleEntry(one, dist)));
  symlinkSync(at('assets'), join(dist, 'assets'));
  copyFileSync(at('package.json'), join(program, 'package.json'));
  return program;
}
