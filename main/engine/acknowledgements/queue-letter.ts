// Puts an automatic letter in the outbox: stored as ours in its conversation, and to be sent at once, without the time in which the
// owner could take an answer back. Part of the transaction of whoever asks.
import type { EngineEvent } from '../../contract/events.ts';
import type { AccountId, ConversationId } from '../../contract/views.ts';
import type { Ingest } from '../ingest/arrived.ts';
import { deliveryView } from '../outbox/delivery-view.ts';
import type { Clock } from '../ports/ports.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import type { ComposedLetter } from './compose.ts';

export type QueueLetter = (letter: {
  readonly account: AccountId;
  /** Null: it answers nothing, and begins a conversation. */
  readonly conversation: ConversationId | null;
  readonly text: string;
  readonly composed: ComposedLetter;
}) => DeliveryRow;

export const createQueueLetter =
  ({
    store,
    clock,
    ingest,
    emit,
  }: {
    readonly store: Store;
    readonly clock: Clock;
    readonly ingest: Ingest;
    readonly emit: (event: EngineEvent) => void;
  }): QueueLetter =>
  ({ account, conversation, text, composed: { mail, raw, messageId, sender, recipient } }) => {
    const now = clock.now();
    const { rows } = ingest([
      {
        account,
        channel: 'email',
        direction: 'out',
        at: now,
        size: raw.byteLength,
        mail,
        place: null,
        ...(conversation === null ? {} : { conversation }),
      },
    ]);
    const stored = rows[0] === undefined ? null : store.messages.get(rows[0]);
    if (stored === null) throw new Error('ingest answered no row for our own letter');
    const id = store.deliveries.add({
      conversation: stored.conversation,
      account,
      messageRow: stored.id,
      messageId,
      subject: mail.subject,
      // RFC 3834 3.3 lets this be empty. Ours it is: many submission servers refuse another, and a bounce tells the owner that
      // his answer would not arrive either. It is no way into a loop: bounces are never acknowledged.
      sender,
      recipients: [recipient],
      raw,
      text,
      leavesAt: now,
      sendAt: null,
      undoUntil: null,
      decisionsBefore: null,
      createdAt: now,
    });
    const row = store.deliveries.get(id);
    if (row === null) throw new Error('the letter just queued is not there');
    store.afterCommit(() => {
      emit({ kind: 'delivery-changed', delivery: deliveryView(row) });
      emit({ kind: 'conversations-changed', conversations: [row.conversation] });
    });
    return row;
  };
