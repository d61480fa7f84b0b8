// Who is to be erased, and which mail that touches. What he wrote, and what was written to him alone, goes. Mail that others have a
// part in stays theirs: in it his name and address are blacked out, and what it quotes of him is cut off.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { isMailAddress } from '../../domain/contact/way.ts';
import type { Store } from '../store/store.ts';

export type Person = {
  /** By which it was asked for, lower case. */
  readonly address: string;
  /** Every one that the owner knows him by, that one too. */
  readonly addresses: readonly string[];
  readonly names: readonly string[];
  /** Names of two words or more that nobody else here bears: these are blacked out wherever they stand. */
  readonly ownNames: readonly string[];
};

export type Touched = {
  readonly goes: ReadonlySet<MessageRowId>;
  /** Stays, in a conversation from which something goes: its quotes are his words. */
  readonly quoting: ReadonlySet<MessageRowId>;
  /** He is named in its head. */
  readonly naming: ReadonlySet<MessageRowId>;
  readonly conversations: ReadonlySet<ConversationId>;
};

type Rooms = Pick<Store, 'people' | 'messages' | 'conversations' | 'accounts' | 'contacts' | 'contactMerges'>;

/** null: this address is the owner's own. */
export function personAt({ people, accounts, contacts, contactMerges }: Rooms, given: string): Person | null {
  const address = given.trim().toLowerCase();
  const addresses = contacts.handlesOf(address);
  const own = new Set(accounts.list().flatMap((account) => account.addresses));
  if (addresses.some((one) => own.has(one))) return null;
  const onCards = contactMerges
    .naming(addresses)
    .flatMap(({ before }) => (before === null ? [] : [before.one, before.other]))
    .concat(contacts.of(address) ?? [])
    .filter(({ handles }) => handles.some((one) => addresses.includes(one)))
    .map(({ name }) => name.trim())
    .filter((name) => name !== '');
  const names = [...new Set([...addresses.flatMap(people.namesOf), ...onCards])];
  const ownNames = names.filter(
    (name) => /\S\s+\S/.test(name.trim()) && people.bearersOf(name).every((one) => addresses.includes(one)),
  );
  return { address, addresses, names, ownNames };
}

export function touchedBy({ people, messages, conversations, accounts }: Rooms, { addresses }: Person): Touched {
  const own = new Set(accounts.list().flatMap((account) => account.addresses));
  const goes = new Set<MessageRowId>();
  const naming = new Set<MessageRowId>();
  const touched = new Set<ConversationId>(addresses.flatMap(people.conversationsWith));
  for (const id of new Set(addresses.flatMap(people.messagesOf))) {
    const message = messages.get(id);
    if (message === null) continue;
    const { to, cc, bcc, 'reply-to': replyTo } = messages.people(id);
    const is = (one: { readonly address: string }): boolean => addresses.includes(one.address.toLowerCase());
    const others = [message.from, ...to, ...cc, ...bcc].filter(
      (one) => !is(one) && !own.has(one.address.toLowerCase()),
    );
    const isFromHim = is(message.from) || replyTo.some(is);
    if (isFromHim || others.every((one) => one.address === '')) {
      goes.add(id);
      touched.add(message.conversation);
    } else {
      naming.add(id);
    }
  }
  // Whom only a network knows is written to under its own addresses.
  for (const address of addresses.filter((one) => !isMailAddress(one))) {
    for (const { id, direction } of people.conversationsWith(address).flatMap(messages.ofConversation)) {
      if (direction === 'out') goes.add(id);
    }
  }
  const quoting = new Set(
    [...touched].flatMap((conversation) =>
      messages.ofConversation(conversation).flatMap(({ id }) => (goes.has(id) ? [] : [id])),
    ),
  );
  // A conversation of his may hold nothing by him that names an address: a form that gave none, say.
  return { goes, quoting, naming, conversations: new Set([...touched].filter((id) => conversations.get(id) !== null)) };
}
