// What the stand-in says beside the app's own output, and how it is told to behave. Environment, not arguments: Electron has
// no such arguments, and the app must be startable in the same way under both hosts.

/** One line on stderr; STANDIN_QUIET=1 silences. */
export function note(line: string): void {
  if (process.env['STANDIN_QUIET'] !== '1') process.stderr.write(`[stand-in] ${line}\n`);
}

/** Tests: nothing is handed to the desktop around us (no program opened, no bubble, no file dialog). */
export const isDesktopOff = (): boolean => process.env['STANDIN_DESKTOP'] === 'off';

/** No window at all: for machines without a display. */
export const isHeadlessWanted = (): boolean => process.env['STANDIN_HEADLESS'] === '1';
