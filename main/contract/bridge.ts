// The one object that preload puts on `window.balie`. The window knows nothing else of the world.
import type { CommandArgs, CommandName, CommandValue } from './commands.ts';
import type { Result } from './errors.ts';
import type { NumberedEvent } from './events.ts';
import type { Errand, ShellCommandArgs, ShellCommandName, ShellCommandValue } from './shell-commands.ts';

/** What the shell tells the window unasked. */
export type ShellEvent =
  | Errand
  /** The engine stopped and is being started again. */
  | { readonly kind: 'engine-restarting' }
  | { readonly kind: 'engine-ready' };

export type BalieBridge = {
  readonly call: <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => Promise<Result<CommandValue<Name>>>;
  readonly shell: <Name extends ShellCommandName>(
    name: Name,
    args: ShellCommandArgs<Name>,
  ) => Promise<Result<ShellCommandValue<Name>>>;
  /** Both answer a function that stops listening. */
  readonly onEvent: (listener: (numbered: NumberedEvent) => void) => () => void;
  readonly onShellEvent: (listener: (event: ShellEvent) => void) => () => void;
};
