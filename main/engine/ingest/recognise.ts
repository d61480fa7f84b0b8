// What a message is before it is stored: whose, in which direction, and whether it is here already under another UID or from
// our own outbox. When two copies count as one message is identity.ts.
import type { Direction } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { CARD_DOMAIN, type ArrivedMessage } from './arrived.ts';
import { directionOf } from './customer.ts';
import { identityOf, isSameMessage } from './identity.ts';

/** A message as this room sees it, with what was found out about it. */
export type Arriving = {
  readonly message: ArrivedMessage;
  readonly account: AccountRow;
  readonly own: ReadonlySet<string>;
  readonly direction: Direction;
  /** Not later than now: a server's clock that runs ahead must not make a message that nobody can be done with. */
  readonly at: Instant;
  readonly isOwnCopy: boolean;
  readonly identity: string;
};
export type SeenAccount = { readonly account: AccountRow; readonly own: ReadonlySet<string> };

export function accountsOf(store: Store): (id: string) => SeenAccount {
  const seen = new Map<string, SeenAccount>();
  // One owner has them all: what one account sends to another is from himself to himself.
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  return (id) => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const account = store.accounts.get(id);
    if (account === null) throw new Error(`message for an account that is not there: ${id}`);
    const found = { account, own };
    seen.set(id, found);
    return found;
  };
}

export function recognise(
  store: Store,
  message: ArrivedMessage,
  { account, own }: SeenAccount,
  now: Instant,
): Arriving {
  const isInSent = message.place !== null && store.mailboxes.get(message.place.mailboxId)?.role === 'sent';
  const isFromOwn = message.mail.from.some(({ address }) => own.has(address.toLowerCase()));
  const claimed = isFromOwn ? { ...message, direction: 'out' as const } : message;
  const direction = directionOf(claimed, own, isInSent || message.place === null);
  return {
    message,
    account,
    own,
    direction,
    at: Math.max(0, Math.min(message.at, now)),
    isOwnCopy: direction === 'out' && (isInSent || message.place === null),
    identity: message.mail.prepared?.identity ?? identityOf(message),
  };
}

/** The card that stands in its place, and says nothing of it that is worth keeping now that it can be read. */
export function emptyCardFor(store: Store, { message: { mail, place } }: Arriving): MessageRow | null {
  const there = place === null || mail.note !== null ? null : store.mailboxes.messageAt(place.mailboxId, place.uid);
  const card = there === null ? null : store.messages.get(there);
  return card?.messageId?.endsWith(CARD_DOMAIN) === true ? card : null;
}

export function findKnown(store: Store, arriving: Arriving): MessageRow | null {
  const { message, account, identity } = arriving;
  const { mail, place } = message;
  if (place !== null) {
    const there = store.mailboxes.messageAt(place.mailboxId, place.uid);
    if (there !== null) return store.messages.get(there);
  }
  if (mail.messageId === null) return store.messages.withIdentity(account.id, identity)[0] ?? null;
  const arrived = {
    identity,
    direction: arriving.direction,
    note: mail.note,
    subject: mail.subject,
    headerDate: mail.date,
    fromAddress: mail.from[0]?.address ?? '',
    isOwnCopy: arriving.isOwnCopy,
  };
  // In whichever account: info@ forwards to jan@, or the customer wrote to both.
  const sameId = store.messages.withMessageId(null, mail.messageId);
  return (
    sameId.find((known) =>
      isSameMessage({ ...known, fromAddress: known.from.address, isOwnCopy: isOwnCopy(store, known) }, arrived),
    ) ?? null
  );
}

/** Of the accounts in which a message lies: the one that the customer wrote to. Its first one where he names none of them. */
export function accountWrittenTo(
  store: Store,
  { mail }: Pick<ArrivedMessage, 'mail'>,
  known: Pick<MessageRow, 'account'>,
  also: AccountRow,
): AccountRow['id'] {
  const accounts = [store.accounts.get(known.account), also].filter((account) => account !== null);
  const named = [...mail.to, ...mail.cc].map(({ address }) => address.toLowerCase());
  const written = named.flatMap((address) => accounts.find(({ addresses }) => addresses.includes(address)) ?? []);
  return written[0]?.id ?? known.account;
}

/**
 * In Sent, nowhere on the server, or filed by the owner in a folder of his own: what only says to be from us, in the inbox or
 * among all mail, anybody could have written.
 */
export function isOwnCopy(store: Store, known: MessageRow): boolean {
  if (known.direction !== 'out') return false;
  const roles = store.mailboxes.placesOf(known.id).map(({ role }) => role);
  return roles.includes('sent') || !roles.some((role) => role === 'inbox' || role === 'junk' || role === 'all');
}
