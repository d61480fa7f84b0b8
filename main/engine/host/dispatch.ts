// Carries one command to its handler. A thrown bug becomes an 'internal' failure with its stack in the log, and the engine lives
// on: one broken screen is better than a desk that is gone.
import type { CommandArgs, CommandName, CommandValue } from '../../contract/commands.ts';
import { failed, type Result } from '../../contract/errors.ts';
import type { Logger } from '../ports/ports.ts';
import type { Handlers } from './engine.ts';
import { failureOfStore } from '../store/store-failure.ts';

export type Dispatch = <Name extends CommandName>(
  name: Name,
  args: CommandArgs<Name>,
) => Promise<Result<CommandValue<Name>>>;

/** `onStoreError` hears of every error that the store threw. */
export function createDispatch(handlers: Handlers, log: Logger, onStoreError: (error: unknown) => void): Dispatch {
  return async (name, args) => {
    try {
      return await handlers[name](args);
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log('error', `command ${name}`, { error: stack });
      const ofStore = failureOfStore(error);
      if (ofStore !== null) {
        onStoreError(error);
        return { ok: false, error: ofStore };
      }
      return failed('internal', 'never', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  };
}
