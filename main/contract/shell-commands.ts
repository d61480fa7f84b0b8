// What the window may ask of the shell itself: things that need the operating system and not the engine.
import { z } from 'zod';
import { UI_LANGUAGES } from '../domain/conversation/message.ts';
import type { OpenedFile, SavedFile, SavedFiles } from './attachments.ts';
import type { CommandSpec } from './command-spec.ts';
import { workingDay } from './evening.ts';
import type { CardImport } from './contacts.ts';
import type { ExportReport, ImportReport } from './own-data.ts';
import { reportPeriod } from './report.ts';

export type ShellInfo = {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly systemLanguage: string;
  readonly prefersDark: boolean;
};

/** What the owner asked for outside the window. */
export type Errand =
  /** From a notification or the tray: show this conversation (null: the top of the queue). */
  | { readonly kind: 'show-conversation'; readonly conversation: number | null }
  /** A native menu item: run the window's own action of that name. */
  | { readonly kind: 'run-action'; readonly action: string };

/** Whether Balie starts with the computer. */
export type AutostartState =
  | { readonly kind: 'on' | 'off' }
  /** macOS asks the owner first, in its own settings. */
  | { readonly kind: 'needs-approval' }
  | { readonly kind: 'not-possible'; readonly why: 'not-installed' | 'not-writable' };

/** What this desktop has to show. */
export type DesktopAbilities = {
  readonly autostart: AutostartState;
  readonly hasNotifications: boolean;
  /** Buttons on a notification. */
  readonly hasActions: boolean;
  /** null: it could not be found out. */
  readonly hasTray: boolean | null;
};

const spec =
  <Value>(kind: 'query' | 'command') =>
  <Args extends z.ZodType>(args: Args): CommandSpec<Args, Value> => ({ kind, args });
const nothing = z.object({});
const attachmentId = z.number().int().positive();

export const SHELL_COMMANDS = {
  'shell.info': spec<ShellInfo>('query')(nothing),
  /** http, https, mailto and tel only; opens in the owner's own program. Answers false for any other. */
  'shell.openLink': spec<boolean>('command')(z.object({ url: z.string().max(8_000) })),
  /**
   * Asks where, then writes. A file that is not opened is held back until the owner was warned (`isWarned`). null when he
   * thought better of it.
   */
  'shell.saveAttachment': spec<SavedFile | null>('command')(z.object({ id: attachmentId, isWarned: z.boolean() })),
  /** Asks for a folder, then writes them there beside what it holds; files that are not opened stay out. */
  'shell.saveAttachments': spec<SavedFiles | null>('command')(z.object({ ids: z.array(attachmentId).min(1).max(500) })),
  /** In the owner's own program, from a copy that he cannot write in by mistake. Never a file that runs. */
  'shell.openAttachment': spec<OpenedFile>('command')(z.object({ id: attachmentId })),
  /** The original of a message as .eml, where the owner says. null when he thought better of it. */
  'shell.saveMail': spec<string | null>('command')(z.object({ message: z.number().int().positive() })),
  /** The answers of a period as a table, where the owner says. Answers the path, or null when he thought better of it. */
  'shell.saveReport': spec<string | null>('command')(reportPeriod.extend({ language: z.enum(UI_LANGUAGES) })),
  /** All saved replies as a table, where the owner says. Answers the path, or null when he thought better of it. */
  'shell.saveCanned': spec<string | null>('command')(z.object({ language: z.enum(UI_LANGUAGES) })),
  /** What is planned for a day as a calendar file, where the owner says. null when he thought better of it. */
  'shell.saveDayPlan': spec<string | null>('command')(
    z.object({ day: workingDay.nullable(), language: z.enum(UI_LANGUAGES) }),
  ),
  /** An invitation as a calendar file, where the owner says. null when he thought better of it. */
  'shell.saveInvitation': spec<string | null>('command')(z.object({ message: z.number().int().positive() })),
  /** The same in the owner's own calendar program. */
  'shell.openInvitation': spec<null>('command')(z.object({ message: z.number().int().positive() })),
  /** Asks which file or folder of mail, then takes it in. null when the owner thought better of it. */
  'shell.importMail': spec<ImportReport | null>('command')(z.object({ from: z.enum(['file', 'folder']) })),
  /** Asks which file of vCards, and tells what would come of it. null when the owner thought better of it. */
  'shell.chooseCards': spec<CardImport | null>('command')(nothing),
  /** Takes in the file that was chosen last; null: none was. */
  'shell.importCards': spec<CardImport | null>('command')(nothing),
  /** The cards of one person or of everybody as a file, where the owner says. null when he thought better of it. */
  'shell.saveCards': spec<string | null>('command')(z.object({ address: z.string().max(320).nullable() })),
  /** Asks where, then writes a new folder there: everything, or all of one address. null when the owner thought better of it. */
  'shell.exportData': spec<ExportReport | null>('command')(z.object({ contact: z.string().max(320).nullable() })),
  /** What the window was opened for and has not been told yet, once. Taken too when it was told: then it is done with. */
  'shell.takeErrand': spec<Errand | null>('command')(nothing),
  'shell.desktop': spec<DesktopAbilities>('query')(nothing),
  /** Answers what is true after. */
  'shell.setAutostart': spec<AutostartState>('command')(z.object({ isOn: z.boolean() })),
  'shell.openDataFolder': spec<null>('command')(nothing),
  /** Closes the desk, puts that copy in its place, and opens it again. The window reloads. */
  'shell.restoreBackup': spec<null>('command')(z.object({ name: z.string().max(100) })),
  /** Switches to the demo desk in its own data folder (filled on first use), or back. The window reloads. */
  'shell.enterDemo': spec<null>('command')(nothing),
  'shell.leaveDemo': spec<null>('command')(nothing),
} as const;

export type ShellCommandName = keyof typeof SHELL_COMMANDS;
export type ShellCommandArgs<Name extends ShellCommandName> = z.infer<(typeof SHELL_COMMANDS)[Name]['args']>;
export type ShellCommandValue<Name extends ShellCommandName> =
  (typeof SHELL_COMMANDS)[Name] extends CommandSpec<z.ZodType, infer Value> ? Value : never;
