// Which messages of a conversation count when it is asked whose turn it is, and how long the customer waited.
import type { ConversationId } from '../../contract/views.ts';
import { isOwnCopy } from '../ingest/recognise.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

/** An answer of ours that failed to leave is none; nor is mail in the inbox that only carries our address as its sender. */
export function countingMessages(
  store: Store,
  id: ConversationId,
  messages: readonly MessageRow[],
): readonly MessageRow[] {
  if (!messages.some(({ direction }) => direction === 'out')) return messages;
  const failed = store.deliveries.ofConversation(id).filter(({ state }) => state === 'failed');
  const unsent = new Set(failed.map(({ messageRow }) => messageRow));
  return messages.filter(
    (message) => message.direction === 'in' || (!unsent.has(message.id) && isOwnCopy(store, message)),
  );
}
