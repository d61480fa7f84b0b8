// A conversation as one story: its messages with their bodies, attachments and deliveries, who an answer goes to, and who the
// customer is.
import type { AttachmentView } from '../../contract/attachments.ts';
import type { ConversationView, MessageView, QueueItem } from '../../contract/views.ts';
import { cautionOf } from '../../domain/attachment/caution.ts';
import { shownFileName } from '../../domain/attachment/shown-name.ts';
import { stripQuote } from '../../domain/conversation/strip-quote.ts';
import { isBelieved } from '../../domain/mail-source/judge-claim.ts';
import { commitmentView } from '../commitments/commitment-view.ts';
import { BY_HAND, isNote } from '../channels/manual/manual-account.ts';
import { draftView } from '../drafts/draft-view.ts';
import { reachOf } from '../hand-entered/reach.ts';
import { deliveryView } from '../outbox/delivery-view.ts';
import { viewAnswer, viewSource } from '../mail-source/view-source.ts';
import { answeredMessage, answeringAccount, peopleOf } from '../outbox/answering.ts';
import type { AttachmentRow } from '../store/attachment-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

/** With its newest messages, at most so many. null: it is not there any more. */
export function viewConversation(store: Store, item: QueueItem, newest: number): ConversationView | null {
  const conversation = store.conversations.get(item.conversation);
  if (conversation === null) return null;
  const account = answeringAccount(store, conversation.account);
  const rows = store.messages.ofConversation(conversation.id);
  const answered = answeredMessage(rows);
  const people = answered === null || account === null ? null : peopleOf(store, account, answered);
  const { name, address } = conversation.customer;
  const draft = store.drafts.answerIn(conversation.id);
  const handles = store.contacts.handlesOf(address);
  const history = store.customers.figuresOf(handles);
  return {
    item,
    decisions: conversation.decisions,
    messages: rows.slice(-newest).map((row) => viewMessage(store, row)),
    replyFrom: people?.from ?? { name: account?.name ?? '', address: account?.email ?? '' },
    replyTo: people?.to ?? [],
    replyCc: people?.cc ?? [],
    answer: viewAnswer(answered === null ? null : viewSource(store, answered)),
    reach: reachOf([address, ...handles, ...handles.flatMap((one) => store.customers.written(one, BY_HAND))]),
    isAnsweredByHand: isAnsweredByHand(rows),
    customer: {
      name: store.contacts.nameOf(address) || name,
      address,
      isVip: store.contacts.isVip(address),
      conversations: history.conversations,
      firstSeenAt: history.firstAt ?? conversation.startedAt,
    },
    draft: draft === null ? null : draftView(store, draft),
    commitments: store.commitments.ofConversation(conversation.id).map(commitmentView),
  };
}

/** Who calls about his mail wants to be called back. */
function isAnsweredByHand(rows: readonly MessageRow[]): boolean {
  const asked = rows.findLast(({ direction, kind }) => direction === 'in' && (kind === 'human' || kind === 'invite'));
  const newest = asked ?? rows.at(-1);
  return newest !== undefined && isNote(newest);
}

export function viewMessage(store: Store, row: MessageRow): MessageView {
  const people = store.messages.people(row.id);
  const body = store.bodies.get(row.id) ?? { text: '', html: null };
  const source = row.direction === 'in' ? viewSource(store, row) : null;
  const isCarried = source !== null && isBelieved(source.standing) && source.text !== '';
  const delivery = row.direction === 'out' ? store.deliveries.ofMessage(row.id) : null;
  const passedOnTo = store.deliveries
    .passingOn(row.id)
    .filter(({ state }) => state !== 'failed')
    .flatMap(({ recipients }) => recipients);
  return {
    id: row.id,
    messageId: row.messageId,
    direction: row.direction,
    channel: row.channel,
    kind: row.kind,
    from: row.from,
    replyTo: people['reply-to'],
    to: people.to,
    cc: people.cc,
    bcc: people.bcc,
    at: row.at,
    headerDate: row.headerDate,
    subject: row.subject,
    text: body.text,
    // What a notice carries may be an answer with a quote below it.
    ownText: stripQuote(isCarried ? source.text : body.text),
    html: body.html,
    note: row.note,
    source,
    isByHand: isNote(row),
    isUnread: row.direction === 'in' && !row.isSeen,
    isGoneOnServer: row.isGone,
    attachments: store.attachments.ofMessage(row.id).map(viewAttachment),
    delivery: delivery === null ? null : deliveryView(delivery),
    ...(passedOnTo.length === 0 ? {} : { passedOnTo }),
  };
}

const viewAttachment = (row: AttachmentRow): AttachmentView => ({
  id: row.id,
  fileName: shownFileName(row.fileName, row.contentType),
  contentType: row.contentType,
  size: row.size,
  contentId: row.contentId,
  isInline: row.isInline,
  isHere: row.isHere,
  caution: cautionOf(row.fileName, null),
});
