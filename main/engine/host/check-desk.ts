// `desk.check`: is the file sound, and do we have what the servers have? Tells, repairs nothing; a sync mends gaps.
import { ok, type Result } from '../../contract/errors.ts';
import type { CheckReport } from '../../contract/views.ts';
import type { Connector } from '../channels/connector.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';

export type CheckDeskDeps = {
  readonly store: Pick<Store, 'accounts' | 'mailboxes' | 'check'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'compare'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
};

export async function checkDesk(deps: CheckDeskDeps, isRemote: boolean): Promise<Result<CheckReport>> {
  const integrity = deps.store.check.integrity();
  const gaps: CheckReport['gaps'][number][] = [];
  if (isRemote) {
    // One that was disconnected has no server to compare with any more.
    for (const account of deps.store.accounts.list().filter(({ detachedAt }) => detachedAt === null)) {
      const found = await gapsOf(deps, account);
      if (!found.ok) return found;
      gaps.push(...found.value);
    }
  }
  return ok({ ok: integrity === 'ok' && gaps.length === 0, integrity, ...deps.store.check.counts(), gaps });
}

async function gapsOf(deps: CheckDeskDeps, account: AccountRow): Promise<Result<CheckReport['gaps']>> {
  const password = await deps.passwordFor(account);
  if (!password.ok) return password;
  const there = await deps.connectorFor(account).compare(account, password.value);
  if (!there.ok) return there;
  const mailboxes = deps.store.mailboxes.list(account.id);
  return ok(
    there.value.flatMap(({ mailbox, uids, wanted }) => {
      const own = mailboxes.find(({ path }) => path === mailbox);
      const here = new Set(own === undefined ? [] : deps.store.mailboxes.uids(own.id));
      // What the server would not hand over is known trouble, and shown elsewhere; it is no gap.
      const known = new Set(own === undefined ? [] : deps.store.mailboxes.troubles(own.id).map(({ uid }) => uid));
      const onServer = new Set(uids);
      const missing = wanted.filter((uid) => !here.has(uid) && !known.has(uid));
      const extra = [...here].filter((uid) => !onServer.has(uid));
      return missing.length + extra.length === 0 ? [] : [{ account: account.id, mailbox, missing, extra }];
    }),
  );
}
