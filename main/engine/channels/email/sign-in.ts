// What an account signs in with: its password, or an access token that its provider's page granted. Where tokens come from and how they
// are renewed is engine/accounts/sign-in's business; here is only what a connection needs of it.
import type { Failure, Result } from '../../../contract/errors.ts';
import type { ServerAddress } from '../../../contract/views.ts';
import type { AccountRow } from '../../store/account-table.ts';

export type SignIns = {
  /** The password, or an access token that should be good for the next minutes. */
  readonly secretFor: (account: AccountRow) => Promise<Result<string>>;
  /** The server would not have this token although its time was not up. Another one, or why there is none. */
  readonly renew: (account: AccountRow, refused: string) => Promise<Result<string>>;
};

export const signsInByBrowser = (account: Pick<AccountRow, 'oauthProvider'>): boolean => account.oauthProvider !== null;

/** What servers say to a password; to a token it all means one thing. */
const REFUSALS: ReadonlySet<string> = new Set([
  'wrong-password',
  'app-password-needed',
  'password-expired',
  'sign-in-by-browser-needed',
]);

/** The failure in the words of how this account signs in: there is no password that could be wrong. */
export function asSignIn(account: AccountRow, secret: string, error: Failure): Failure {
  if (!signsInByBrowser(account) || !REFUSALS.has(error.code)) return error;
  // Servers have been seen to repeat what they were sent.
  const detail = tokenForms(account, secret).reduce((words, form) => words.replaceAll(form, '***'), error.detail);
  return { ...error, code: 'sign-in-refused', retry: 'user', detail };
}

/** A token may be withdrawn before its time: one refusal is answered with a new one, the second is an answer. */
export const wantsNewToken = (error: Failure): boolean => error.code === 'sign-in-refused';

export async function withSecret<T>(
  signIns: Pick<SignIns, 'renew'>,
  account: AccountRow,
  secret: string,
  attempt: (secret: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const first = await attempted(account, secret, attempt);
  if (first.ok || !wantsNewToken(first.error)) return first;
  const renewed = await signIns.renew(account, secret);
  return renewed.ok ? attempted(account, renewed.value, attempt) : renewed;
}

async function attempted<T>(
  account: AccountRow,
  secret: string,
  attempt: (secret: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await attempt(secret);
  return result.ok ? result : { ok: false, error: asSignIn(account, secret, result.error) };
}

/** The token in each form in which it goes over the line. */
const tokenForms = ({ user, imap, smtp }: AccountRow, token: string): readonly string[] => [
  ...[bearer(user, token, imap), bearer(user, token, smtp), xoauth2(user, token)].map(base64),
  token,
];

/** RFC 7628, 3.1. */
export const bearer = (user: string, token: string, { host, port }: ServerAddress): string =>
  `n,a=${user},\x01host=${host}\x01port=${port}\x01auth=Bearer ${token}\x01\x01`;

/** Google's older form, which Microsoft takes too. */
export const xoauth2 = (user: string, token: string): string => `user=${user}\x01auth=Bearer ${token}\x01\x01`;

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
