// dialog: zenity's windows on a Linux desktop. Without zenity the careful answer: a question is answered as if it had been
// closed, a file to save goes to the folder that was proposed, under a name that is free.
import { existsSync } from 'node:fs';
import { parse, join, resolve } from 'node:path';
import { app } from './app.ts';
import { isDesktopOff, note } from './aside.ts';
import { runProgram, type ProgramEnd } from './run-program.ts';

/** Electron takes a window first or leaves it out. */
type WithWindow<Options> = readonly [Options] | readonly [object, Options];
const optionsOf = <Options>(args: WithWindow<Options>): Options => (args.length === 1 ? args[0] : args[1]);

const zenity = (args: readonly string[]): Promise<ProgramEnd> =>
  isDesktopOff() ? Promise.resolve({ kind: 'missing' }) : runProgram('zenity', args);

/** What was chosen, or nothing. */
const chosen = (end: ProgramEnd): string => (end.kind === 'ended' && end.code === 0 ? end.output : '');

function freeName(wanted: string): string {
  const { dir, name, ext } = parse(resolve(wanted));
  let path = join(dir, name + ext);
  for (let count = 2; existsSync(path); count += 1) path = join(dir, `${name} (${count})${ext}`);
  return path;
}

async function askQuestion(options: Electron.MessageBoxOptions): Promise<number> {
  const buttons = options.buttons ?? [];
  const whenClosed = options.cancelId ?? options.defaultId ?? 0;
  const text = [options.message, options.detail ?? ''].filter((part) => part !== '').join('\n\n');
  note(`asks: ${text}`);
  const title = options.title ?? app.name;
  if (buttons.length < 2) {
    await zenity(['--info', '--no-markup', '--title', title, '--text', text]);
    return whenClosed;
  }
  const extra = buttons.map((button) => `--extra-button=${button}`);
  const end = await zenity(['--question', '--switch', '--no-markup', '--title', title, '--text', text, ...extra]);
  const pressed = end.kind === 'ended' ? buttons.indexOf(end.output) : -1;
  return pressed === -1 ? whenClosed : pressed;
}

export const dialog = {
  showErrorBox: (title: string, content: string): void => {
    note(`${title}: ${content}`);
    void zenity(['--error', '--no-markup', '--title', title, '--text', content]);
  },
  showMessageBox: async (...args: WithWindow<Electron.MessageBoxOptions>): Promise<Electron.MessageBoxReturnValue> => ({
    response: await askQuestion(optionsOf(args)),
    checkboxChecked: false,
  }),
  showSaveDialog: async (...args: WithWindow<Electron.SaveDialogOptions>): Promise<Electron.SaveDialogReturnValue> => {
    const { defaultPath = join(app.getPath('downloads'), 'file'), title = app.name } = optionsOf(args);
    const end = await zenity(['--file-selection', '--save', '--title', title, '--filename', defaultPath]);
    if (end.kind === 'ended') return { canceled: chosen(end) === '', filePath: chosen(end) };
    const filePath = freeName(defaultPath);
    note(`no file dialog here (zenity is not installed): saved as ${filePath}`);
    return { canceled: false, filePath };
  },
  showOpenDialog: async (...args: WithWindow<Electron.OpenDialogOptions>): Promise<Electron.OpenDialogReturnValue> => {
    const { properties = [], title = app.name } = optionsOf(args);
    const many = properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : [];
    const folder = properties.includes('openDirectory') ? ['--directory'] : [];
    const end = await zenity(['--file-selection', '--title', title, ...many, ...folder]);
    if (end.kind === 'missing') note('no file dialog here (zenity is not installed)');
    const filePaths = chosen(end) === '' ? [] : chosen(end).split('\n');
    return { canceled: filePaths.length === 0, filePaths };
  },
};
