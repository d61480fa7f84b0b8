// Starting with the computer, in the tray: a login item on macOS and Windows, a file of ours in the desktop's autostart folder on
// Linux. What is true is read back from the system each time; the owner may have changed it there.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { AutostartState } from '../contract/shell-commands.ts';
import { desktopEntry, readDesktopEntry } from './desktop-entry.ts';

/** Started this way, no window opens. */
export const HIDDEN = 'hidden';

export type LoginItems = {
  readonly get: (options: { readonly args: string[] }) => { readonly openAtLogin: boolean; readonly status: string };
  readonly set: (settings: { readonly openAtLogin: boolean; readonly args: string[] }) => void;
};

export type AutostartDeps = {
  readonly platform: NodeJS.Platform;
  /** How this program is started, with what it needs to find its desk; null: not by itself. */
  readonly command: readonly string[] | null;
  readonly loginItems: LoginItems;
  /** The desktop's folder for what starts with it; for Linux. */
  readonly folder: string;
};

export type Autostart = {
  readonly state: () => AutostartState;
  /** Answers the state as it is after. */
  readonly set: (isOn: boolean) => AutostartState;
  /** At the start: a program that was moved is started from its new place. */
  readonly heal: () => void;
};

/** Where the desktop looks (Desktop Application Autostart Specification); a relative XDG_CONFIG_HOME is to be ignored. */
export function autostartFolder(env: NodeJS.ProcessEnv, home: string): string {
  const config = env['XDG_CONFIG_HOME'] ?? '';
  return join(isAbsolute(config) ? config : join(home, '.config'), 'autostart');
}

/** An AppImage runs from a folder that is gone afterwards; `startedBy` is how a source tree says that it was started. */
export function startCommand(
  env: NodeJS.ProcessEnv,
  { isPackaged, execPath }: { readonly isPackaged: boolean; readonly execPath: string },
): readonly string[] | null {
  if (isPackaged) return [env['APPIMAGE'] ?? execPath];
  try {
    const startedBy: unknown = JSON.parse(env['BALIE_STARTED_BY'] ?? 'null');
    const isCommand = Array.isArray(startedBy) && startedBy.length > 0;
    return isCommand && startedBy.every((word) => typeof word === 'string') ? startedBy : null;
  } catch {
    return null;
  }
}

export function createAutostart({ platform, command, loginItems, folder }: AutostartDeps): Autostart {
  if (command === null) {
    const state = (): AutostartState => ({ kind: 'not-possible', why: 'not-installed' });
    return { state, set: state, heal: () => {} };
  }
  if (platform === 'linux') return inFolder(folder, [...command, `--${HIDDEN}`]);
  // The registry holds one line; Electron leaves the quoting of arguments to us.
  const quoted = (word: string): string => (platform === 'win32' && /\s/.test(word) ? `"${word}"` : word);
  const args = [...command.slice(1).map(quoted), `--${HIDDEN}`];
  const state = (): AutostartState => {
    const { openAtLogin, status } = loginItems.get({ args });
    if (status === 'requires-approval') return { kind: 'needs-approval' };
    return { kind: openAtLogin ? 'on' : 'off' };
  };
  return {
    state,
    set: (isOn) => {
      loginItems.set({ openAtLogin: isOn, args });
      return state();
    },
    // The system follows a moved program itself (macOS), or its installer does (Windows).
    heal: () => {},
  };
}

function inFolder(folder: string, command: readonly string[]): Autostart {
  const file = join(folder, 'balie.desktop');
  const read = () => {
    try {
      return readDesktopEntry(readFileSync(file, 'utf8'));
    } catch {
      return null;
    }
  };
  const state = (): AutostartState => {
    const entry = read();
    return { kind: entry === null || entry.isOff ? 'off' : 'on' };
  };
  const write = (): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const text = desktopEntry('Balie', 'One queue for everything customers write', command);
    // A desktop that starts meanwhile finds the old one or the new one.
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const orNotWritable = (change: () => void): AutostartState => {
    try {
      change();
      return state();
    } catch {
      return { kind: 'not-possible', why: 'not-writable' };
    }
  };
  return {
    state,
    set: (isOn) => orNotWritable(isOn ? write : () => rmSync(file, { force: true })),
    heal: () => {
      const entry = read();
      // Only what starts nothing any more: another copy of Balie may have put itself there.
      const isLost = entry !== null && !entry.isOff && entry.exec.some((word) => isAbsolute(word) && !existsSync(word));
      if (isLost) orNotWritable(write);
    },
  };
}
