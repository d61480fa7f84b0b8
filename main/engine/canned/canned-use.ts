// Counts which saved replies an answer was made of, and learns from it which messages of customers they fit. An answer that is taken
// back, and a message that is erased, are unlearned. Called within the transaction of whoever sends, takes back or erases.
import type { CannedId } from '../../contract/canned.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { wordsToKeep } from '../../domain/canned/customer-words.ts';
import { stripQuote } from '../../domain/conversation/strip-quote.ts';
import type { Instant } from '../../domain/instant.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

export type UseRooms = Pick<Store, 'canned' | 'cannedWords' | 'messages' | 'bodies' | 'conversations' | 'accounts'>;

/** `conversation` null: a new mail, which answers nothing. */
export function countCannedUse(
  store: UseRooms,
  replies: readonly CannedId[],
  conversation: ConversationId | null,
  at: Instant,
): void {
  const answered = conversation === null ? null : lastOfTheirs(store, conversation, at);
  for (const id of replies) {
    if (store.canned.get(id) === null) continue;
    store.canned.countUse(id, at);
    if (answered !== null) store.cannedWords.learn(id, answered.id, wordsOf(store, answered));
  }
}

/** `at`: when that answer was sent. */
export function uncountCannedUse(
  store: UseRooms,
  replies: readonly CannedId[],
  conversation: ConversationId | null,
  at: Instant,
): void {
  const answered = conversation === null ? null : lastOfTheirs(store, conversation, at);
  for (const id of replies) {
    store.canned.uncountUse(id);
    if (answered !== null) store.cannedWords.unlearn(id, answered.id, wordsOf(store, answered));
  }
}

/** To be called while its words can still be read. */
export function unlearnMessage(store: UseRooms, message: MessageRowId): void {
  const replies = store.cannedWords.learnedFrom(message);
  const row = replies.length === 0 ? null : store.messages.get(message);
  if (row === null) return;
  for (const id of replies) store.cannedWords.unlearn(id, message, wordsOf(store, row));
}

/** What the customer wrote last before then; words of the owner's own about a call are not his. */
export const lastOfTheirs = (
  { messages }: Pick<Store, 'messages'>,
  conversation: ConversationId,
  before: Instant,
): MessageRow | null =>
  messages.ofConversation(conversation).findLast(({ direction, at }) => direction === 'in' && at <= before) ?? null;

export const saidIn = ({ bodies }: Pick<Store, 'bodies'>, { id, subject }: MessageRow): string =>
  `${subject}\n${stripQuote(bodies.text(id))}`;

function wordsOf(store: UseRooms, message: MessageRow): readonly string[] {
  const people = store.messages.people(message.id);
  const named = [message.from, ...people.to, ...people.cc, ...people['reply-to']];
  const names = named.flatMap(({ name, address }) => [name, address.replace(/\.[a-z]{2,}$/i, '')]);
  return wordsToKeep(saidIn(store, message), names);
}
