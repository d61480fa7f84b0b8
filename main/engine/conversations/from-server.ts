// Asks for something of one message at each place where it lies, until one gives it: it may lie in several mailboxes, and in
// several accounts. A server that cannot be reached is not asked twice.
import { failed, type Result } from '../../contract/errors.ts';
import type { MessageRowId } from '../../contract/views.ts';
import type { MailPlace } from '../channels/connector.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';

export type FromServerDeps = {
  readonly store: Pick<Store, 'accounts' | 'mailboxes'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
};

export async function fromServer<T>(
  { store, passwordFor }: FromServerDeps,
  message: MessageRowId,
  fetch: (account: AccountRow, password: string, place: MailPlace) => Promise<Result<T>>,
): Promise<Result<T>> {
  const places = store.mailboxes.placesOf(message);
  if (places.length === 0) return failed('not-found', 'never', 'the message is no longer on the server');
  let last: Result<T> = failed('not-found', 'never', 'nowhere on the server');
  const unreachable = new Set<string>();
  for (const place of places) {
    const account = store.accounts.get(place.account);
    if (account === null || unreachable.has(account.id)) continue;
    const password = await passwordFor(account);
    last = password.ok ? await fetch(account, password.value, place) : password;
    if (last.ok) return last;
    if (last.error.code !== 'not-found') unreachable.add(account.id);
  }
  return last;
}
