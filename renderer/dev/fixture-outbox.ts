// What leaves the fixture desk: nothing does. Letters wait under the undo time, and come back as they stood.
import type { CommandArgs } from '../../main/contract/commands.ts';
import type { DraftView, LetterBack } from '../../main/contract/drafts.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import type { EngineEvent } from '../../main/contract/events.ts';
import type { DeliveryView, MessageView, QueueItem } from '../../main/contract/views.ts';
import { deliveriesFor, queuedDelivery } from './fixture-deliveries.ts';
import { sentMessage } from './fixture-desk.ts';
import { createFixtureDrafts } from './fixture-drafts.ts';
import type { Scene } from './fixture-scenes.ts';

type Deps = {
  readonly scene: Scene;
  readonly begun: readonly QueueItem[];
  readonly items: () => readonly QueueItem[];
  /** Own messages by conversation. */
  readonly sent: Map<number, MessageView[]>;
  /** When a letter leaves for which no moment is chosen. */
  readonly undoUntil: () => number;
  readonly onLeft: (conversation: number) => void;
  readonly onBack: (conversation: number) => void;
  readonly tell: (event: EngineEvent) => void;
};

export function createFixtureOutbox({ scene, begun, items, sent, undoUntil, onLeft, onBack, tell }: Deps) {
  let deliveries = deliveriesFor(scene, begun);
  for (const delivery of deliveries) {
    sent.set(delivery.conversation, [sentMessage(delivery, 'Dag,\n\nWe komen dinsdag langs.\n\nTom Claes')]);
  }
  const said = (conversation: number): readonly MessageView[] => sent.get(conversation) ?? [];

  const leave = (draft: DraftView, sendAt: number | null): DeliveryView => {
    const item = items()[(draft.conversation ?? 0) - 1];
    const delivery = queuedDelivery({
      id: deliveries.length + 1,
      conversation: draft.conversation ?? 0,
      to: draft.recipients?.to.map(({ address }) => address) ?? [item?.address ?? ''],
      subject: draft.subject ?? item?.subject ?? '',
      leavesAt: sendAt ?? undoUntil(),
    });
    deliveries = [delivery, ...deliveries];
    sent.set(delivery.conversation, [...said(delivery.conversation), sentMessage(delivery, draft.text)]);
    if (draft.conversation !== null) onLeft(draft.conversation);
    return delivery;
  };
  const drafts = createFixtureDrafts({ items, send: leave, tell: () => tell({ kind: 'drafts-changed' }) });

  const answer = (conversation: number, text: string, sendAt: number | null): DeliveryView =>
    leave(drafts.begun({ kind: 'answer', conversation, text, recipients: null, subject: null }), sendAt);

  const takeBack = (id: number): Result<LetterBack> => {
    const delivery = deliveries.find((one) => one.id === id);
    if (delivery === undefined) return failed('not-found', 'never', 'fixture');
    const { conversation } = delivery;
    const text = said(conversation).find((message) => message.delivery?.id === id)?.text ?? '';
    deliveries = deliveries.filter((one) => one.id !== id);
    sent.set(
      conversation,
      said(conversation).filter((message) => message.delivery?.id !== id),
    );
    onBack(conversation);
    return ok({ conversation, draft: drafts.takeBack(id, conversation, text) });
  };
  const settle = (id: number, state: DeliveryView['state']): Result<DeliveryView> => {
    const found = deliveries.find((one) => one.id === id);
    if (found === undefined) return failed('not-found', 'never', 'fixture');
    const delivery: DeliveryView = { ...found, state, error: null };
    deliveries = deliveries.map((one) => (one.id === id ? delivery : one));
    const messages = [...said(found.conversation)];
    const at = messages.findIndex((message) => message.delivery?.id === id);
    const message = messages[at];
    if (message !== undefined) messages[at] = { ...message, delivery };
    sent.set(found.conversation, messages);
    tell({ kind: 'delivery-changed', delivery });
    return ok(delivery);
  };
  return {
    deliveries: () => deliveries,
    takeBack,
    answer,
    drafts,
    handlers: {
      ...drafts.handlers,
      'reply.send': ({ conversation, text, sendAt }: CommandArgs<'reply.send'>) =>
        ok(answer(conversation, text, sendAt)),
      'outbox.list': () => ok(deliveries),
      'outbox.undo': ({ id }: CommandArgs<'outbox.undo'>) => takeBack(id),
      'outbox.run': () => ok(deliveries),
      'outbox.retry': ({ id }: CommandArgs<'outbox.retry'>) => settle(id, 'queued'),
      'outbox.resolve': ({ id, as }: CommandArgs<'outbox.resolve'>) =>
        settle(id, ({ sent: 'sent', 'send-again': 'queued', check: 'unknown' } as const)[as]),
    },
  };
}
