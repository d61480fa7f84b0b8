// Answers on their way out in the scenes "trouble" and "accounts": refused, doubtful, waiting, and partly refused.
import type { DeliveryView, QueueItem } from '../../main/contract/views.ts';
import { HOUR_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW, type Scene } from './fixture-scenes.ts';

type Trouble = Pick<DeliveryView, 'state'> & Partial<DeliveryView>;

const TROUBLES: readonly Trouble[] = [
  {
    state: 'failed',
    attempts: 1,
    error: { code: 'recipient-refused', retry: 'never', detail: '550 5.1.1 User unknown' },
  },
  {
    state: 'unknown',
    attempts: 1,
    error: { code: 'send-outcome-unknown', retry: 'user', detail: 'connection closed after DATA' },
  },
  { state: 'queued', leavesAt: FIXTURE_NOW + 4 * HOUR_MS },
  {
    state: 'queued',
    attempts: 2,
    nextAttemptAt: FIXTURE_NOW + HOUR_MS / 2,
    error: { code: 'server-busy', retry: 'auto', detail: 'SMTP RCPT: 451 4.7.1 Greylisted, come back later' },
  },
  {
    state: 'sent',
    filed: 'failed',
    refused: [{ address: 'oud@architect.be', why: 'recipient-mailbox-full', reply: '552 5.2.2 Mailbox full' }],
  },
];

export function deliveriesFor(scene: Scene, items: readonly QueueItem[]): DeliveryView[] {
  if (scene !== 'trouble' && scene !== 'accounts') return [];
  return TROUBLES.flatMap((trouble, index) => {
    const item = items[index];
    if (item === undefined) return [];
    return [
      {
        id: index + 1,
        conversation: item.conversation,
        account: item.account,
        messageId: `<fixture-${index}@fixture.invalid>`,
        to: [item.address],
        subject: `Re: ${item.subject}`,
        leavesAt: FIXTURE_NOW - HOUR_MS,
        undoUntil: null,
        attempts: 0,
        nextAttemptAt: null,
        error: null,
        refused: [],
        filed: 'pending',
        ...trouble,
      },
    ];
  });
}

type Queued = Pick<DeliveryView, 'id' | 'conversation' | 'to' | 'subject' | 'leavesAt'>;

/** As the outbox holds a letter that has just been handed over. */
export const queuedDelivery = (queued: Queued): DeliveryView => ({
  ...queued,
  account: 'claes',
  messageId: '<fixture>',
  state: 'queued',
  undoUntil: queued.leavesAt,
  attempts: 0,
  nextAttemptAt: null,
  error: null,
  refused: [],
  filed: 'pending',
});
