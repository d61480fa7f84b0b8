// Done leaves the inbox on the server too, where the owner chose that for the account, and comes back when it is taken back. Only
// what we moved ourselves comes back: what the owner had archived before stays where he put it.
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import type { Store } from '../store/store.ts';

export function fileOnServer(
  { accounts, messages, mailboxes }: Pick<Store, 'accounts' | 'messages' | 'mailboxes'>,
  conversation: ConversationId,
  before: Pick<Decisions, 'doneAt'>,
  after: Pick<Decisions, 'doneAt'>,
  now: Instant,
): void {
  const isDone = after.doneAt !== null;
  if (isDone === (before.doneAt !== null)) return;
  const archiving = accounts.list().filter(({ archiveDone }) => archiveDone);
  if (archiving.length === 0) return;
  for (const { id } of messages.ofConversation(conversation)) {
    const places = mailboxes.placesOf(id);
    for (const account of archiving) {
      const isMeant = places.some(
        (place) => place.account === account.id && (place.role === 'inbox' || (!isDone && place.isFromInbox)),
      );
      if (isMeant) mailboxes.queueAction(account.id, id, isDone ? 'archive' : 'unarchive', now);
    }
  }
}
