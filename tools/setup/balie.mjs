// `npm run balie -- <command>`: the app without a window. When all is ready this adds some hundredths of a second; stdout, stdin,
// signals and the exit code are the command's own.
import { pathToFileURL } from 'node:url';
import { at, root } from '../build/paths.mjs';
import { ensureBuilt } from './built-app.mjs';
import { handOver, whenOrphaned } from './child.mjs';
import { nodeForApp } from './node-for-app.mjs';
import { ensurePackages } from './packages.mjs';
import { runMain } from './say.mjs';

const cli = at('dist/cli/balie.js');

// npm runs scripts from the project's folder; a file named on the command line is meant from where the user stands.
const from = process.env.INIT_CWD;
if (from !== undefined && process.cwd() === root) process.chdir(from);

/** @type {string | null} */
let node = null;
await runMain(async () => {
  await ensurePackages();
  node = await nodeForApp();
  ensureBuilt(node);
  return node === process.execPath ? 0 : handOver(node, ['--enable-source-maps', cli, ...process.argv.slice(2)]);
});
if (node === process.execPath && process.exitCode === 0) {
  process.setSourceMapsEnabled(true);
  process.argv[1] = cli;
  whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(cli).href);
}
