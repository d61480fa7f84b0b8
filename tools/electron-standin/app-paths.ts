// app.getPath: where Electron would put things on this platform.
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type PathName = Parameters<Electron.App['getPath']>[0];

const underHome = (variable: string, otherwise: string): string => process.env[variable] || join(homedir(), otherwise);

function settingsFolder(): string {
  if (process.platform === 'win32') return underHome('APPDATA', 'AppData/Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support');
  return underHome('XDG_CONFIG_HOME', '.config');
}

/** Null for a name this host knows no place for. */
function usual(name: string, appName: string): string | null {
  const data = join(settingsFolder(), appName);
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return settingsFolder();
    case 'userData':
    case 'sessionData':
      return data;
    case 'temp':
      return tmpdir();
    case 'logs':
      return join(data, 'logs');
    case 'crashDumps':
      return join(data, 'Crashpad');
    case 'exe':
    case 'module':
      return process.execPath;
    case 'downloads':
      return underHome('XDG_DOWNLOAD_DIR', 'Downloads');
    case 'documents':
      return underHome('XDG_DOCUMENTS_DIR', 'Documents');
    case 'desktop':
      return underHome('XDG_DESKTOP_DIR', 'Desktop');
    case 'pictures':
      return underHome('XDG_PICTURES_DIR', 'Pictures');
    default:
      return null;
  }
}

export function createAppPaths(appName: () => string) {
  const set = new Map<string, string>();
  return {
    get: (name: string): string => {
      const path =
        set.get(name) ?? (name === 'sessionData' ? set.get('userData') : undefined) ?? usual(name, appName());
      if (path === null) throw new Error(`Failed to get '${name}' path`);
      return path;
    },
    set: (name: string, path: string): void => {
      set.set(name, resolve(path));
    },
  };
}
