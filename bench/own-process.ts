// Runs part of a bench in a process of its own, so that its time and memory are its own. Bundled as the app is: run as TypeScript,
// every thread would first load a compiler, which no owner ever pays for.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleEntry } from '../tools/build/node-bundles.mjs';

const PARSE_WORKER = 'main/engine/channels/email/parse/parse-worker.ts';

/** The parts and the parse worker beside them. The folder lies within the project, so that native packages are found. */
export async function bundleParts(sources: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(import.meta.dirname, '..', 'node_modules', '.bench-'));
  for (const source of [...sources, PARSE_WORKER]) {
    const out = basename(source).replace(/\.ts$/, '.mjs');
    await bundleEntry({ platform: 'node', format: 'esm', source, out }, folder);
  }
  return folder;
}

/** Answers the one line of JSON that the part prints. */
export function inOwnProcess<Figures>(file: string, words: readonly string[]): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.on('exit', (code) => {
      if (code !== 0) {
        reject(new Error(`${basename(file)} ${words.join(' ')} ended with ${code}`));
        return;
      }
      console.error(words.join(' ').slice(0, 80), said.trim());
      resolve(JSON.parse(said) as Figures);
    });
  });
}
