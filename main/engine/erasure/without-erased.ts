// Keeps mail that was erased from coming in again while the server has it still. Only its place is noted, so that it is not even
// fetched the next time.
import type { ArrivedMessage } from '../ingest/arrived.ts';
import { identityOf } from '../ingest/identity.ts';
import type { Store } from '../store/store.ts';

export function withoutErased(
  { erasures }: Pick<Store, 'erasures'>,
  messages: readonly ArrivedMessage[],
): readonly ArrivedMessage[] {
  if (!erasures.isAny()) return messages;
  return messages.filter((message) => {
    const { mail, place } = message;
    // Our own answer on its way out is no message of then.
    if (place === null || !erasures.wasErased(mail.prepared?.identity ?? identityOf(message))) return true;
    erasures.notePlace(place.mailboxId, place.uid);
    return false;
  });
}
