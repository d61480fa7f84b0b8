// Signing in to SMTP with an access token: OAUTHBEARER (RFC 7628) where the server offers it, else XOAUTH2. Our own handlers, because the
// library knows only the second, and would ask for new tokens by itself.
import type { SMTPConnectionCustomAuthContext, SMTPConnectionCustomAuthHandlers } from 'nodemailer/lib/smtp-connection';
import type { ServerAddress } from '../../../contract/views.ts';
import { base64, bearer, xoauth2 } from './sign-in.ts';

export type TokenMethod = 'OAUTHBEARER' | 'XOAUTH2';

/** `offered`: what follows AUTH in the answer to EHLO. A server that names neither is asked for the older one, and says no itself. */
export const tokenMethod = (offered: string): TokenMethod =>
  /\bOAUTHBEARER\b/i.test(offered) ? 'OAUTHBEARER' : 'XOAUTH2';

export const tokenHandlers = (server: ServerAddress): SMTPConnectionCustomAuthHandlers => ({
  // "AQ==" is one 0x01: it ends an exchange that the server called failed (RFC 7628, 3.2.3).
  OAUTHBEARER: (context) => exchange(context, bearer(context.auth.credentials.user, tokenOf(context), server), 'AQ=='),
  XOAUTH2: (context) => exchange(context, xoauth2(context.auth.credentials.user, tokenOf(context)), ''),
});

async function exchange(context: SMTPConnectionCustomAuthContext, words: string, breaker: string): Promise<void> {
  const said = await context.sendCommand(`AUTH ${context.method} ${base64(words)}`);
  if (said.status === 235) return;
  // A failed one is told as a challenge that holds the reason; only after our empty answer comes the refusal itself.
  const last = said.status === 334 ? await context.sendCommand(breaker) : said;
  throw new Error(`the server did not take the token (${last.status})`);
}

const tokenOf = (context: SMTPConnectionCustomAuthContext): string => context.auth.credentials.pass;
