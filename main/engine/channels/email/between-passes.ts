// What is looked at while an account rests between two passes: the inbox is kept open for IDLE, and Sent is asked after every few
// seconds. A second connection in IDLE on Sent would tell a moment sooner, but it is the one that errands (an attachment, a look
// for a sent copy) need, and an account has two at most.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import { SECOND_MS } from '../../../domain/instant.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxTable } from '../../store/mailbox-table.ts';
import type { ImapSession } from './imap-session.ts';
import { isAsKnown } from './mailbox-list.ts';

/**
 * An answer given on the phone should stop the clock before the owner looks up from it. STATUS of one mailbox is some 200 bytes:
 * 1.7 MB in a day.
 */
export const SENT_LOOK_MS = 10 * SECOND_MS;

/** Back to the inbox, where new mail is waited for. Another mailbox was open meanwhile: 'changed' when it is not as we left it. */
export async function openInbox(
  mailboxes: MailboxTable,
  session: ImapSession,
  account: AccountRow,
): Promise<Result<'open' | 'changed'>> {
  const inbox = mailboxes.list(account.id).find(({ role }) => role === 'inbox');
  if (inbox === undefined) return failed('not-found', 'never', 'the account was removed');
  if (session.selectedPath() === inbox.path) return ok('open');
  const selected = await session.select(inbox.path);
  if (!selected.ok) return selected;
  const { uidValidity, uidNext, exists, highestModseq } = selected.value;
  const isSame =
    uidValidity === inbox.uidValidity &&
    uidNext === inbox.uidNext &&
    exists === mailboxes.countPlaces(inbox.id) + inbox.olderCount + mailboxes.troubles(inbox.id).length &&
    (highestModseq === null ? null : String(highestModseq)) === inbox.highestModseq;
  return ok(isSame ? 'open' : 'changed');
}

/** What STATUS told of Sent, in one text; '' before it was asked. */
export type SentSeen = string;

/**
 * Asks how Sent stands, and what came into the inbox where the server cannot tell by itself. Also proves that it is still there.
 * The same answer is told of once only: a server whose figures never agree must not keep us running in circles.
 */
export async function lookAtSent(
  mailboxes: MailboxTable,
  session: ImapSession,
  account: AccountRow,
  before: SentSeen,
): Promise<Result<{ readonly isChanged: boolean; readonly seen: SentSeen }>> {
  const sent = mailboxes.list(account.id).find(({ role }) => role === 'sent');
  if (sent === undefined || !session.capabilities.has('IDLE')) {
    const answered = await session.noop();
    if (!answered.ok) return answered;
  }
  if (sent === undefined) return ok({ isChanged: false, seen: before });
  const status = await session.status(sent.path);
  // Taken away or forbidden: the next pass lists anew. Only a line that is gone is a failure here.
  if (!status.ok) return session.isClosed() ? status : ok({ isChanged: false, seen: before });
  const { messages, uidNext, uidValidity, highestModseq } = status.value;
  const seen = [messages, uidNext, uidValidity, highestModseq].join(' ');
  return ok({ isChanged: seen !== before && !isAsKnown(mailboxes, sent, status.value, account.historyFrom), seen });
}
