// Questions that are asked before whoever needs the answers is there to ask them. Which ones: app/first-questions.ts.
import type { CommandArgs, CommandName, CommandValue } from '../../main/contract/commands.ts';
import type { Result } from '../../main/contract/errors.ts';

type Call = <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => Promise<Result<CommandValue<Name>>>;

export type AskedAhead = {
  /** The same question gets the answer that is under way, the first time. */
  readonly call: Call;
  /** An answer that nobody took is old by now. */
  readonly forget: () => void;
};

export function askAhead<Name extends CommandName>(
  call: Call,
  questions: readonly (readonly [Name, CommandArgs<Name>])[],
): AskedAhead {
  const asked = new Map(questions.map(([name, args]) => [keyOf(name, args), call(name, args)]));
  return {
    call: <Asked extends CommandName>(name: Asked, args: CommandArgs<Asked>) => {
      const key = keyOf(name, args);
      const answer = asked.get(key);
      asked.delete(key);
      return answer === undefined ? call(name, args) : (answer as Promise<Result<unknown>> as ReturnType<Call>);
    },
    forget: () => asked.clear(),
  };
}

const keyOf = (name: CommandName, args: unknown): string => `${name} ${JSON.stringify(args)}`;
