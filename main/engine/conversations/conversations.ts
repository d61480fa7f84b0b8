// The commands about one conversation: open it, decide about it, read it, mark its customer. What a decision does to its place
// in the queue is engine/queue; attachments are beside this file.
import { isDeepStrictEqual } from 'node:util';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { ConversationId } from '../../contract/views.ts';
import { decidedFor } from '../../domain/follow-up/follow-up.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import { isNote } from '../channels/manual/manual-account.ts';
import type { Handlers } from '../host/engine.ts';
import type { Learning } from '../learning/learning.ts';
import type { Queue } from '../queue/queue.ts';
import type { Settle } from '../queue/settle.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { Store } from '../store/store.ts';
import { createAttachments, type AttachmentDeps } from './attachments.ts';
import { asDone, asPlanned, asReopened, asSnoozed, asSorted, withFollowUp, withReplyBy } from './decide.ts';
import { fileOnServer } from './file-on-server.ts';
import { viewConversation } from './view-conversation.ts';

export type ConversationDeps = Omit<AttachmentDeps, 'store'> & {
  readonly store: Store;
  readonly clock: { readonly now: () => number };
  readonly emit: (event: EngineEvent) => void;
  readonly settle: Settle;
  readonly queue: Pick<Queue, 'item'>;
  /** Hears every decision: engine/learning. */
  readonly learn?: Learning['decided'] | undefined;
};

export type Conversations = {
  readonly handlers: Pick<
    Handlers,
    | 'conversation.open'
    | 'conversation.markRead'
    | 'conversation.markUnread'
    | 'conversation.done'
    | 'conversation.reopen'
    | 'conversation.snooze'
    | 'conversation.plan'
    | 'conversation.setReplyBy'
    | 'conversation.followUp'
    | 'conversation.sortAs'
    | 'conversation.restore'
    | 'contact.setVip'
    | 'attachment.content'
    | 'attachment.text'
    | 'attachment.inline'
  >;
  /** Answers the decisions as they were, so that it can be taken back. */
  readonly decide: (id: ConversationId, by: (conversation: ConversationRow) => Result<Decisions>) => Result<Decisions>;
};

export function createConversations(deps: ConversationDeps): Conversations {
  const { store, clock, emit, settle, queue, learn } = deps;
  const attachments = createAttachments(deps);
  const notThere = (id: ConversationId) => failed('not-found', 'never', `conversation ${id}`);
  const changed = (conversations: readonly ConversationId[]): void =>
    emit({ kind: 'conversations-changed', conversations });

  const decideAs = (
    id: ConversationId,
    by: (conversation: ConversationRow) => Result<Decisions>,
    isTakingBack: boolean,
  ): Result<Decisions> => {
    const conversation = store.conversations.get(id);
    if (conversation === null) return notThere(id);
    const decided = by(conversation);
    if (!decided.ok) return decided;
    store.transaction(() => {
      learn?.(conversation, decided.value, isTakingBack);
      store.conversations.decide(id, decided.value);
      fileOnServer(store, id, conversation.decisions, decided.value, clock.now());
      settle([id]);
    });
    changed([id]);
    return ok(conversation.decisions);
  };
  const decide: Conversations['decide'] = (id, by) => decideAs(id, by, false);

  return {
    decide,
    handlers: {
      'conversation.open': ({ id, newest }) => {
        const item = queue.item(id);
        const view = item === null ? null : viewConversation(store, item, newest ?? Infinity);
        return view === null ? notThere(id) : ok(view);
      },
      'conversation.markRead': ({ id }) => {
        const conversation = store.conversations.get(id);
        if (conversation === null) return notThere(id);
        if (conversation.unread === 0) return ok(null);
        const before = store.queue.get(id);
        store.transaction(() => {
          for (const message of store.messages.setSeen(id)) {
            store.mailboxes.queueAction(conversation.account, message, 'mark-seen', clock.now());
          }
          settle([id]);
        });
        // Settling brings its place up to date as well, with settings that changed since, say.
        if (isDeepStrictEqual(before, store.queue.get(id))) emit({ kind: 'conversation-read', conversation: id });
        else changed([id]);
        return ok(null);
      },
      'conversation.markUnread': ({ id }) => {
        const newest = store.messages.ofConversation(id).findLast(({ direction }) => direction === 'in');
        if (newest === undefined) return notThere(id);
        if (!newest.isSeen) return ok(null);
        store.transaction(() => {
          store.messages.setFlags(newest.id, { isSeen: false, isAnswered: newest.isAnswered });
          if (!isNote(newest)) store.mailboxes.queueAction(newest.account, newest.id, 'mark-unseen', clock.now());
          settle([id]);
        });
        changed([id]);
        return ok(null);
      },
      'conversation.done': ({ id, because }) =>
        decide(id, (conversation) => ok(asDone(conversation, because, clock.now()))),
      'conversation.reopen': ({ id }) => decide(id, (conversation) => ok(asReopened(conversation))),
      'conversation.snooze': ({ id, until, replyBy }) =>
        decide(id, (conversation) => asSnoozed(conversation, until, replyBy, clock.now())),
      'conversation.plan': ({ id, at, replyBy }) =>
        decide(id, (conversation) =>
          at === null
            ? ok({ ...conversation.decisions, planned: null })
            : asPlanned(conversation, at, replyBy, clock.now()),
        ),
      'conversation.setReplyBy': ({ id, at }) =>
        decide(id, (conversation) => withReplyBy(conversation, at, clock.now())),
      'conversation.followUp': ({ id, at }) =>
        decide(id, (conversation) => {
          const answerAt = decidedFor(store.messages.ofConversation(id));
          return withFollowUp(conversation, answerAt, at, clock.now());
        }),
      'conversation.sortAs': ({ id, as }) => decide(id, (conversation) => ok(asSorted(conversation, as, clock.now()))),
      'conversation.restore': ({ id, decisions }) => {
        const restored = decideAs(id, () => ok(decisions), true);
        return restored.ok ? ok(null) : restored;
      },
      'contact.setVip': ({ address, isVip }) => {
        const touched = store.transaction(() => {
          const handles = store.contacts.handlesOf(address);
          for (const one of handles) store.contacts.setVip(one, isVip);
          const open = handles.flatMap(store.conversations.openWith);
          settle(open);
          return open;
        });
        emit({ kind: 'contacts-changed' });
        if (touched.length > 0) changed(touched);
        return ok(null);
      },
      'attachment.content': ({ id }) => attachments.content(id),
      'attachment.text': ({ id }) => attachments.text(id),
      'attachment.inline': ({ message, contentId }) => attachments.inline(message, contentId),
    },
  };
}
