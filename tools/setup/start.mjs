// `npm start`: sets everything up and opens the app. In Electron where its runtime is at hand or can be fetched, else in the
// stand-in host. Plain Node 20 with built-ins only: on a fresh clone nothing else is there.
import { at, root } from '../build/paths.mjs';
import { ensureBuilt } from './built-app.mjs';
import { handOver } from './child.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { findChromium } from './find-chromium.mjs';
import { CHROMIUM_REMEDY, hasDisplay } from './machine.mjs';
import { nodeForApp } from './node-for-app.mjs';
import { ensurePackages } from './packages.mjs';
import { runMain, say, StepFailed } from './say.mjs';

const HOST = '--host=';

/** @param {readonly string[]} args @returns {'electron' | 'standin' | 'any'} */
function wantedHost(args) {
  const wanted = args.find((arg) => arg.startsWith(HOST))?.slice(HOST.length) ?? 'any';
  if (wanted === 'electron' || wanted === 'standin' || wanted === 'any') return wanted;
  throw new StepFailed('Reading the arguments', `--host is electron or standin, not ${wanted}.`);
}

/** @param {string} node @param {string} why @param {readonly string[]} args */
function startStandIn(node, why, args) {
  const chromium = findChromium();
  if (chromium === null) {
    throw new StepFailed(
      'Finding a window for the app',
      `Electron's runtime is not here (${why}), nor Chromium, Chrome, Edge or Brave. ${CHROMIUM_REMEDY}`,
    );
  }
  say(
    `Electron's runtime is not here (${why}): the app opens in ${chromium}; missing in this mode: the tray icon and native menus.`,
  );
  const register = at('tools/electron-standin/register.mjs');
  const run = at('tools/electron-standin/run.ts');
  return handOver(node, [
    '--disable-warning=ExperimentalWarning',
    '--import',
    `file://${register}`,
    run,
    root,
    ...args,
  ]);
}

await runMain(async () => {
  // So that the app can be started in the same way with the computer (main/shell/autostart.ts).
  process.env.BALIE_STARTED_BY = JSON.stringify([process.execPath, at('tools/setup/start.mjs')]);
  const given = process.argv.slice(2);
  const host = wantedHost(given);
  const args = given.filter((arg) => !arg.startsWith(HOST));
  if (!hasDisplay() && process.env.STANDIN_HEADLESS !== '1') {
    throw new StepFailed(
      'Looking for a display',
      'Neither DISPLAY nor WAYLAND_DISPLAY is set. On a machine without a screen: xvfb-run -a npm start (Debian: sudo apt install xvfb).',
    );
  }
  await ensurePackages();
  const node = await nodeForApp();
  ensureBuilt(node);
  if (host === 'standin') return startStandIn(node, 'the stand-in was asked for', args);

  const runtime = await electronRuntime({ isInsisted: host === 'electron' });
  if (runtime.kind === 'there') {
    // Chromium refuses to sandbox as root.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return handOver(runtime.binary, [...asRoot, root, ...args]);
  }
  if (host === 'electron')
    throw new StepFailed('Fetching the Electron runtime', `It is not to be had: ${runtime.why}.`);
  return startStandIn(node, runtime.why, args);
});
