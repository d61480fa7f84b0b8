// A desk of hundreds of thousands of messages for measuring search: rows, bodies and words as ingest leaves them, without its
// recognising and settling, which would take an hour. Conversations are as long as in synthetic-mail.ts.
import { indexedWords } from '../main/engine/search/indexed-words.ts';
import { bodyFor, previewFor } from '../main/engine/ingest/prepared-mail.ts';
import { NO_DECISIONS } from '../main/domain/queue/decisions.ts';
import { NO_SIGNALS } from '../main/domain/conversation/signals.ts';
import type { Store } from '../main/engine/store/store.ts';
import type { ArrivedMessage } from '../main/engine/ingest/arrived.ts';

const SLICE = 5_000;

export function fillInBulk(store: Store, mail: Iterable<ArrivedMessage>): void {
  const conversationOf = new Map<string, number>();
  const add = (message: ArrivedMessage): void => {
    const { mail: read, place, channel, at, account, direction } = message;
    const parent = read.references[0];
    const known = parent === undefined ? undefined : conversationOf.get(parent);
    const customer = (direction === 'in' ? read.from : read.to)[0] ?? { name: '', address: '' };
    const conversation =
      known ??
      store.conversations.add({
        account,
        channel,
        customer,
        subject: read.subject,
        baseSubject: read.subject,
        at,
        decisions: NO_DECISIONS,
      });
    conversationOf.set(read.messageId ?? '', conversation);
    const row = store.messages.add(
      {
        conversation,
        account,
        direction,
        channel,
        kind: read.kind,
        messageId: read.messageId,
        identity: read.messageId ?? '',
        subject: read.subject,
        from: read.from[0] ?? { name: '', address: '' },
        at,
        headerDate: null,
        size: message.size,
        preview: previewFor(read),
        signals: NO_SIGNALS,
        note: null,
        isHistory: false,
        isSeen: true,
        isAnswered: false,
      },
      { to: read.to, cc: read.cc, bcc: read.bcc, 'reply-to': read.replyTo },
      read.references,
    );
    store.bodies.add(row, bodyFor(read));
    for (const [position, attachment] of read.attachments.entries()) store.attachments.add(row, position, attachment);
    if (place !== null) store.mailboxes.addPlace(place.mailboxId, place.uid, row, place.flags);
    const { subject, text, attachments } = read;
    const senders = [...read.from, ...read.replyTo];
    store.fullText.add(row, indexedWords({ channel, subject, senders, recipients: read.to, text, attachments }));
  };
  let slice: ArrivedMessage[] = [];
  const flush = (): void => {
    store.transaction(() => slice.forEach(add));
    slice = [];
  };
  for (const message of mail) {
    slice.push(message);
    if (slice.length >= SLICE) flush();
  }
  flush();
}
