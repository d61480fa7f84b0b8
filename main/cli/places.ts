// Where the command line finds the desk and what came with the program, run from its bundle (dist/cli) or from its source.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export type Places = { readonly assetsFolder: string; readonly rendererFolder: string; readonly version: string };

/** The app's own folder, so that both stand at the same desk. */
export function usualDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Balie');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Balie');
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'Balie');
}

/** `here` is the folder of the entry file. */
export function placesFrom(here: string, isSource: boolean): Omit<Places, 'version'> {
  const root = resolve(here, isSource ? '../..' : '..');
  return {
    assetsFolder: join(root, 'assets'),
    rendererFolder: isSource ? join(root, 'dist', 'renderer') : join(root, 'renderer'),
  };
}
