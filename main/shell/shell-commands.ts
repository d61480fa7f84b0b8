// What the window may ask of the shell itself. The arguments were checked at the gate.
import { dialog, nativeTheme, shell, type BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandArgs, CommandName, CommandValue } from '../contract/commands.ts';
import { failed, ok, type Result } from '../contract/errors.ts';
import type {
  DesktopAbilities,
  Errand,
  ShellCommandArgs,
  ShellCommandName,
  ShellCommandValue,
  ShellInfo,
} from '../contract/shell-commands.ts';
import type { Autostart } from './autostart.ts';
import { createAttachmentCommands } from './attachment-commands.ts';
import type { ForeignFiles } from './foreign-files.ts';
import { safeLink } from './links.ts';

export type ShellHandlers = {
  readonly [Name in ShellCommandName]: (args: ShellCommandArgs<Name>) => Promise<Result<ShellCommandValue<Name>>>;
};

export type ShellCommandsDeps = {
  readonly engine: <Name extends CommandName>(
    name: Name,
    args: CommandArgs<Name>,
  ) => Promise<Result<CommandValue<Name>>>;
  readonly window: () => BrowserWindow | null;
  readonly systemLanguage: string;
  readonly downloads: () => string;
  readonly dataFolder: () => string;
  readonly restore: (name: string) => Promise<Result<null>>;
  readonly foreignFiles: ForeignFiles;
  readonly openFile: (path: string) => Promise<string>;
  readonly autostart: Pick<Autostart, 'set'>;
  readonly desktop: () => Promise<DesktopAbilities>;
  readonly takeErrand: () => Errand | null;
  readonly enterDesk: (desk: 'own' | 'demo') => Promise<void>;
};

export function createShellCommands(deps: ShellCommandsDeps): ShellHandlers {
  const enter = async (desk: 'own' | 'demo'): Promise<Result<null>> => {
    await deps.enterDesk(desk);
    return ok(null);
  };
  /** null: the owner thought better of it. */
  const askWhere = async (fileName: string): Promise<string | null> => {
    const options = { defaultPath: join(deps.downloads(), fileName) };
    const owner = deps.window();
    const answer = owner === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(owner, options);
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  };
  /** Of which the owner was told what would come of it. */
  let chosenCards: string | null = null;
  const askWhich = async (what: 'file' | 'folder'): Promise<string | null> => {
    const options = { properties: [what === 'file' ? ('openFile' as const) : ('openDirectory' as const)] };
    const owner = deps.window();
    const answer = owner === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(owner, options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  };
  return {
    'shell.info': async () =>
      ok({
        platform: platformOf(process.platform),
        systemLanguage: deps.systemLanguage,
        prefersDark: nativeTheme.shouldUseDarkColors,
      }),
    'shell.openLink': async ({ url }) => ok(await openLink(url)),
    ...createAttachmentCommands({ ...deps, askWhere, askFolder: () => askWhich('folder') }),
    'shell.saveMail': async ({ message }) => {
      const original = await deps.engine('message.original', { id: message });
      if (!original.ok) return original;
      const path = await askWhere(original.value.fileName);
      return path === null ? ok(null) : deps.foreignFiles.save(path, original.value.bytes);
    },
    'shell.saveReport': async (args) => {
      const table = await deps.engine('report.csv', args);
      if (!table.ok) return table;
      const path = await askWhere(`balie ${new Date(args.from).toISOString().slice(0, 10)}.csv`);
      return path === null ? ok(null) : saveFile(path, Buffer.from(table.value));
    },
    'shell.saveCanned': async ({ language }) => {
      const table = await deps.engine('canned.csv', {});
      if (!table.ok) return table;
      const path = await askWhere(language === 'nl' ? 'standaardantwoorden.csv' : 'saved replies.csv');
      return path === null ? ok(null) : saveFile(path, Buffer.from(table.value));
    },
    'shell.saveDayPlan': async ({ day, language }) => {
      const [plan, calendar] = await Promise.all([
        deps.engine('dayPlan.open', { day }),
        deps.engine('dayPlan.calendar', { day, language }),
      ]);
      if (!plan.ok) return plan;
      if (!calendar.ok) return calendar;
      const path = await askWhere(`balie ${plan.value.day}.ics`);
      return path === null ? ok(null) : saveFile(path, Buffer.from(calendar.value));
    },
    'shell.saveInvitation': async ({ message }) => {
      const copy = await deps.engine('invitation.calendar', { message });
      if (!copy.ok) return copy;
      const path = await askWhere(copy.value.fileName);
      return path === null ? ok(null) : deps.foreignFiles.save(path, Buffer.from(copy.value.text));
    },
    'shell.openInvitation': async ({ message }) => {
      const copy = await deps.engine('invitation.calendar', { message });
      if (!copy.ok) return copy;
      const { fileName, text } = copy.value;
      const file = await deps.foreignFiles.copyToOpen(fileName, Buffer.from(text));
      if (!file.ok) return file;
      const complaint = await deps.openFile(file.value);
      return complaint === '' ? ok(null) : failed('no-program', 'user', complaint, { name: fileName });
    },
    'shell.importMail': async ({ from }) => {
      const path = await askWhich(from);
      return path === null ? ok(null) : deps.engine('data.import', { path, account: null, ownAddresses: [] });
    },
    'shell.chooseCards': async () => {
      const path = await askWhich('file');
      if (path === null) return ok(null);
      const rehearsed = await deps.engine('contact.import', { path, isRehearsal: true });
      chosenCards = rehearsed.ok ? path : null;
      return rehearsed;
    },
    'shell.importCards': async () => {
      const path = chosenCards;
      chosenCards = null;
      return path === null ? ok(null) : deps.engine('contact.import', { path, isRehearsal: false });
    },
    'shell.saveCards': async ({ address }) => {
      const cards = await deps.engine('contact.vcards', { address });
      if (!cards.ok) return cards;
      const path = await askWhere(address === null ? 'balie contacten.vcf' : 'contact.vcf');
      return path === null ? ok(null) : saveFile(path, Buffer.from(cards.value));
    },
    'shell.exportData': async ({ contact }) => {
      const place = await askWhich('folder');
      return place === null ? ok(null) : deps.engine('data.export', { folder: freeFolder(place), contact });
    },
    'shell.takeErrand': async () => ok(deps.takeErrand()),
    'shell.desktop': async () => ok(await deps.desktop()),
    'shell.setAutostart': async ({ isOn }) => ok(deps.autostart.set(isOn)),
    'shell.openDataFolder': async () => {
      const complaint = await shell.openPath(deps.dataFolder());
      return complaint === '' ? ok(null) : failed('not-possible-now', 'user', complaint);
    },
    'shell.restoreBackup': ({ name }) => deps.restore(name),
    'shell.enterDemo': () => enter('demo'),
    'shell.leaveDemo': () => enter('own'),
  };
}

/** The chosen folder may hold anything; an export gets one of its own in it. */
function freeFolder(place: string): string {
  const name = join(place, `balie-export-${new Date().toISOString().slice(0, 10)}`);
  let folder = name;
  for (let nr = 2; existsSync(folder); nr += 1) folder = `${name}-${nr}`;
  return folder;
}

/** false: a kind of link that stays inside, or no program of the owner's takes it. */
export async function openLink(url: string): Promise<boolean> {
  const link = safeLink(url);
  if (link === null) return false;
  try {
    await shell.openExternal(link);
    return true;
  } catch {
    return false;
  }
}

async function saveFile(path: string, bytes: Uint8Array): Promise<Result<string>> {
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    return ok(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return failed(code === 'ENOSPC' ? 'disk-full' : 'not-possible-now', 'user', code);
  }
}

const platformOf = (name: NodeJS.Platform): ShellInfo['platform'] =>
  name === 'darwin' || name === 'win32' ? name : 'linux';
