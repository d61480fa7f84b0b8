// The command line: the same engine without a window. Reads the words, opens the desk, says the outcome, and leaves with a code
// that programs can rely on: 0 done, 1 the world said no, 2 wrong use.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../contract/text/language.ts';
import { leaveByForce } from './leave.ts';
import { runCommandLine } from './run.ts';
import { placesFrom } from './places.ts';

const isSource = import.meta.url.endsWith('.ts');
const here = fileURLToPath(new URL('.', import.meta.url));
const places = placesFrom(here, isSource);
const systemLanguage = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'en')
  .split('.')[0]
  ?.replace('_', '-');

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// The engine's timers keep no process alive; this does, until the command is done.
const alive = setInterval(() => {}, 60_000);
// A reader that went away (`balie queue | head`) is no reason to complain.
process.stdout.on('error', () => process.exit(0));

const hang = Promise.withResolvers<true>();
process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  systemLanguage: systemLanguage ?? 'en',
  language: languageOf('system', systemLanguage ?? 'en'),
  places: { ...places, version: versionIn(resolve(here, isSource ? '../..' : '../..')) },
  stopping: stopping.signal,
  readStdin,
  readLines: process.stdin,
  onKeychainHang: () => hang.resolve(true),
  writeLine,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
clearInterval(alive);
if (await Promise.race([hang.promise, Promise.resolve(false)])) leaveByForce(process.exitCode);

async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

async function readStdin(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function versionIn(root: string): string {
  const parsed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version?: string };
  return parsed.version ?? '0.0.0';
}
