// Starts an app as the Electron executable does: `run.ts [switches] path [arguments]`, where path is a folder with a package.json
// or a main file. Signals quit in order.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './electron.ts';
import type { AppManifest } from './app.ts';

const args = process.argv.slice(2);
const pathIndex = args.findIndex((arg) => !arg.startsWith('--'));
const given = resolve(pathIndex === -1 ? '.' : (args[pathIndex] ?? '.'));
const isFolder = statSync(given).isDirectory();
const folder = isFolder ? given : dirname(given);
const manifest = readManifest(folder);

// A driver's loader (`electron -r file`), which must run after the module hook and so cannot be Node's own -r.
const preloaded: string[] = [];
for (const arg of args) {
  const [, name = '', value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? [];
  if (name === 'standin-require') preloaded.push(value);
  else if (name !== '') app.commandLine.appendSwitch(name, value);
  if (name === 'user-data-dir') app.setPath('userData', value);
}
process.argv.splice(1, process.argv.length, ...args.slice(Math.max(0, pathIndex)));
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', { value: folder });
app.$load(folder, manifest);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
for (const file of preloaded) createRequire(import.meta.url)(file);
await import(pathToFileURL(isFolder ? join(folder, manifest.main ?? 'index.js') : given).href);
app.$start(preloaded.length > 0);

function readManifest(from: string): AppManifest {
  try {
    return JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as AppManifest;
  } catch {
    // A main file may stand alone, as with Electron.
    return {};
  }
}
