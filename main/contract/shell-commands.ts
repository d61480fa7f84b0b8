// What the window may ask of the shell itself: things that need the operating system and not the engine.
import { z } from 'zod';
import { UI_LANGUAGES } from '../domain/conversation/message.ts';
import type { CommandSpec } from './commands.ts';
import type { ExportReport, ImportReport } from './own-data.ts';
import { reportPeriod } from './report.ts';

export type ShellInfo = {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly systemLanguage: string;
  readonly prefersDark: boolean;
};

const spec =
  <Value>(kind: 'query' | 'command') =>
  <Args extends z.ZodType>(args: Args): CommandSpec<Args, Value> => ({ kind, args });
const nothing = z.object({});

export const SHELL_COMMANDS = {
  'shell.info': spec<ShellInfo>('query')(nothing),
  /** http, https, mailto and tel only; opens in the owner's own program. Answers false for any other. */
  'shell.openLink': spec<boolean>('command')(z.object({ url: z.string().max(8_000) })),
  /** Asks where, then writes. Answers the path, or null when the owner thought better of it. */
  'shell.saveAttachment': spec<string | null>('command')(z.object({ id: z.number().int().positive() })),
  /** The answers of a period as a table, where the owner says. Answers the path, or null when he thought better of it. */
  'shell.saveReport': spec<string | null>('command')(reportPeriod.extend({ language: z.enum(UI_LANGUAGES) })),
  /** Asks which file or folder of mail, then takes it in. null when the owner thought better of it. */
  'shell.importMail': spec<ImportReport | null>('command')(z.object({ from: z.enum(['file', 'folder']) })),
  /** Asks where, then writes a new folder there: everything, or all of one address. null when the owner thought better of it. */
  'shell.exportData': spec<ExportReport | null>('command')(z.object({ contact: z.string().max(320).nullable() })),
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
