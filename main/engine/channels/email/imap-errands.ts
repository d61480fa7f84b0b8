// Short visits to the server beside the watch's own connection: an attachment, a look in Sent, a comparison. One at a time for
// each account, so that an account never holds more than two connections (Gmail allows 15 for all programs together).
import type { Result } from '../../../contract/errors.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { Doors } from './doors.ts';
import { signsInByBrowser, withSecret, type SignIns } from './sign-in.ts';
import { openImapSession, type ImapDeps, type ImapLimits, type ImapSession } from './imap-session.ts';

export type Errands = {
  readonly run: <T>(
    account: AccountRow,
    password: string,
    errand: (session: ImapSession) => Promise<Result<T>>,
  ) => Promise<Result<T>>;
};

export function createErrands(
  deps: ImapDeps,
  limits: ImapLimits,
  signIns: Pick<SignIns, 'renew'>,
  doors: Doors,
): Errands {
  const queues = new Map<string, Promise<unknown>>();
  return {
    run: (account, password, errand) => {
      const visit = async (): Promise<Awaited<ReturnType<typeof errand>>> => {
        const opened = await doors.through(account.id, () =>
          withSecret(signIns, account, password, (secret) => openImapSession(deps, signInOf(account, secret), limits)),
        );
        if (!opened.ok) return opened;
        try {
          return await errand(opened.value);
        } finally {
          await opened.value.leave();
        }
      };
      const before = queues.get(account.id) ?? Promise.resolve();
      const turn = before.then(visit, visit);
      const settled = turn.catch(() => {});
      queues.set(account.id, settled);
      void settled.then(() => {
        if (queues.get(account.id) === settled) queues.delete(account.id);
      });
      return turn;
    },
  };
}

export const signInOf = (account: AccountRow, password: string) => ({
  server: account.imap,
  user: account.user,
  password,
  isToken: signsInByBrowser(account),
  ca: account.ca,
  plainAllowed: account.plainAllowed,
});
