// Among all mail (Gmail's \All) lie the owner's drafts too, marked \Draft: nobody's mail yet, and no part
// of the story. Only their place is noted, so that they are not fetched again; what was sent comes under a number of its own.
import type { Store } from '../store/store.ts';
import type { ArrivedMessage } from './arrived.ts';

export function withoutDrafts(
  { mailboxes, erasures }: Pick<Store, 'mailboxes' | 'erasures'>,
  messages: readonly ArrivedMessage[],
): readonly ArrivedMessage[] {
  return messages.filter(({ place }) => {
    if (place === null || !place.flags.includes('\\Draft')) return true;
    if (mailboxes.get(place.mailboxId)?.role !== 'all') return true;
    erasures.notePlace(place.mailboxId, place.uid);
    return false;
  });
}
