// What else waits of the same person, under whichever of his addresses he wrote it: so that he is not answered twice about one thing.
import type { AlsoOpen } from '../../contract/story.ts';
import type { ConversationId } from '../../contract/views.ts';
import type { Store } from '../store/store.ts';

/** As many as stand in one line. */
const MOST_SHOWN = 3;

/** The one with the latest word first; without what is for information only, and what asks nothing of anybody. */
export function alsoOpen(
  { contacts, conversations, queue }: Pick<Store, 'contacts' | 'conversations' | 'queue'>,
  id: ConversationId,
): readonly AlsoOpen[] {
  const customer = conversations.get(id)?.customer.address ?? '';
  if (customer === '') return [];
  return contacts
    .handlesOf(customer)
    .flatMap(conversations.openWith)
    .flatMap((other): AlsoOpen[] => {
      const standing = other === id ? null : queue.get(other);
      if (standing === null || standing.isFyi || standing.turn === 'nobody') return [];
      const row = conversations.get(other);
      if (row === null) return [];
      const { subject, channel, lastAt, replyBy } = row;
      return [{ conversation: other, subject, channel, lastAt, replyBy: standing.turn === 'ours' ? replyBy : null }];
    })
    .toSorted((a, b) => b.lastAt - a.lastAt || b.conversation - a.conversation)
    .slice(0, MOST_SHOWN);
}
