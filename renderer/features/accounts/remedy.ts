// The one thing that helps an account out of its trouble. Pure.
import type { ErrorCode } from '../../../main/contract/errors.ts';
import type { AccountView } from '../../../main/contract/views.ts';

export type Remedy = 'password' | 'browser' | 'try';

const PASSWORD: ReadonlySet<ErrorCode> = new Set([
  'wrong-password',
  'password-missing',
  'app-password-needed',
  'password-expired',
]);
const BROWSER: ReadonlySet<ErrorCode> = new Set([
  'sign-in-missing',
  'sign-in-expired',
  'sign-in-revoked',
  'sign-in-refused',
  'sign-in-stopped',
  'sign-in-by-browser-needed',
]);

/** null: nothing is the matter. */
export function remedyFor({ state }: Pick<AccountView, 'state'>): Remedy | null {
  if (state.kind !== 'waiting' && state.kind !== 'needs-owner') return null;
  if (PASSWORD.has(state.error.code)) return 'password';
  return BROWSER.has(state.error.code) ? 'browser' : 'try';
}

/** Mail that was imported from a file: there is no server that it could be connected to. */
export const isArchive = ({ imap }: Pick<AccountView, 'imap'>): boolean => imap.host === 'import.invalid';

/** As its owner knows it: who shows the page on which he signs in. */
export function providerName({ oauthProvider, imap }: Pick<AccountView, 'oauthProvider' | 'imap'>): string {
  const isGoogle = oauthProvider === 'google' || (oauthProvider === null && /gmail|google/i.test(imap.host));
  return isGoogle ? 'Google' : 'Microsoft';
}
