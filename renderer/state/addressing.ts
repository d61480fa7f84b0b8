// To whom an answer goes when it is begun by a key: the customer alone, or everyone who has the conversation.
import type { ConversationView } from '../../main/contract/views.ts';
import { answerKey, blankOf, writtenOf, type Writing } from './writing.ts';

/** What is written already, or was addressed by hand, stays as it is addressed. */
export function answerOne(writing: Writing, { item, replyTo, replyCc }: ConversationView): void {
  const key = answerKey(item.conversation);
  const written = writtenOf(writing.store.getState(), key) ?? blankOf(key);
  if (replyCc.length === 0 || written.recipients !== null || written.text.trim() !== '') return;
  writing.choose(key, { recipients: { to: replyTo, cc: [], bcc: [] } });
}

/** Who was added by hand stays. */
export function answerEveryone(writing: Writing, { item, replyTo, replyCc }: ConversationView): void {
  const key = answerKey(item.conversation);
  const now = writtenOf(writing.store.getState(), key)?.recipients ?? null;
  if (now === null) return;
  const having = new Set([...now.to, ...now.cc, ...now.bcc].map(({ address }) => address.toLowerCase()));
  const missing = [...replyTo, ...replyCc].filter(({ address }) => !having.has(address.toLowerCase()));
  writing.choose(key, { recipients: { ...now, cc: [...now.cc, ...missing] } });
}
