// Knows a message again that another program moved or copied to another mailbox, from outside: it keeps its row, its conversation
// and what was decided about it, and is not downloaded a second time.
import type { ConversationId } from '../../../contract/views.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import type { FetchedMail, FetchItems } from './fetch-items.ts';
import type { ImapSession } from './imap-session.ts';
import { messageIdOf } from './remap.ts';

export type CopyDeps = {
  readonly mailboxes: MailboxTable;
  /** Stored changes that may move conversations in the queue. */
  readonly onChange: (conversations: readonly ConversationId[]) => void;
};

/**
 * New mail comes into the inbox and Sent, and is rarely a copy: only where the server has a number for a message, or where some
 * message has gone and may have come back, it is worth a look before it is fetched.
 */
export const mayHoldCopies = (
  mailboxes: MailboxTable,
  session: ImapSession,
  account: AccountRow,
  row: Pick<MailboxRow, 'role'>,
): boolean => hasNumbers(session) || !isFresh(row) || mailboxes.hasGone(account.id);

/** What to ask for, so that copies can be recognised. */
export function overviewItems(
  { mailboxes }: CopyDeps,
  session: ImapSession,
  account: AccountRow,
  row: Pick<MailboxRow, 'role'>,
): FetchItems {
  const messageIdHeader = !hasNumbers(session) && mayHoldCopies(mailboxes, session, account, row);
  return messageIdHeader ? { overview: true, messageIdHeader } : { overview: true };
}

const hasNumbers = ({ capabilities }: ImapSession): boolean =>
  capabilities.has('OBJECTID') || capabilities.has('X-GM-EXT-1');
const isFresh = ({ role }: Pick<MailboxRow, 'role'>): boolean => role === 'inbox' || role === 'sent';

/** Answers the UIDs among these that need not be downloaded. */
export function adoptCopies(
  { mailboxes, onChange }: CopyDeps,
  account: AccountRow,
  row: MailboxRow,
  mails: Iterable<FetchedMail>,
): ReadonlySet<number> {
  const adopted = new Set<number>();
  const changed = new Set<ConversationId>();
  for (const mail of mails) {
    const { uid, flags, size, at, emailId } = mail;
    if (flags === null) continue;
    // Moved there by ourselves, and told its number.
    const known =
      mailboxes.messageAt(row.id, uid) ??
      mailboxes.findCopy(account.id, row.id, { emailId, messageId: messageIdOf(mail.header), size, at });
    if (known === null) continue;
    adopted.add(uid);
    for (const id of mailboxes.adopt(known, { mailboxId: row.id, uid, flags, emailId })) changed.add(id);
  }
  onChange([...changed]);
  return adopted;
}
