// shell: hands addresses and files to the owner's own programs.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { isDesktopOff, note } from './aside.ts';

function opener(): readonly string[] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer.exe'];
  return ['xdg-open'];
}

/** Resolves when the program has started; rejects when there is none. */
function open(target: string): Promise<void> {
  if (isDesktopOff()) return Promise.resolve();
  const [program = '', ...args] = opener();
  return new Promise((done, fail) => {
    const child = spawn(program, [...args, target], { stdio: 'ignore', detached: true });
    child.unref();
    child.on('spawn', done);
    child.on('error', (error) => {
      note(`cannot open ${target}: ${error.message}`);
      fail(error);
    });
  });
}

export const shell = {
  openExternal: (url: string): Promise<void> => open(new URL(url).href),
  /** Answers what went wrong, or nothing. */
  openPath: (path: string): Promise<string> =>
    open(resolve(path)).then(
      () => '',
      (error: Error) => error.message,
    ),
  showItemInFolder: (path: string): void => {
    open(dirname(resolve(path))).catch(() => {});
  },
  beep: (): void => {
    process.stderr.write('\u0007');
  },
};
