// One run of the command line: finds the command, checks its words, gives it a desk, and turns what it comes to into an exit code.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { failed } from '../contract/errors.ts';
import { deskNewsWords } from '../contract/text/desk-news-words.ts';
import { languageOf } from '../contract/text/language.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { Engine } from '../engine/host/engine.ts';
import { demoFolder } from '../engine/host/desk-files.ts';
import type { CliCommand, Context, Values } from './command.ts';
import { COMMANDS } from './commands/all.ts';
import { openDesk, type DeskOptions, type DeskUse } from './desk.ts';
import { helpText } from './help.ts';
import { createSpeaker, WrongUse, type Outcome, type Speaker } from './outcome.ts';
import { usualDataFolder, type Places } from './places.ts';

export type CommandLine = {
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly systemLanguage: string;
  readonly language: UiLanguage;
  readonly places: Places;
  readonly stopping: AbortSignal;
  readonly readStdin: () => Promise<string>;
  readonly readLines: NodeJS.ReadableStream;
  readonly onKeychainHang: () => void;
  readonly writeLine: (line: string) => Promise<void>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

const EVERYWHERE = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export async function runCommandLine(line: CommandLine): Promise<number> {
  const speaker = createSpeaker(line.words.includes('--json'), line.out, line.err);
  const found = findCommand(line.words);
  if (found === null) return withoutCommand(line, speaker);
  let language = line.language;
  try {
    const { values, positionals } = parseWords(found.command, found.rest);
    if (values['help'] === true) {
      line.out(helpText([found.command], line.language));
      return 0;
    }
    const context = contextOf(line, found.command, values, speaker, (own) => {
      language = own;
    });
    const outcome = await found.command.run(context, positionals, values);
    return speaker.outcome(outcome, language);
  } catch (error) {
    if (error instanceof WrongUse) return speaker.wrongUse(error.message);
    // Our bug: say so with its stack, in the words of the contract.
    line.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return speaker.outcome(failed('internal', 'never', String(error)), language);
  }
}

function withoutCommand(line: CommandLine, speaker: Speaker): number {
  if (line.words.includes('--version')) {
    line.out(`${line.places.version}\n`);
    return 0;
  }
  const known = line.words.length === 0 || line.words.includes('--help') || line.words.includes('-h');
  if (known) {
    line.out(helpText(COMMANDS, line.language));
    return line.words.length === 0 ? 2 : 0;
  }
  return speaker.wrongUse(`balie: "${line.words.find((word) => !word.startsWith('-')) ?? ''}"? See balie --help`);
}

/** The command's words may stand after options that belong everywhere: `--data DIR queue`. */
function findCommand(words: readonly string[]): { readonly command: CliCommand; readonly rest: string[] } | null {
  const before: string[] = [];
  let at = 0;
  for (; at < words.length && words[at]?.startsWith('-'); at += 1) {
    before.push(words[at] ?? '');
    if (words[at] === '--data') before.push(words[(at += 1)] ?? '');
  }
  const after = words.slice(at);
  const command = COMMANDS.toSorted((a, b) => b.name.length - a.name.length).find((one) =>
    one.name.split(' ').every((part, index) => after[index] === part),
  );
  if (command === undefined) return null;
  return { command, rest: [...before, ...after.slice(command.name.split(' ').length)] };
}

function parseWords(command: CliCommand, rest: string[]): { readonly values: Values; readonly positionals: string[] } {
  let parsed;
  try {
    parsed = parseArgs({
      args: rest,
      options: { ...EVERYWHERE, ...command.options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new WrongUse(`${command.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { positionals } = parsed;
  const values = parsed.values as Values;
  const isFew = positionals.length < command.fewest;
  if (values['help'] !== true && (isFew || positionals.length > command.most)) {
    throw new WrongUse(`${isFew ? 'too few words' : 'too many words'}: balie ${command.name} ${command.usage}`);
  }
  return { values, positionals };
}

function contextOf(
  line: CommandLine,
  command: CliCommand,
  values: Values,
  speaker: Speaker,
  onLanguage: (language: UiLanguage) => void,
): Context {
  const desk: DeskOptions = {
    dataFolder: dataFolderOf(line, command, values),
    assetsFolder: line.places.assetsFolder,
    version: line.places.version,
    systemLanguage: line.systemLanguage,
    env: line.env,
    onKeychainHang: line.onKeychainHang,
  };
  const open = (use: DeskUse) => openDesk(desk, use);
  return {
    desk,
    places: line.places,
    language: line.language,
    isJson: values['json'] === true,
    env: line.env,
    speaker,
    readStdin: line.readStdin,
    readLines: line.readLines,
    writeLine: line.writeLine,
    stopping: line.stopping,
    openDesk: open,
    atDesk: async (use, work): Promise<Outcome> => {
      const opened = await open(use);
      if (!opened.ok) return opened;
      try {
        const language = await languageAt(opened.value, line.systemLanguage);
        onLanguage(language);
        const news = await opened.value.call('storage.news', {});
        if (news.ok && news.value !== null) speaker.progress(deskNewsWords(language, news.value));
        return await work(opened.value, language);
      } finally {
        await opened.value.stop();
      }
    },
  };
}

/** --data, else BALIE_DATA, else the app's own folder; the demo desk without --data lies in a folder of its own. */
function dataFolderOf(line: CommandLine, command: CliCommand, values: Values): string {
  const given = values['data'];
  if (typeof given === 'string' && given !== '') return resolve(line.cwd, given);
  const usual = resolve(line.env['BALIE_DATA'] || usualDataFolder(line.env, process.platform));
  return command.name === 'demo' ? demoFolder(usual) : usual;
}

async function languageAt(engine: Engine, systemLanguage: string): Promise<UiLanguage> {
  const settings = await engine.call('settings.get', {});
  return languageOf(settings.ok ? settings.value.language : 'system', systemLanguage);
}
