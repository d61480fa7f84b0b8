import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desktopEntry, execLine, readDesktopEntry } from './desktop-entry.ts';

describe('the command of a desktop entry', () => {
  it.each([
    [['/opt/Balie/balie', '--hidden'], '/opt/Balie/balie --hidden'],
    [['/home/jan/Mijn apps/Balie.AppImage'], '"/home/jan/Mijn apps/Balie.AppImage"'],
    // The two examples that the specification itself gives: a backslash and a dollar sign in a quoted argument.
    [['a\\b'], '"a\\\\\\\\b"'],
    [['a$b'], '"a\\\\$b"'],
    [['/home/an/100%/balie'], '/home/an/100%%/balie'],
    [["/home/an/an's/balie"], `"/home/an/an's/balie"`],
    [['', 'x'], '"" x'],
  ])('%j is written %s', (command, line) => {
    expect(execLine(command)).toBe(line);
  });

  it('comes back as it was, whatever the folder is called, and never breaks out of its line', () => {
    const argument = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 4 }), (command) => {
        const text = desktopEntry('Balie', 'x', command);
        expect(text.split('\n')).toHaveLength(9);
        expect(readDesktopEntry(text)?.exec).toEqual(command);
      }),
    );
  });
});

describe('a desktop entry', () => {
  it('is read whole where a folder has a line separator of Unicode in its name', () => {
    const command = ['/home/an/een\u2028twee/balie'];
    expect(readDesktopEntry(desktopEntry('Balie', 'x', command))?.exec).toEqual(command);
  });
  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('with %s is switched off by the desktop', (line) => {
    expect(readDesktopEntry(`[Desktop Entry]\nType=Application\nExec=balie\n${line}\n`)?.isOff).toBe(true);
  });
  it('is read from its own group only, and a link or an empty file is none', () => {
    const text = '[Desktop Entry]\nType=Application\nExec=balie\n[Desktop Action x]\nExec=rm\nHidden=true\n';
    expect(readDesktopEntry(text)).toEqual({ exec: ['balie'], isOff: false });
    expect(readDesktopEntry('[Desktop Entry]\nType=Link\nURL=x\n')).toBeNull();
    expect(readDesktopEntry('')).toBeNull();
  });
});
