// The commands about accounts, and who answers each.
import { ok } from '../../contract/errors.ts';
import type { CommandName } from '../../contract/commands.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Store } from '../store/store.ts';
import { mailboxHealth } from '../sync/mailbox-health.ts';
import type { Handlers } from './engine.ts';

type AccountCommand = Extract<CommandName, `accounts.${string}`>;

export function answerAccounts(accounts: Accounts, store: Store): Pick<Handlers, AccountCommand> {
  return {
    'accounts.list': () => ok(accounts.list()),
    'accounts.suggest': async (args) => ok(await accounts.suggest(args.email)),
    'accounts.test': (args) => accounts.test(args),
    'accounts.add': (args) => accounts.add(args),
    'accounts.edit': (args) => accounts.edit(args),
    'accounts.remove': (args) => accounts.remove(args),
    'accounts.signInAgain': (args) => accounts.signInAgain(args),
    'accounts.stopSignIn': ({ testId }) => {
      accounts.stopSignIn(testId);
      return ok(null);
    },
    'accounts.setPassword': (args) => accounts.setPassword(args),
    'accounts.setPaused': (args) => accounts.setPaused(args),
    'accounts.mailboxes': ({ id }) => mailboxHealth(store, id),
  };
}
