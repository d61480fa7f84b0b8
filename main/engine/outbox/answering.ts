// Who answers what, from which address and to whom: of a conversation as it stands. What is shown beside the composer, and what is
// sent.
import type { AccountId } from '../../contract/views.ts';
import { isMailAddress } from '../../domain/contact/way.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { isBelieved } from '../../domain/mail-source/judge-claim.ts';
import type { Instant } from '../../domain/instant.ts';
import { connectedAccounts, isNote } from '../channels/manual/manual-account.ts';
import { viewSource } from '../mail-source/view-source.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { replyPeople, type ReplyPeople } from './reply-people.ts';

export type AnswerStore = Pick<Store, 'accounts' | 'conversations' | 'messages' | 'bodies' | 'sources' | 'attachments'>;

/** What the owner wrote down by hand is answered by mail from the first account that is connected. */
export function answeringAccount({ accounts }: Pick<Store, 'accounts'>, id: AccountId): AccountRow | null {
  const account = accounts.get(id);
  if (account?.connector !== 'manual') return account;
  return connectedAccounts({ accounts }).find(({ detachedAt }) => detachedAt === null) ?? null;
}

/**
 * The newest message of the customer; where he never wrote, our own newest one. Robots are answered only when nobody else wrote,
 * and what was written down by hand only where there is no mail.
 */
export function answeredMessage(messages: readonly MessageRow[]): MessageRow | null {
  const mail = messages.filter((message) => !isNote(message));
  const newestFirst = (mail.length > 0 ? mail : messages).toReversed();
  const incoming = newestFirst.filter(({ direction }) => direction === 'in');
  const human = incoming.find(({ kind }) => kind === 'human' || kind === 'invite');
  return human ?? incoming[0] ?? newestFirst[0] ?? null;
}

/** From, to and copy of an answer to that message: what is shown beside the composer, and what is sent. */
export function peopleOf(store: AnswerStore, account: AccountRow, answered: MessageRow): ReplyPeople {
  const people = store.messages.people(answered.id);
  const headers = store.bodies.headers(answered.id);
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const deliveredTo = [...(headers['delivered-to'] ?? []), ...(headers['x-original-to'] ?? [])];
  // A telephone number is no recipient.
  const isCarried = isCarriedMail(store, answered);
  const reachable =
    isNote(answered) || isCarried ? people['reply-to'].filter(({ address }) => isMailAddress(address)) : null;
  const isUnreachable = reachable !== null && !isMailAddress(answered.from.address);
  return replyPeople(
    {
      direction: answered.direction,
      from: isUnreachable ? { ...answered.from, address: '' } : answered.from,
      replyTo: reachable ?? people['reply-to'],
      to: people.to,
      cc: people.cc,
      deliveredTo: deliveredTo.map((address) => address.replace(/[<>\s]/g, '')),
      isCarried,
    },
    account,
    own,
  );
}

/** Of a network's notice only what the customer wrote: the rest is for the owner, and full of his links. */
export function quotedOf(store: AnswerStore, parent: MessageRow): { from: Address; at: Instant; text: string } {
  const { at, from } = parent;
  const text = store.bodies.text(parent.id);
  const source = viewSource(store, parent);
  if (source === null || !isBelieved(source.standing)) return { from, at, text };
  const reached = store.messages.people(parent.id)['reply-to'].find(({ address }) => isMailAddress(address));
  return { from: { name: source.person.name, address: (reached ?? from).address }, at, text: source.text || text };
}

/** Whoever is behind it is in Reply-To; where nobody is, it is not answered by mail. */
export const isCarriedMail = (store: AnswerStore, { id, kind }: MessageRow): boolean => {
  const source = store.sources.get(id);
  return source !== null && isBelieved(source.standing) && kind === 'human';
};
