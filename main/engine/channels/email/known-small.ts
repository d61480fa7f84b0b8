// Which messages may be asked for whole without a look at them first. The look is a second answer for each, and taking answers
// apart is the larger part of what a first sync spends on the wire: one search that names the few large ones is cheaper.
import { ok, type Result } from '../../../contract/errors.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import { WHOLE_BYTES } from './body-fetch.ts';
import { mayHoldCopies } from './copies.ts';
import type { ImapSession } from './imap-session.ts';
import type { Suspects } from './suspects.ts';

export type KnownSmallDeps = { readonly mailboxes: MailboxTable; readonly suspects: Suspects };

/** Fewer are looked at in one answer that is quickly there. */
const WORTH_A_SEARCH = 50;

/** A search that is refused, or an answer that lies, costs only the look: what comes is measured again. */
export async function knownSmall(
  { mailboxes, suspects }: KnownSmallDeps,
  session: ImapSession,
  account: AccountRow,
  row: MailboxRow,
  uids: readonly number[],
): Promise<Result<ReadonlySet<number>>> {
  const none: ReadonlySet<number> = new Set();
  if (uids.length < WORTH_A_SEARCH || mayHoldCopies(mailboxes, session, account, row)) return ok(none);
  // By their range: a set of scattered numbers makes a line that some servers find too long.
  const large = await session.largerThan({ from: Math.min(...uids), to: Math.max(...uids) }, WHOLE_BYTES);
  if (!large.ok) return session.isClosed() ? large : ok(none);
  const isPlain = (uid: number): boolean =>
    !large.value.has(uid) &&
    suspects.verdict(row.id, uid) === null &&
    !suspects.isSuspect(row.id, uid) &&
    // Moved there by ourselves, and told its number.
    mailboxes.messageAt(row.id, uid) === null;
  return ok(new Set(uids.filter(isPlain)));
}
