// Whether this desktop shows marks in a tray at all: Windows and macOS do; on Linux a program must stand ready to draw them, and
// GNOME has none of itself. Electron cannot tell.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const BUS = 'org.freedesktop.DBus';
const LIMIT_MS = 2_000;
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['gdbus', ['call', '--session', '--dest', BUS, '--object-path', '/', '--method', `${BUS}.NameHasOwner`, WATCHER]],
  ['dbus-send', ['--session', '--print-reply', `--dest=${BUS}`, '/', `${BUS}.NameHasOwner`, `string:${WATCHER}`]],
];

/** The program's output, or null when it is not there or fails. */
export type Ask = (program: string, args: readonly string[]) => Promise<string | null>;

/** null: nobody could be asked. */
export async function hasTray(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  ask: Ask = askProgram,
): Promise<boolean | null> {
  if (platform !== 'linux') return true;
  // Without a bus there is no tray, and asking would start a bus.
  const runtime = env['XDG_RUNTIME_DIR'] ?? '';
  const hasBus = (env['DBUS_SESSION_BUS_ADDRESS'] ?? '') !== '' || (runtime !== '' && existsSync(join(runtime, 'bus')));
  if (!hasBus) return false;
  for (const [program, args] of QUESTIONS) {
    const answer = await ask(program, args);
    if (answer !== null) return answer.includes('true');
  }
  return null;
}

function askProgram(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: LIMIT_MS });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? output : null));
  });
}
