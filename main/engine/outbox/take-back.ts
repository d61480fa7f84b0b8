// A letter that has not left is taken back: out of the outbox and out of its conversation, and its draft is open again as it stood.
import type { LetterBack } from '../../contract/drafts.ts';
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import { uncountCannedUse } from '../canned/canned-use.ts';
import { bringBack } from '../drafts/drafts.ts';
import { draftView } from '../drafts/draft-view.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import { plainWords } from './queue-letter.ts';

export type TakeBackDeps = {
  readonly store: Store;
  readonly settle: (conversations: readonly ConversationId[]) => void;
};

/**
 * What the owner had put off or done with the conversation stands as before; not where the customer wrote meanwhile: that woke it
 * all the same. null: something of it may have left.
 */
export function takeBack(
  { store, settle }: TakeBackDeps,
  row: DeliveryRow,
  because: 'owner' | 'customer-wrote',
  now: Instant,
): LetterBack | null {
  const held = store.drafts.ofDelivery(row.id);
  return store.transaction(() => {
    // Let go first: what the outbox forgets takes along what it holds.
    if (held !== null) {
      store.drafts.setDiscarded(held.id, now);
      store.drafts.setDelivery(held.id, null);
    }
    if (!store.deliveries.remove(row.id)) {
      if (held !== null) {
        store.drafts.setDelivery(held.id, row.id);
        store.drafts.setDiscarded(held.id, null);
      }
      return null;
    }
    const isAutomatic = store.messages.get(row.messageRow)?.kind === 'auto-reply';
    const conversation = store.conversations.get(row.conversation);
    if (because === 'owner' && conversation !== null && row.decisionsBefore !== null) {
      store.conversations.decide(row.conversation, decisionsRestored(conversation.decisions, row.decisionsBefore));
    }
    if (held !== null) uncountCannedUse(store, held.canned, held.conversation, row.createdAt);
    store.fullText.remove(row.messageRow);
    store.messages.remove(row.messageRow);
    // Queued by a version that held no drafts, its words are kept with it. Words that a machine wrote, as the answer to an
    // invitation (which keeps none), are nobody's draft.
    const id = held?.id ?? (isAutomatic || row.text === '' ? null : wordsAlone(store, row, now));
    const draft = id === null ? null : store.drafts.get(id);
    const open = draft === null ? null : store.drafts.get(bringBack(store, draft));
    // What the letter began is gone with it; never what an answer is being written in.
    const isEmpty = store.messages.ofConversation(row.conversation).length === 0;
    if (isEmpty && open?.kind !== 'answer') store.conversations.remove(row.conversation);
    else settle([row.conversation]);
    return { conversation: row.conversation, draft: open === null ? null : draftView(store, open) };
  });
}

function wordsAlone({ drafts }: Pick<Store, 'drafts'>, { conversation, text }: DeliveryRow, now: Instant): number {
  const words = { ...plainWords(conversation, text), canned: [], savedAt: now };
  return drafts.add(words, { discardedAt: now });
}

/** The answer put an end to these; nothing else did since, or it would not be as the answer left it. */
const decisionsRestored = (now: Decisions, before: Decisions): Decisions => ({
  ...now,
  ...(now.doneAt === null ? { doneAt: before.doneAt, doneBecause: before.doneBecause } : {}),
  snoozedUntil: now.snoozedUntil ?? before.snoozedUntil,
  replyByHand: now.replyByHand ?? before.replyByHand,
});
