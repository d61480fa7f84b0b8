// The IMAP half of the connection test: connects, signs in, looks which mailboxes there are, and changes nothing.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { ConnectionTest, TestStep } from '../../../contract/views.ts';
import type { AccountRow } from '../../store/account-table.ts';
import { signInOf } from './imap-errands.ts';
import { openImapSession, type ImapDeps, type ImapLimits } from './imap-session.ts';

export async function testImap(
  deps: ImapDeps,
  limits: ImapLimits,
  account: AccountRow,
  password: string,
  onStep: (step: TestStep) => void,
): Promise<Result<ConnectionTest['imap']>> {
  onStep('imap-connect');
  const opened = await openImapSession(deps, signInOf(account, password), limits, () => onStep('imap-sign-in'));
  if (!opened.ok) return opened;
  const session = opened.value;
  try {
    onStep('imap-mailboxes');
    const mailboxes = await session.mailboxes();
    if (!mailboxes.ok) return mailboxes;
    const inbox = mailboxes.value.find(({ role }) => role === 'inbox');
    if (inbox === undefined) return failed('server-nonsense', 'user', 'no inbox there', { host: account.imap.host });
    const status = await session.status(inbox.path);
    if (!status.ok) return status;
    return ok({
      capabilities: [...session.capabilities].toSorted(),
      mailboxes: mailboxes.value.length,
      messages: status.value.messages ?? 0,
    });
  } finally {
    await session.leave();
  }
}
