// What an account signs in with: its password, or an access token that its provider's page granted. Where tokens come from and how they
// are renewed is engine/accounts/sign-in's business; here is only what a connection needs of it.
import type { Failure, Result } from '../../../contract/errors.ts';
import type { AccountRow } from '../../store/account-table.ts';

export type SignIns = {
  /** The password, or an access token that should be good for the next minutes. */
  readonly secretFor: (account: AccountRow) => Promise<Result<string>>;
  /** The server would not have this token although its time was not up. Another one, or why there is none. */
  readonly renew: (account: AccountRow, refused: string) => Promise<Result<string>>;
};

export const signsInByBrowser = (account: Pick<AccountRow, 'oauthProvider'>): boolean => account.oauthProvider !== null;

/** A token may be withdrawn before its time: one refusal is answered with a new one, the second is an answer. */
export const wantsNewToken = (account: AccountRow, error: Failure): boolean =>
  signsInByBrowser(account) && error.code === 'sign-in-refused';

export async function withSecret<T>(
  signIns: Pick<SignIns, 'renew'>,
  account: AccountRow,
  secret: string,
  attempt: (secret: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const first = await attempt(secret);
  if (first.ok || !wantsNewToken(account, first.error)) return first;
  const renewed = await signIns.renew(account, secret);
  return renewed.ok ? attempt(renewed.value) : renewed;
}
