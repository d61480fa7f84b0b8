// What a canned reply may say about a conversation, gathered for engine/canned.
import type { ConversationId } from '../../contract/views.ts';
import type { CannedFacts } from '../../domain/canned/facts.ts';
import type { Store } from '../store/store.ts';

export function cannedFacts(store: Pick<Store, 'conversations' | 'messages'>, id: ConversationId): CannedFacts | null {
  const conversation = store.conversations.get(id);
  if (conversation === null) return null;
  const answered = store.messages.ofConversation(id).findLast(({ direction }) => direction === 'in');
  return {
    language: conversation.language,
    contact: conversation.customer,
    subject: conversation.subject,
    receivedAt: answered?.at ?? null,
    // Commitments are not recognised yet.
    commitmentAt: null,
    channel: conversation.channel,
  };
}
