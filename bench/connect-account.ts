// Connects the private servers of a measurement in the app's own window; returns when the account is taken, and its first sync begins.
import type { Page } from '@playwright/test';
import type { BalieBridge } from '../main/contract/bridge.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER } from '../tests/helpers/dovecot.ts';

export async function connectAccount(
  page: Page,
  ports: { readonly imap: number; readonly smtp: number },
): Promise<void> {
  const server = { host: '127.0.0.1', port: ports.imap, security: 'plain' } as const;
  const draft = {
    email: DOVECOT_USER,
    name: 'Bench',
    user: DOVECOT_USER,
    password: DOVECOT_PASSWORD,
    imap: server,
    // Nothing is sent, but an account is only taken when it could be.
    smtp: { ...server, port: ports.smtp },
    ca: null,
    plainAllowed: true,
    keep: 'session',
  } as const;
  await page.evaluate(
    (given) =>
      (Reflect.get(globalThis, 'balie') as BalieBridge).call('accounts.add', { testId: 'bench', draft: given }),
    draft,
  );
}
