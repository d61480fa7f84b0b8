// Before the first test: the app is built when its source changed, and the launcher is led to the stand-in host when this
// machine has no Electron binary. ELECTRON_OVERRIDE_DIST_PATH is what Playwright's search for the executable honours.
import { spawnSync } from 'node:child_process';
import { at } from '../../tools/build/paths.mjs';
import { electronAtHand } from '../../tools/setup/electron-runtime.mjs';

export default function prepareHost(): void {
  const build = spawnSync(process.execPath, [at('tools/build/build.mjs'), '--if-stale'], { stdio: 'inherit' });
  if (build.status !== 0) throw new Error('the app could not be built; see the lines above');
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined && electronAtHand() === null) {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = at('tools/electron-standin');
    process.env['STANDIN_NODE'] = process.execPath;
  }
  // Tests look at what the app asks of the desktop; the desktop itself stays out of it.
  process.env['STANDIN_DESKTOP'] = 'off';
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    process.env['STANDIN_HEADLESS'] = '1';
}
