// Which bank accounts a house named in the messages that are here, read anew each time: nothing of it is kept, so an erased person is
// gone from here as well.
import { textRuns } from '../../domain/conversation/strip-quote.ts';
import type { Instant } from '../../domain/instant.ts';
import {
  accountsIn,
  changedAccount,
  type ChangedAccount,
  type NamedAccount,
} from '../../domain/sender-trust/changed-account.ts';
import { wholeDomainOf } from '../../domain/sender-trust/whole-domain.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

type StoreForAccounts = Pick<Store, 'bodies' | 'contacts' | 'correspondents'>;

/** null: this message names no account that is new to who sent it. */
export function accountChangedIn(store: StoreForAccounts, row: MessageRow): ChangedAccount | null {
  const text = ownWordsOf(store, row.id);
  // Nearly all messages: nothing more is read.
  if (accountsIn(text).length === 0) return null;
  const sender = row.from.address.toLowerCase();
  const domain = wholeDomainOf(sender);
  const house = { addresses: [sender, ...store.contacts.handlesOf(sender)], domain, conversation: row.conversation };
  const earlier = store.correspondents
    .writtenBy(house, row.at)
    .flatMap(({ id, at }) => accountsIn(ownWordsOf(store, id)).map((account): NamedAccount => ({ account, at })));
  if (earlier.length === 0) return null;
  return changedAccount({
    kind: row.kind,
    text: `${row.subject}\n${text}`,
    at: row.at,
    earlier,
    own: () => ownAccounts(store, row.at),
  });
}

/** Named in letters to two customers at least: what the owner writes to one may be that customer's own. */
function ownAccounts(store: StoreForAccounts, before: Instant): ReadonlySet<string> {
  const letters = new Map<string, Set<number>>();
  for (const { id, conversation } of store.correspondents.writtenByOwner(before)) {
    for (const account of accountsIn(ownWordsOf(store, id))) {
      letters.set(account, (letters.get(account) ?? new Set()).add(conversation));
    }
  }
  return new Set([...letters].filter(([, conversations]) => conversations.size > 1).map(([account]) => account));
}

/** With what stands below his name: that is where accounts are. */
const ownWordsOf = (store: Pick<Store, 'bodies'>, message: number): string =>
  textRuns(store.bodies.text(message).slice(0, LONGEST))
    .filter(({ kind }) => kind !== 'quote')
    .map(({ text }) => text)
    .join('\n');

const LONGEST = 20_000;
