// The password of an account, or what to tell the owner when it cannot be had.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { AccountId } from '../../../contract/views.ts';
import type { Secrets } from '../../ports/ports.ts';

export async function readPassword(secrets: Secrets, account: AccountId): Promise<Result<string>> {
  const answer = await secrets.read(account);
  switch (answer.kind) {
    case 'found':
      return ok(answer.secret);
    case 'unknown':
      // Not "there is none": a locked keychain says the same. The account stays, and everything in it can be read.
      return failed('password-missing', 'user', 'no password at hand for this account');
    case 'unavailable':
      return failed('keychain-unavailable', 'auto', answer.why);
  }
}
