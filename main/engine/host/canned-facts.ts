// What a canned reply may say about a conversation, gathered for engine/canned.
import type { ConversationId } from '../../contract/views.ts';
import type { CannedFacts } from '../../domain/canned/facts.ts';
import type { Address, Language } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import { isNote } from '../channels/manual/manual-account.ts';
import type { Store } from '../store/store.ts';

export function cannedFacts(
  store: Pick<Store, 'conversations' | 'messages' | 'commitments' | 'contacts'>,
  id: ConversationId | null,
  to: Address | null = null,
): CannedFacts | null {
  if (id === null) return { ...NOTHING_SAID, ...personFacts(store, to ?? NOBODY, null) };
  const conversation = store.conversations.get(id);
  if (conversation === null) return null;
  const messages = store.messages.ofConversation(id);
  const answered = messages.findLast(({ direction }) => direction === 'in');
  const [first] = messages;
  return {
    ...personFacts(store, to ?? conversation.customer, conversation.language),
    // The first words of a note are the owner's own, and not for the customer's eyes.
    subject: first !== undefined && isNote(first) ? '' : conversation.subject,
    receivedAt: answered?.at ?? null,
    commitmentAt: openCommitmentAt(store, id),
    replyBy: conversation.replyBy,
    channel: conversation.channel,
  };
}

/** What the owner wrote on his card goes before what his letters say. */
function personFacts(
  { contacts }: Pick<Store, 'contacts'>,
  { name, address }: Address,
  language: Language | null,
): Pick<CannedFacts, 'contact' | 'language'> {
  const told = contacts.told(address.toLowerCase());
  return {
    language: told?.language ?? language,
    contact: { address, name: told?.name || name, company: told?.company ?? '' },
  };
}

const NOBODY: Address = { name: '', address: '' };

/** A mail of its own answers nothing. */
const NOTHING_SAID: Omit<CannedFacts, 'contact' | 'language'> = {
  subject: '',
  receivedAt: null,
  commitmentAt: null,
  replyBy: null,
  channel: 'email',
};

/** Of the one that is due first. */
function openCommitmentAt({ commitments }: Pick<Store, 'commitments'>, id: ConversationId): Instant | null {
  const open = commitments.ofConversation(id).filter(({ state }) => state === 'open');
  return open.length === 0 ? null : Math.min(...open.map(({ dueAt }) => dueAt));
}
