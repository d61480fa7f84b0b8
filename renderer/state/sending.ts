// Sending an answer and taking it back. The engine holds the message until the undo time is over; the window only shows it.
import type { i18n } from 'i18next';
import type { Failure } from '../../main/contract/errors.ts';
import type { DeliveryView } from '../../main/contract/views.ts';
import type { Instant } from '../../main/domain/instant.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { machineNow } from '../client/machine-clock.ts';
import type { Moments } from '../i18n/moments.ts';
import type { ConversationLoader } from './conversation.ts';
import { NOTICE_MS, type Notices } from './notices.ts';
import { goToDraft, type PlaceStore } from './place.ts';
import { answerKey, type Writing, type WritingKey } from './writing.ts';

export type Sending = {
  /** Answers whether the letter was taken over by the outbox. `who` it goes to, for the line about it. */
  readonly send: (key: WritingKey, who: string, sendAt: Instant | null) => Promise<boolean>;
  /** Takes a waiting message back into the composer. */
  readonly takeBack: (delivery: DeliveryView, who: string) => Promise<void>;
  readonly retry: (delivery: DeliveryView) => Promise<void>;
  readonly resolve: (delivery: DeliveryView, as: 'sent' | 'send-again' | 'check') => Promise<void>;
};

export type SendingDeps = {
  readonly client: DeskClient;
  readonly texts: i18n;
  readonly moments: () => Moments;
  readonly deskNow: () => Instant;
  readonly place: PlaceStore;
  readonly conversation: ConversationLoader;
  readonly writing: Writing;
  readonly notices: Notices;
  readonly tellFailure: (error: Failure) => void;
  readonly refreshDeliveries: () => Promise<void>;
};

export function createSending(deps: SendingDeps): Sending {
  const { client, conversation, writing, notices } = deps;
  const { t } = deps.texts;
  /** A second press of the same keys sends nothing more. */
  const leaving = new Set<WritingKey>();

  const takeBack = async (delivery: DeliveryView, who: string): Promise<void> => {
    // What was written since stays: the engine puts the two together.
    await writing.save(answerKey(delivery.conversation));
    const undone = await client.call('outbox.undo', { id: delivery.id });
    if (!undone.ok) {
      deps.tellFailure(undone.error);
      return;
    }
    const { draft } = undone.value;
    if (draft === null) deps.place.setState({ conversation: undone.value.conversation, isReading: true });
    else {
      writing.know(draft);
      goToDraft(deps.place, draft);
    }
    notices.add({
      text: t('notice.takenBack', { who }),
      failure: null,
      until: machineNow() + NOTICE_MS,
      leaving: null,
      undo: null,
    });
    await Promise.all([conversation.refresh(), deps.refreshDeliveries()]);
  };

  const settle = async (answer: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Failure }>) => {
    const settled = await answer;
    if (!settled.ok) deps.tellFailure(settled.error);
    await Promise.all([conversation.refresh(), deps.refreshDeliveries()]);
    return settled.ok;
  };

  const send: Sending['send'] = async (key, who, sendAt) => {
    // What did not come through was told, and the letter says otherwise.
    if (!(await writing.coming.allThere(key))) return false;
    const saved = await writing.save(key);
    if (!saved.ok) {
      deps.tellFailure(saved.error);
      return false;
    }
    if (saved.value === null) return false;
    const sent = await client.call('draft.send', { id: saved.value, sendAt, now: false });
    if (!sent.ok) {
      deps.tellFailure(sent.error);
      return false;
    }
    writing.forget(key);
    const delivery = sent.value;
    const waitMs = delivery.leavesAt - deps.deskNow();
    const isPlanned = sendAt !== null;
    notices.add({
      text: isPlanned
        ? t('notice.planned', { who, when: deps.moments().when(delivery.leavesAt) })
        : t('notice.left', { who }),
      failure: null,
      until: machineNow() + (isPlanned ? NOTICE_MS : Math.max(0, waitMs)),
      leaving: isPlanned ? null : { leavesAt: delivery.leavesAt, who },
      undo: () => takeBack(delivery, who),
    });
    await Promise.all([conversation.refresh(), deps.refreshDeliveries(), writing.refreshRows()]);
    return true;
  };

  return {
    takeBack,
    send: async (key, who, sendAt) => {
      if (leaving.has(key)) return false;
      leaving.add(key);
      try {
        return await send(key, who, sendAt);
      } finally {
        leaving.delete(key);
      }
    },
    retry: async (delivery) => {
      await settle(client.call('outbox.retry', { id: delivery.id }));
    },
    resolve: async (delivery, as) => {
      const isSettled = await settle(client.call('outbox.resolve', { id: delivery.id, as }));
      if (as !== 'check' || !isSettled) return;
      // The look at the server takes a while, and may change nothing: without a word the button would seem dead.
      notices.add({
        text: t('delivery.checking'),
        failure: null,
        until: machineNow() + NOTICE_MS,
        leaving: null,
        undo: null,
      });
    },
  };
}
