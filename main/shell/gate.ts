// The trust edge: what the window sends is foreign until it passed here. Known name, arguments of the right shape, bounded size;
// the answer is always a Result. No Electron in this file, so that it can be tried with ten thousand wrong messages.
import { COMMANDS, type CommandArgs, type CommandName } from '../contract/commands.ts';
import { failed, type Result } from '../contract/errors.ts';
import { SHELL_COMMANDS, type ShellCommandArgs, type ShellCommandName } from '../contract/shell-commands.ts';

export type GateDeps = {
  readonly engine: <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => Promise<Result<unknown>>;
  readonly shell: <Name extends ShellCommandName>(name: Name, args: ShellCommandArgs<Name>) => Promise<Result<unknown>>;
  readonly onBug: (name: string, error: unknown) => void;
};

// The largest honest message is a draft of two million characters.
const MAX_CHARACTERS = 4_000_000;
const MAX_VALUES = 100_000;
const MAX_DEPTH = 20;

/** These name places on the owner's disk: from the window only by the shell's own dialog (shell.importMail, shell.exportData, shell.importContacts). */
const WITH_PATHS: readonly CommandName[] = ['data.import', 'data.export', 'contact.import'];

/** Two arguments as they came over the wire. Never rejects. */
export type Gate = (name: unknown, args: unknown) => Promise<Result<unknown>>;

export function createGate({ engine, shell, onBug }: GateDeps): Gate {
  const pass = async (name: string, args: unknown): Promise<Result<unknown>> => {
    if (isEngineName(name) && !WITH_PATHS.some((withPath) => withPath === name)) {
      const parsed = COMMANDS[name].args.safeParse(args);
      if (!parsed.success)
        return failed('invalid-argument', 'never', `${name}: ${parsed.error.issues[0]?.message ?? ''}`);
      return engine(name, parsed.data as CommandArgs<typeof name>);
    }
    if (isShellName(name)) {
      const parsed = SHELL_COMMANDS[name].args.safeParse(args);
      if (!parsed.success)
        return failed('invalid-argument', 'never', `${name}: ${parsed.error.issues[0]?.message ?? ''}`);
      return shell(name, parsed.data as ShellCommandArgs<typeof name>);
    }
    return failed('invalid-argument', 'never', 'no such command');
  };
  return async (name, args) => {
    if (typeof name !== 'string' || name.length > 60) return failed('invalid-argument', 'never', 'no such command');
    if (!isOfBoundedSize(args)) return failed('invalid-argument', 'never', `${name}: too large`);
    try {
      return await pass(name, args);
    } catch (error) {
      onBug(name, error);
      return failed('internal', 'never', error instanceof Error ? error.name : 'unknown');
    }
  };
}

const isEngineName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
const isShellName = (name: string): name is ShellCommandName => Object.hasOwn(SHELL_COMMANDS, name);

/** Walks without recursion, and stops at the first limit, so that a hostile message costs bounded time. A cycle runs into the limit too. */
export function isOfBoundedSize(message: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }];
  let characters = 0;
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    values += 1;
    if (values > MAX_VALUES || next.depth > MAX_DEPTH) return false;
    const { value, depth } = next;
    if (typeof value === 'string') characters += value.length;
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) characters += value.byteLength;
    else if (value instanceof Map || value instanceof Set) return false;
    else if (Array.isArray(value)) {
      if (value.length > MAX_VALUES) return false;
      for (const part of value) open.push({ value: part, depth: depth + 1 });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        characters += key.length;
        open.push({ value: part, depth: depth + 1 });
      }
    }
    if (characters > MAX_CHARACTERS) return false;
  }
  return true;
}
