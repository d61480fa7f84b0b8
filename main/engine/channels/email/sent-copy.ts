// The copy of what we sent: looks whether it lies in Sent, and puts it there where the server does not do so itself. Many
// providers do (Gmail, Microsoft, iCloud), some seconds later; a copy of our own beside theirs would stand there twice.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import { SECOND_MS } from '../../../domain/instant.ts';
import type { Timers } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { OutgoingMail } from '../connector.ts';
import type { Errands } from './imap-errands.ts';
import type { ImapSession } from './imap-session.ts';

/** Pauses before looking again. A filing that takes longer than this was not seen anywhere. */
export type SentCopyWaits = { readonly usualMs: readonly number[]; readonly selfFilingMs: readonly number[] };
export const SENT_COPY_WAITS: SentCopyWaits = {
  usualMs: [0, 4 * SECOND_MS, 6 * SECOND_MS],
  selfFilingMs: [0, 5 * SECOND_MS, 15 * SECOND_MS, 30 * SECOND_MS],
};

const FILES_ITSELF =
  /(^|\.)(gmail\.com|googlemail\.com|outlook\.com|office365\.com|hotmail\.com|live\.com|me\.com|icloud\.com|mail\.me\.com)$/i;

export type SentCopyDeps = { readonly errands: Errands; readonly timers: Timers; readonly waits: SentCopyWaits };

export const findSent = (
  deps: SentCopyDeps,
  account: AccountRow,
  password: string,
  messageId: string,
): Promise<Result<boolean>> => deps.errands.run(account, password, (session) => isFiled(session, messageId));

export async function fileSent(
  deps: SentCopyDeps,
  account: AccountRow,
  password: string,
  mail: OutgoingMail,
): Promise<Result<'done' | 'by-server'>> {
  const waits = FILES_ITSELF.test(account.imap.host) ? deps.waits.selfFilingMs : deps.waits.usualMs;
  for (const waitMs of waits) {
    if (waitMs > 0) await new Promise<void>((resolve) => void deps.timers.after(waitMs, resolve));
    const found = await findSent(deps, account, password, mail.messageId);
    if (!found.ok) return found;
    if (found.value) return ok('by-server');
  }
  return deps.errands.run(account, password, async (session) => {
    const sent = await sentMailboxes(session);
    if (!sent.ok) return sent;
    const [mailbox] = sent.value;
    if (mailbox === undefined)
      return failed('not-found', 'never', 'no mailbox for sent mail', { host: account.imap.host });
    const appended = await session.append(mailbox, mail.raw, ['\\Seen']);
    return appended.ok ? ok('done') : appended;
  });
}

async function isFiled(session: ImapSession, messageId: string): Promise<Result<boolean>> {
  const mailboxes = await sentMailboxes(session);
  if (!mailboxes.ok) return mailboxes;
  for (const mailbox of mailboxes.value) {
    const selected = await session.select(mailbox);
    if (!selected.ok) return selected;
    const found = await session.findMessageId(messageId);
    if (!found.ok) return found;
    if (found.value.length > 0) return ok(true);
  }
  return ok(false);
}

/** Sent first, then where everything is (Gmail's All Mail). */
async function sentMailboxes(session: ImapSession): Promise<Result<readonly string[]>> {
  const listed = await session.mailboxes();
  if (!listed.ok) return listed;
  const pathOf = (role: string): readonly string[] =>
    listed.value.filter((mailbox) => mailbox.role === role).map(({ path }) => path);
  return ok([...pathOf('sent'), ...pathOf('all')]);
}
