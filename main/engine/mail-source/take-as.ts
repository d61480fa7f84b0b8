// A message that is stored already, seen with other eyes: the owner said who it is from, or his mail server turns out to vouch for
// its sender. Channel, customer, words and conversation follow; what he decided about the conversation stays.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { findSignals } from '../../domain/conversation/find-signals.ts';
import { previewOf } from '../../domain/conversation/preview.ts';
import { NO_SIGNALS } from '../../domain/conversation/signals.ts';
import { mergeInto } from '../ingest/threading.ts';
import { indexAnew } from '../search/index-stored.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { RuleRow } from '../store/source-table.ts';
import type { Store } from '../store/store.ts';
import type { ServerHabits } from './server-habits.ts';
import { sourceThread } from './same-thread.ts';
import { findSource } from './source-facts.ts';
import { weighSource, type Weighed } from './weigh-source.ts';

/** null: there is nothing to it, or it is not theirs. */
export function weighStored(
  store: Store,
  id: MessageRowId,
  { habits, rules }: { readonly habits: Pick<ServerHabits, 'of'>; readonly rules: readonly RuleRow[] },
): Weighed | null {
  const row = store.messages.get(id);
  const account = row === null ? null : store.accounts.get(row.account);
  if (row === null || account === null || row.direction === 'out') return null;
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const mail = storedMail(store, row);
  return weighSource(mail, findSource(mail), { account, own, rules, habits });
}

/** As it was read when it came in. */
export function storedMail(store: Pick<Store, 'messages' | 'bodies' | 'attachments'>, row: MessageRow) {
  const body = store.bodies.get(row.id) ?? { text: '', html: null };
  return {
    from: [row.from],
    replyTo: store.messages.people(row.id)['reply-to'],
    subject: row.subject,
    ...body,
    headers: store.bodies.headers(row.id),
    attachments: store.attachments.ofMessage(row.id),
    kind: row.kind,
  };
}

/** Part of the caller's transaction; answers the conversations that are to be settled. */
export function takeAs(store: Store, id: MessageRowId, weighed: Weighed): readonly ConversationId[] {
  const row = store.messages.get(id);
  if (row === null) return [];
  const { claim, standing, thread, kind } = weighed;
  const other = weighed.isBelieved ? sourceThread(store, weighed, row.at) : null;
  store.sources.set(id, { source: claim.source, standing, thread });
  if (!weighed.isBelieved) return [row.conversation];
  const words = claim.text === '' ? store.bodies.text(id) : claim.text;
  const isAsking = kind === 'human' && !row.isHistory;
  store.messages.rewrite(id, {
    channel: claim.channel,
    subject: row.subject,
    from: row.from,
    preview: previewOf(words),
    signals: isAsking ? findSignals({ subject: row.subject, text: words }) : NO_SIGNALS,
    people: { ...store.messages.people(id), 'reply-to': weighed.behind },
  });
  store.sources.setRoute(id, claim.channel, kind);
  indexAnew(store, [id]);
  const isFirst =
    store.messages.ofConversation(row.conversation).find(({ direction }) => direction === 'in')?.id === id;
  if (isFirst && claim.shape === 'message') {
    store.conversations.setCustomer(row.conversation, claim.person);
    store.sources.setChannel(row.conversation, claim.channel);
  }
  if (other === null || other === row.conversation) return [row.conversation];
  const kept = Math.min(other, row.conversation);
  const gone = Math.max(other, row.conversation);
  mergeInto(store, kept, gone);
  return [kept, gone];
}
