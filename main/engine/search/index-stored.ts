// Puts messages that are stored already into the full-text index, by what is stored of them now: after the index lost them, after a
// person was taken out, after their text was removed.
import type { MessageRowId } from '../../contract/views.ts';
import type { Store } from '../store/store.ts';
import { indexedWords } from './indexed-words.ts';

type IndexedStore = Pick<Store, 'fullText' | 'messages' | 'bodies' | 'attachments'>;

/** For messages that are not in the index. In ascending order, as FTS5 wants it. */
export function indexStored(store: IndexedStore, ids: Iterable<MessageRowId>): void {
  for (const id of [...ids].toSorted((a, b) => a - b)) {
    const message = store.messages.get(id);
    if (message === null) continue;
    const people = store.messages.people(id);
    const words = indexedWords({
      channel: message.channel,
      subject: message.subject,
      senders: [message.from, ...people['reply-to']],
      recipients: [...people.to, ...people.cc, ...people.bcc],
      text: store.bodies.text(id),
      attachments: store.attachments.ofMessage(id),
    });
    store.fullText.add(id, words);
  }
}

/** For messages that are in the index with other words. */
export function indexAnew(store: IndexedStore, ids: Iterable<MessageRowId>): void {
  const all = [...ids];
  for (const id of all) store.fullText.remove(id);
  indexStored(store, all);
}
