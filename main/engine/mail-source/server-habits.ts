// What each account's own mail server writes on the mail it takes in, read from mail that is stored. Read again as mail comes in: a
// first sync begins with an empty desk.
import type { AccountRow } from '../store/account-table.ts';
import type { Store } from '../store/store.ts';
import { domainOf } from '../../domain/mail-source/sender-proof.ts';
import { serverHabit, type ServerHabit } from '../../domain/mail-source/server-habit.ts';
import { authenticationOf } from './source-facts.ts';

export type ServerHabits = {
  readonly of: (account: Pick<AccountRow, 'id' | 'email' | 'imap'>) => ServerHabit;
  /** So many more messages of this account are stored. */
  readonly stored: (account: AccountRow['id'], count: number) => void;
};

/** Some weeks of mail; reading their headers takes a few milliseconds. */
const MOST_HEADS = 150;
const READ_AGAIN_AFTER = 2_000;

export function createServerHabits(store: Pick<Store, 'sources' | 'bodies'>): ServerHabits {
  const known = new Map<string, { readonly habit: ServerHabit; readonly next: number }>();
  const seen = new Map<string, number>();
  return {
    of: (account) => {
      const count = seen.get(account.id) ?? 0;
      const before = known.get(account.id);
      if (before !== undefined && count < before.next) return before.habit;
      const heads = store.sources.newestIncoming(account.id, MOST_HEADS);
      const habit = serverHabit(
        heads.map(({ id, address }) => ({
          fields: authenticationOf(store.bodies.headers(id)),
          senderDomain: domainOf(address),
        })),
        [domainOf(account.email), account.imap.host],
      );
      // At each doubling while there is little to go by, so that a first sync reads a handful of times.
      const next = count + Math.min(READ_AGAIN_AFTER, Math.max(1, heads.length));
      known.set(account.id, { habit, next });
      return habit;
    },
    stored: (account, count) => void seen.set(account, (seen.get(account) ?? 0) + count),
  };
}
