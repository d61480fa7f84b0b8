// What we have of each mailbox, beside what the server said it has: the owner's proof that nothing is missing, from the store
// alone. The UIDs themselves are compared by host/check-desk.ts and in every pass that finds the numbers off.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { AccountId, MailboxView } from '../../contract/views.ts';
import type { MailboxRow } from '../store/mailbox-table.ts';
import type { Store } from '../store/store.ts';

export function mailboxHealth(
  { accounts, mailboxes }: Pick<Store, 'accounts' | 'mailboxes'>,
  account: AccountId,
): Result<readonly MailboxView[]> {
  if (accounts.get(account) === null) return failed('not-found', 'never', `no account ${account}`);
  return ok(
    mailboxes
      .list(account)
      // Taken away on the server: what was in it is kept, but there is nothing to compare with.
      .filter(({ role, isSynced, lookedAt }) => isSynced || (role !== null && lookedAt !== null))
      .toSorted((a, b) => placeOf(a) - placeOf(b) || a.path.localeCompare(b.path))
      .map((row) => viewOf(mailboxes, row)),
  );
}

function viewOf(mailboxes: Store['mailboxes'], row: MailboxRow): MailboxView {
  const here = mailboxes.countPlaces(row.id);
  const refused = mailboxes.troubles(row.id).length;
  const onServer = row.serverCount ?? here;
  const older = row.isSynced ? row.olderCount : 0;
  return {
    path: row.path,
    role: row.role,
    isWatched: watchOf(row),
    isRead: row.uidNext !== null,
    here,
    onServer,
    older,
    missing: {
      refused,
      // Mail that came in since the server was last asked may be here already.
      notYet: row.isSynced ? Math.max(0, onServer - older - here - refused) : 0,
    },
    lastLookedAt: row.lookedAt,
    lastFullCheckAt: row.lastFullCheckAt,
    oldestAt: mailboxes.oldestAt(row.id),
  };
}

const watchOf = ({ role, isSynced }: MailboxRow): MailboxView['isWatched'] => {
  if (!isSynced) return 'not-fetched';
  return role === 'inbox' || role === 'sent' ? 'live' : 'schedule';
};

const ORDER = ['inbox', 'sent', 'archive', 'all', null, 'drafts', 'junk', 'trash'] as const;
const placeOf = ({ role }: MailboxRow): number => ORDER.indexOf(role);
