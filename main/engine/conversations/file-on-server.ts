// Done leaves the inbox on the server too, where the owner chose that for the account, and comes back when it is taken back. Only
// what we moved ourselves comes back: what the owner had archived before stays where he put it. What he throws away goes to the
// server's trash, of every account that has it.
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import { isDeleted, type Decisions } from '../../domain/queue/decisions.ts';
import type { Store } from '../store/store.ts';

type Places = Pick<Store, 'accounts' | 'messages' | 'mailboxes'>;
type Standing = Pick<Decisions, 'doneAt' | 'deletedAt'>;

export function fileOnServer(
  store: Places,
  conversation: ConversationId,
  before: Standing,
  after: Standing,
  now: Instant,
): void {
  if (trashOnServer(store, conversation, before, after, now)) return;
  const isDone = after.doneAt !== null;
  if (isDone === (before.doneAt !== null)) return;
  const archiving = store.accounts.list().filter(({ archiveDone }) => archiveDone);
  if (archiving.length === 0) return;
  for (const { id } of store.messages.ofConversation(conversation)) {
    const places = store.mailboxes.placesOf(id);
    for (const account of archiving) {
      const isMeant = places.some(
        (place) => place.account === account.id && (place.role === 'inbox' || (!isDone && place.isFromInbox)),
      );
      if (isMeant) store.mailboxes.queueAction(account.id, id, isDone ? 'archive' : 'unarchive', now);
    }
  }
}

/** Into the trash, or out of it: each message goes back to where it lay. Answers whether it was about the trash at all. */
export function trashOnServer(
  { messages, mailboxes }: Places,
  conversation: ConversationId,
  before: Standing,
  after: Standing,
  now: Instant,
): boolean {
  const isGone = isDeleted(after);
  if (isGone === isDeleted(before)) return false;
  for (const { id } of messages.ofConversation(conversation)) {
    for (const account of new Set(mailboxes.placesOf(id).map((place) => place.account))) {
      mailboxes.queueAction(account, id, isGone ? 'trash' : 'untrash', now);
    }
  }
  return true;
}
