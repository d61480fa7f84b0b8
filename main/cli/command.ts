// What every command of the command line is: its words, its options, and the deed. The commands are in commands/.
import type { ParseArgsConfig } from 'node:util';
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { Result } from '../contract/errors.ts';
import type { Engine } from '../engine/host/engine.ts';
import type { DeskOptions, DeskUse } from './desk.ts';
import type { Outcome, Speaker } from './outcome.ts';
import type { Places } from './places.ts';

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export type Context = {
  readonly desk: DeskOptions;
  readonly places: Places;
  /** The machine's language, until the desk's settings are known. */
  readonly language: UiLanguage;
  readonly isJson: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly speaker: Speaker;
  readonly readStdin: () => Promise<string>;
  readonly readLines: NodeJS.ReadableStream;
  /** Waits for a reader that is slower than we are. */
  readonly writeLine: (line: string) => Promise<void>;
  /** Aborted by Ctrl+C or a polite kill. */
  readonly stopping: AbortSignal;
  /** Opens the desk, does the work, and closes it whatever happens. The language is the owner's. */
  readonly atDesk: (use: DeskUse, work: (engine: Engine, language: UiLanguage) => Promise<Outcome>) => Promise<Outcome>;
  readonly openDesk: (use: DeskUse) => Promise<Result<Engine>>;
};

export type CliCommand = {
  /** One or two words, such as "account add". */
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly does: { readonly [language in UiLanguage]: string };
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly fewest: number;
  readonly most: number;
  readonly run: (context: Context, words: readonly string[], values: Values) => Promise<Outcome>;
};

export const TEXT = { type: 'string' } as const;
export const SWITCH = { type: 'boolean' } as const;
