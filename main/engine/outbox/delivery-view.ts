// A delivery as the window and the command line see it.
import type { DeliveryView } from '../../contract/views.ts';
import { refusalOf } from '../channels/email/smtp-refusal.ts';
import { calledBy, type CardNames } from '../contacts/called.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';

export const deliveryView = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  conversation: row.conversation,
  account: row.account,
  messageId: row.messageId,
  to: row.recipients,
  subject: row.subject,
  state: row.state,
  leavesAt: row.leavesAt,
  undoUntil: row.state === 'queued' && row.attempts === 0 ? row.undoUntil : null,
  attempts: row.attempts,
  nextAttemptAt: row.state === 'sent' ? null : row.nextAttemptAt,
  error: row.error,
  refused: row.refused.map(({ address, reply }) => ({ address, why: refusalOf(reply, 'recipient'), reply })),
  filed: row.filed,
});

/** With the names of whom it goes to, as far as the desk knows them. */
export function listedDelivery(store: Pick<Store, 'conversations'> & CardNames, row: DeliveryRow): DeliveryView {
  const customer = store.conversations.get(row.conversation)?.customer;
  const names = row.recipients.map((address) =>
    calledBy(store, customer?.address === address.toLowerCase() ? customer : { name: '', address }),
  );
  return { ...deliveryView(row), names };
}
