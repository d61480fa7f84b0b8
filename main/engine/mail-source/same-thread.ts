// What ingest makes of a believed source: who the customer is, and which conversation the network's own thread is here.
import type { ConversationId } from '../../contract/views.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import type { Store } from '../store/store.ts';
import type { Weighed } from './weigh-source.ts';

/** The real person where he is believed to be somebody else than the mail's own people say. */
export const sourcedPerson = (source: Weighed | null): Address | null =>
  source?.isBelieved === true && source.claim.shape === 'message' ? source.claim.person : null;

/** A form says nothing of what was before: the same visitor with another matter a month later begins anew. */
const SAME_FORM_MS = 30 * DAY_MS;

/** The conversation of the network's own thread; null where there is none yet. */
export function sourceThread(store: Store, source: Weighed | null, at: Instant): ConversationId | null {
  if (source === null || source.thread === null) return null;
  const found = store.sources.conversationsOf(source.thread).filter((id) => {
    if (source.claim.mode !== 'mail-to-sender') return true;
    const conversation = store.conversations.get(id);
    return (
      conversation !== null &&
      conversation.decisions.doneAt === null &&
      Math.abs(at - conversation.lastAt) < SAME_FORM_MS
    );
  });
  return found.length === 0 ? null : Math.min(...found);
}
