import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autostartFolder, createAutostart, startCommand, type LoginItems } from './autostart.ts';
import { readDesktopEntry } from './desktop-entry.ts';

let home: string;
let folder: string;
let program: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'balie-autostart-'));
  folder = autostartFolder({}, home);
  program = join(home, 'Mijn apps', 'balie');
  mkdirSync(join(home, 'Mijn apps'));
  writeFileSync(program, '');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const none: LoginItems = {
  get: () => {
    throw new Error('Linux has none');
  },
  set: () => {
    throw new Error('Linux has none');
  },
};
const onLinux = (command: readonly string[] | null = [program]) =>
  createAutostart({ platform: 'linux', command, loginItems: none, folder });
const file = (): string => join(folder, 'balie.desktop');

describe('starting with the computer on Linux', () => {
  it('is a file in the desktop’s own folder, that starts without a window', () => {
    expect(onLinux().state()).toEqual({ kind: 'off' });
    expect(onLinux().set(true)).toEqual({ kind: 'on' });
    expect(readDesktopEntry(readFileSync(file(), 'utf8'))).toEqual({ exec: [program, '--hidden'], isOff: false });
    expect(readdirSync(folder)).toEqual(['balie.desktop']);
  });
  it('is taken away again when it is switched off, twice over too', () => {
    onLinux().set(true);
    expect(onLinux().set(false)).toEqual({ kind: 'off' });
    expect(onLinux().set(false)).toEqual({ kind: 'off' });
    expect(readdirSync(folder)).toEqual([]);
  });
  it('follows XDG_CONFIG_HOME, unless that is relative', () => {
    expect(autostartFolder({ XDG_CONFIG_HOME: '/elders' }, '/home/an')).toBe('/elders/autostart');
    expect(autostartFolder({ XDG_CONFIG_HOME: 'elders' }, '/home/an')).toBe('/home/an/.config/autostart');
    expect(autostartFolder({}, '/home/an')).toBe('/home/an/.config/autostart');
  });
  it('tells the truth when the owner switched it off in his desktop', () => {
    onLinux().set(true);
    writeFileSync(file(), `${readFileSync(file(), 'utf8')}Hidden=true\n`);
    expect(onLinux().state()).toEqual({ kind: 'off' });
    onLinux().heal();
    expect(onLinux().state()).toEqual({ kind: 'off' });
    expect(onLinux().set(true)).toEqual({ kind: 'on' });
  });
  it('starts a program that was moved from its new place, from the next start on', () => {
    onLinux().set(true);
    const moved = join(home, 'balie 2');
    writeFileSync(moved, '');
    rmSync(program);
    onLinux([moved]).heal();
    expect(readDesktopEntry(readFileSync(file(), 'utf8'))?.exec).toEqual([moved, '--hidden']);
  });
  it('leaves alone what another copy put there, and puts nothing where nothing was', () => {
    onLinux().heal();
    expect(onLinux().state()).toEqual({ kind: 'off' });
    onLinux().set(true);
    onLinux([join(home, 'other')]).heal();
    expect(readDesktopEntry(readFileSync(file(), 'utf8'))?.exec[0]).toBe(program);
  });
  it('says so when the folder cannot be written', () => {
    mkdirSync(join(home, '.config'));
    // A file in the folder's place stops root as well.
    writeFileSync(folder, '');
    chmodSync(folder, 0o400);
    expect(onLinux().set(true)).toEqual({ kind: 'not-possible', why: 'not-writable' });
  });
  it('is not offered by a program that nothing starts', () => {
    expect(onLinux(null).state()).toEqual({ kind: 'not-possible', why: 'not-installed' });
    expect(onLinux(null).set(true)).toEqual({ kind: 'not-possible', why: 'not-installed' });
  });
});

describe.each(['darwin', 'win32'] as const)('starting with the computer on %s', (platform) => {
  it('is a login item, whose state is the system’s', () => {
    let isOn = false;
    let status = 'not-registered';
    const seen: string[][] = [];
    const loginItems: LoginItems = {
      get: ({ args }) => {
        seen.push(args);
        return { openAtLogin: isOn, status };
      },
      set: ({ openAtLogin, args }) => {
        seen.push(args);
        isOn = openAtLogin;
      },
    };
    const autostart = createAutostart({ platform, command: [program, '--data=/x'], loginItems, folder });
    expect(autostart.state()).toEqual({ kind: 'off' });
    expect(autostart.set(true)).toEqual({ kind: 'on' });
    status = 'requires-approval';
    expect(autostart.state()).toEqual({ kind: 'needs-approval' });
    // Windows answers for these very arguments only.
    expect(new Set(seen.map((args) => args.join(' ')))).toEqual(new Set(['--data=/x --hidden']));
    expect(readdirSync(home)).toEqual(['Mijn apps']);
  });
});

it('on Windows a folder with a space in its name stays one argument', () => {
  const seen: string[][] = [];
  const loginItems: LoginItems = {
    get: ({ args }) => {
      seen.push(args);
      return { openAtLogin: true, status: 'enabled' };
    },
    set: () => {},
  };
  createAutostart({ platform: 'win32', command: [program, '--data=C:\\Mijn map'], loginItems, folder }).state();
  expect(seen).toEqual([['"--data=C:\\Mijn map"', '--hidden']]);
});

describe('how the program is started', () => {
  const installed = { isPackaged: true, execPath: '/opt/Balie/balie' };
  const fromSource = { isPackaged: false, execPath: '/usr/bin/node' };
  it('is the installed program, or the AppImage and not the folder that it unpacks to', () => {
    expect(startCommand({}, installed)).toEqual(['/opt/Balie/balie']);
    expect(startCommand({ APPIMAGE: '/home/an/Balie.AppImage' }, installed)).toEqual(['/home/an/Balie.AppImage']);
  });
  it('is what a source tree says, and unknown where it says nothing sensible', () => {
    const said = JSON.stringify(['/usr/bin/node', '/src/start.mjs']);
    expect(startCommand({ BALIE_STARTED_BY: said }, fromSource)).toEqual(['/usr/bin/node', '/src/start.mjs']);
    for (const odd of [undefined, '', '[]', '[1]', '{', '"x"']) {
      expect(startCommand(odd === undefined ? {} : { BALIE_STARTED_BY: odd }, fromSource)).toBeNull();
    }
  });
});
