// What a canned reply may say about a conversation, gathered for engine/canned.
import type { ConversationId } from '../../contract/views.ts';
import type { CannedFacts } from '../../domain/canned/facts.ts';
import type { Instant } from '../../domain/instant.ts';
import { isNote } from '../channels/manual/manual-account.ts';
import type { Store } from '../store/store.ts';

export function cannedFacts(
  store: Pick<Store, 'conversations' | 'messages' | 'commitments' | 'contacts'>,
  id: ConversationId,
): CannedFacts | null {
  const conversation = store.conversations.get(id);
  if (conversation === null) return null;
  const messages = store.messages.ofConversation(id);
  const answered = messages.findLast(({ direction }) => direction === 'in');
  const [first] = messages;
  const { customer } = conversation;
  // What the owner wrote on his card goes before what his letters say.
  const told = store.contacts.told(customer.address);
  return {
    language: told?.language ?? conversation.language,
    contact: { ...customer, name: told?.name || customer.name, company: told?.company ?? '' },
    // The first words of a note are the owner's own, and not for the customer's eyes.
    subject: first !== undefined && isNote(first) ? '' : conversation.subject,
    receivedAt: answered?.at ?? null,
    commitmentAt: openCommitmentAt(store, id),
    replyBy: conversation.replyBy,
    channel: conversation.channel,
  };
}

/** Of the one that is due first. */
function openCommitmentAt({ commitments }: Pick<Store, 'commitments'>, id: ConversationId): Instant | null {
  const open = commitments.ofConversation(id).filter(({ state }) => state === 'open');
  return open.length === 0 ? null : Math.min(...open.map(({ dueAt }) => dueAt));
}
