// Which conversation a message belongs to: by Message-ID, References and In-Reply-To in both directions, since children may
// arrive before their parents; else by subject and customer, for replies only. Newsletters and robots are never joined by
// subject: "Your order" of today is not that of last month. Those who answer one mail of ours to many are not one story either.
import type { ConversationId } from '../../contract/views.ts';
import { baseSubject } from '../../domain/conversation/base-subject.ts';
import type { Address, Direction, MailKind } from '../../domain/conversation/message.ts';
import { DAY_MS, type Instant } from '../../domain/instant.ts';
import { decisionsMerged } from '../../domain/queue/arrival.ts';
import type { Store } from '../store/store.ts';

export type Threaded = {
  readonly account: string;
  readonly messageId: string | null;
  /** Nearest first: see referencesOf. */
  readonly references: readonly string[];
  readonly subject: string;
  readonly customer: Address;
  readonly kind: MailKind;
  readonly at: Instant;
  /** Ours, to many: see isMassMail. */
  readonly isMassMail: boolean;
  /** Where the network that it comes from says that it belongs. */
  readonly ofSameThread?: ConversationId | null;
};

export type Thread = {
  /** null: it begins a conversation. */
  readonly conversation: ConversationId | null;
  /** Conversations that became part of it. */
  readonly merged: readonly ConversationId[];
};

/** A reply with the same subject after this long is about something else more often than not. */
const SAME_SUBJECT_MS = 30 * DAY_MS;

/** References beyond these are the middle of a long story: its ends are enough to find it by. */
const MOST_REFERENCES = 60;

/** The direct parent first, then its ancestors from near to far (RFC 5322, 3.6.4: References runs from the first to the parent). */
export function referencesOf(mail: {
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}): readonly string[] {
  const ordered = [...new Set([...mail.references.slice(-1), ...mail.inReplyTo, ...mail.references.toReversed()])];
  if (ordered.length <= MOST_REFERENCES) return ordered;
  return [...ordered.slice(0, MOST_REFERENCES - 1), ...ordered.slice(-1)];
}

/** "Re:" as mail programs in Dutch, French, German, English and the Nordic languages write it; forwards are not replies. */
export const isReplySubject = (subject: string): boolean =>
  /^\s*(?:re|antw(?:oord)?|aw|sv|vs|ré?p?)\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]/iu.test(subject);

export const subjectKey = (subject: string): string => baseSubject(subject).toLowerCase();

/** Somebody's colleagues and family in copy are fewer than these. */
const FEWEST_OF_MANY = 5;

/** Ours to many at once, or to nobody but ourselves with the others in blind copy: each who answers has a story of his own. */
export function isMassMail(direction: Direction, recipients: readonly Address[], own: ReadonlySet<string>): boolean {
  if (direction === 'in') return false;
  const others = new Set(recipients.map(({ address }) => address.toLowerCase()).filter((address) => !own.has(address)));
  return others.size === 0 || others.size >= FEWEST_OF_MANY;
}

/** Merges what turns out to be one conversation, as part of the caller's transaction. */
export function findThread(store: Store, message: Threaded): Thread {
  const ofSameThread = message.ofSameThread ?? null;
  const linked = [
    ...new Set([...linkedConversations(store, message), ...(ofSameThread === null ? [] : [ofSameThread])]),
  ];
  const kept = linked.length === 0 ? onSameSubject(store, message) : Math.min(...linked);
  if (kept === null) return { conversation: null, merged: [] };
  const merged = linked.filter((conversation) => conversation !== kept);
  for (const other of merged) mergeInto(store, kept, other);
  return { conversation: kept, merged };
}

/**
 * The nearest parent's conversation and those of its children. A further ancestor in another conversation joins only when the
 * customer is the same: a mail that names two customers' Message-IDs must not put their letters into one story. Nor does the
 * answer of one customer to a mail that went to many join the answers of others.
 */
function linkedConversations(store: Store, message: Threaded): ConversationId[] {
  const { messageId, references, customer } = message;
  const found = new Set<ConversationId>();
  const children = messageId === null ? [] : store.messages.referringTo(messageId);
  for (const child of children) if (!message.isMassMail || isWith(store, child, customer)) found.add(child);
  for (const reference of references) {
    for (const holder of store.messages.conversationsWith(reference)) {
      const isNearest = found.size === 0 && !isOneToMany(store, reference);
      if (isNearest || isWith(store, holder, customer)) found.add(holder);
    }
    // The parent may never come (deleted before we looked): its other children with this customer are the same story.
    for (const sibling of store.messages.referringTo(reference)) {
      if (isWith(store, sibling, customer)) found.add(sibling);
    }
  }
  return [...found];
}

function isOneToMany(store: Store, messageId: string): boolean {
  return store.messages.withMessageId(null, messageId).some(({ id, direction }) => {
    if (direction === 'in') return false;
    const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
    const { to, cc, bcc } = store.messages.people(id);
    return isMassMail(direction, [...to, ...cc, ...bcc], own);
  });
}

const isWith = (store: Store, conversation: ConversationId, customer: Address): boolean =>
  store.conversations.get(conversation)?.customer.address === customer.address.toLowerCase();

function onSameSubject(store: Store, message: Threaded): ConversationId | null {
  const { account, customer, kind, at } = message;
  const base = subjectKey(message.subject);
  if (base === '' || customer.address === '' || (kind !== 'human' && kind !== 'invite')) return null;
  const alive = store.conversations.onSubject(
    account,
    base,
    customer.address,
    at - SAME_SUBJECT_MS,
    at + SAME_SUBJECT_MS,
  );
  // A first sync runs newest first: the reply may be here before what it answers.
  const joins = alive.find(
    (conversation) =>
      isReplySubject(message.subject) || (isReplySubject(conversation.subject) && at <= conversation.startedAt),
  );
  return joins?.id ?? null;
}

export function mergeInto(store: Store, kept: ConversationId, other: ConversationId): void {
  const keptRow = store.conversations.get(kept);
  const otherRow = store.conversations.get(other);
  if (keptRow === null || otherRow === null) return;
  store.conversations.merge(kept, other);
  store.conversations.decide(kept, decisionsMerged(keptRow.decisions, otherRow.decisions));
}
