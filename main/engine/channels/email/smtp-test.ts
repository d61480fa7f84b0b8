// The SMTP half of the connection test: connects and signs in as sending would, and sends nothing.
import { ok, type Result } from '../../../contract/errors.ts';
import type { TestStep } from '../../../contract/views.ts';
import type { Timers } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import { checkSecurity } from './server-tls.ts';
import { secretForms, smtpFailure } from './smtp-failure.ts';
import { maxBytesOf, needsBrowser } from './smtp-send.ts';
import { createSmtpSession, type SmtpDeadlines } from './smtp-session.ts';

export type SmtpCapabilities = {
  /** The largest message the server takes (RFC 1870), or null where it does not say. */
  readonly maxBytes: number | null;
};

export async function testSmtp(
  account: AccountRow,
  password: string,
  onStep: (step: TestStep) => void,
  deps: { readonly timers: Timers; readonly deadlines?: SmtpDeadlines },
): Promise<Result<SmtpCapabilities>> {
  const secure = checkSecurity(account.smtp, account.plainAllowed);
  if (!secure.ok) return secure;
  const session = createSmtpSession(account, deps, new AbortController().signal);
  let manner: 'quit' | 'drop' = 'drop';
  try {
    onStep('smtp-connect');
    await session.open();
    onStep('smtp-sign-in');
    const browser = needsBrowser(session, account);
    if (browser !== null) return { ok: false, error: browser };
    await session.signIn(password);
    manner = 'quit';
    return ok({ maxBytes: maxBytesOf(session) });
  } catch (error) {
    const secrets = secretForms(account.user, password);
    return { ok: false, error: smtpFailure(error, { step: session.step(), host: account.smtp.host, secrets }) };
  } finally {
    session.close(manner);
  }
}
