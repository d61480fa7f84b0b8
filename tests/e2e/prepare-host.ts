// Before the first test: the app is built when its source changed, and the launcher is led to the stand-in host when this
// machine has no Electron binary. ELECTRON_OVERRIDE_DIST_PATH is what Playwright's search for the executable honours.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

function hasElectron(): boolean {
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  return existsSync(pathFile) && existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8')));
}

export default function prepareHost(): void {
  const build = spawnSync(process.execPath, [join(root, 'tools/build/build.mjs'), '--if-stale'], { stdio: 'inherit' });
  if (build.status !== 0) throw new Error('the app could not be built; see the lines above');
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined && !hasElectron()) {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'tools/electron-standin');
    process.env['STANDIN_NODE'] = process.execPath;
  }
  // Tests look at what the app asks of the desktop; the desktop itself stays out of it.
  process.env['STANDIN_DESKTOP'] = 'off';
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    process.env['STANDIN_HEADLESS'] = '1';
}
