// Which watch runs over a conversation: gathers what domain/follow-up needs. When it passes, the queue and the reminders see it by
// its instant; nothing is done here.
import { followUpOf, type FollowUp } from '../../domain/follow-up/follow-up.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import type { Assessment } from '../../domain/queue/assess.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

export type WatchedConversation = {
  readonly conversation: ConversationRow;
  /** Those that count. */
  readonly messages: readonly MessageRow[];
  readonly assessment: Assessment<MessageRow>;
  readonly isOwnMail: boolean;
};

export function watchAnswer(
  store: Store,
  { conversation, messages, assessment, isOwnMail }: WatchedConversation,
  workingDays: number,
  openTime: OpenTime,
): FollowUp | null {
  const { decisions } = conversation;
  if (assessment.isDone || assessment.unanswered.length > 0 || isOwnMail || decisions.sortedAs === 'fyi') return null;
  const watch = followUpOf({
    messages,
    decision: decisions.followUp ?? null,
    workingDays,
    openTime,
    // "Send later": the customer cannot answer what has not left.
    leavesAt: ({ id, at }) => {
      const delivery = store.deliveries.ofMessage(id);
      return delivery === null || delivery.sendAt === null ? at : Math.max(at, delivery.sentAt ?? delivery.leavesAt);
    },
  });
  if (watch === null || watch.isByHand) return watch;
  // A new desk does not begin with everything that nobody heard of for weeks.
  const account = store.accounts.get(conversation.account);
  return account !== null && watch.at <= account.createdAt ? null : watch;
}
