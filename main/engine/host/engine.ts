// The engine as its hosts see it: one way to ask, one way to listen, one way to stop.
import type { CommandArgs, CommandName, CommandValue } from '../../contract/commands.ts';
import type { Result } from '../../contract/errors.ts';
import type { NumberedEvent } from '../../contract/events.ts';

export type Engine = {
  /** Arguments are checked by the caller at the trust edge. Never rejects for a failure of the world. */
  readonly call: <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => Promise<Result<CommandValue<Name>>>;
  readonly onEvent: (listener: (numbered: NumberedEvent) => void) => () => void;
  /** Finishes what is being written, closes every connection and the store. */
  readonly stop: () => Promise<void>;
};

/** One handler for every command: a missing one does not compile. */
export type Handlers = {
  readonly [Name in CommandName]: (
    args: CommandArgs<Name>,
  ) => Result<CommandValue<Name>> | Promise<Result<CommandValue<Name>>>;
};
