// Which mailboxes an account has and how each stands on the server, asked for all of them at once (RFC 5819 where it is offered).
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { Clock } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRole } from '../../store/mailbox-role.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import type { MailboxStatus } from './imap-folders.ts';
import type { ImapSession } from './imap-session.ts';
import type { MailboxInfo } from './mailbox-roles.ts';

export type ListDeps = { readonly clock: Clock; readonly mailboxes: MailboxTable };

export type StandingMailbox = {
  readonly row: MailboxRow;
  /** null: the server would not tell. */
  readonly status: MailboxStatus | null;
};

export async function takeMailboxes(
  deps: ListDeps,
  session: ImapSession,
  account: AccountRow,
): Promise<Result<readonly StandingMailbox[]>> {
  const listed = await session.standing();
  if (!listed.ok) return listed;
  if (!listed.value.some(({ role }) => role === 'inbox')) {
    return failed('server-nonsense', 'auto', 'LIST names no INBOX', { host: account.imap.host });
  }
  const statuses = new Map(listed.value.map(({ path, status }) => [path, status]));
  const rows = deps.mailboxes.relist(
    account.id,
    listed.value.map((mailbox) => ({ path: mailbox.path, role: mailbox.role, isSynced: isRead(mailbox) })),
  );
  const standing = rows.flatMap((row) => {
    const status = statuses.get(row.path);
    return status === undefined ? [] : [{ row, status }];
  });
  const looks = standing.flatMap(({ row, status }) => {
    const count = status?.messages ?? null;
    return count === null ? [] : [{ id: row.id, count }];
  });
  deps.mailboxes.noteLooks(looks, deps.clock.now());
  return ok(standing);
}

/** Sent alone, for the answer that goes with what happened in the inbox. */
export async function takeSent(
  deps: ListDeps,
  session: ImapSession,
  account: AccountRow,
): Promise<Result<readonly StandingMailbox[]>> {
  const row = deps.mailboxes.list(account.id).find(({ role }) => role === 'sent');
  if (row === undefined) return ok([]);
  const status = await session.status(row.path);
  if (!status.ok) return session.isClosed() ? status : ok([]);
  return ok([{ row, status: status.value }]);
}

/**
 * Drafts are nobody's mail yet. Junk and Trash are only followed, to know where a message of ours went (docs/decisions). What
 * the owner filed in folders of his own is read: it is the history of his customers.
 */
export const isRead = ({ role, isVirtual }: MailboxInfo): boolean => !isVirtual && (role === null || READ.has(role));
const READ: ReadonlySet<MailboxRole> = new Set(['inbox', 'sent', 'archive', 'all']);

/** Does the mailbox stand there as we know it? Then it need not be opened. */
export function isAsKnown(
  mailboxes: Pick<MailboxTable, 'countPlaces' | 'troubles'>,
  row: MailboxRow,
  status: MailboxStatus | null,
  historyFrom: number,
): boolean {
  if (status === null || row.uidNext === null || row.uidValidity === null || row.windowFrom !== historyFrom)
    return false;
  const { messages, uidNext, uidValidity, highestModseq } = status;
  return (
    uidValidity === row.uidValidity &&
    uidNext !== null &&
    uidNext <= row.uidNext &&
    messages === mailboxes.countPlaces(row.id) + row.olderCount + mailboxes.troubles(row.id).length &&
    // Without mod-sequences a flag may have changed unseen: see FLAG_SCAN. Those of filed mail move nobody's turn.
    (highestModseq === null ? row.role !== 'inbox' : String(highestModseq) === row.highestModseq)
  );
}
