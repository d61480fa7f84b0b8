// Looks for a browser of the Chromium family. Used by the set-up scripts before anything is installed and by the stand-in
// host itself. Plain Node 20 built-ins.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'vivaldi-stable',
];
const MAC_NAMES = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PATHS = [
  'Microsoft/Edge/Application/msedge.exe',
  'Google/Chrome/Application/chrome.exe',
  'BraveSoftware/Brave-Browser/Application/brave.exe',
];

/** @param {NodeJS.ProcessEnv} env @returns {string[]} */
function candidates(env) {
  if (process.platform === 'darwin') return MAC_NAMES.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32') {
    const folders = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return folders.flatMap((folder) => WINDOWS_PATHS.map((path) => join(folder, path)));
  }
  return (env.PATH ?? '').split(delimiter).flatMap((folder) => LINUX_NAMES.map((name) => join(folder, name)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser's path, or null. STANDIN_CHROMIUM names one by hand. @returns {string | null} */
export function findChromium(env = process.env) {
  if (env.STANDIN_CHROMIUM) return env.STANDIN_CHROMIUM;
  return candidates(env).find(isExecutable) ?? null;
}
