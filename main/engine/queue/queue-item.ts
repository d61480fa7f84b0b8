// A conversation as the list shows it: its row, with section, score and reasons as they stand at the moment asked for.
import type { QueueItem } from '../../contract/views.ts';
import { PROPOSAL_LASTS_MS } from '../../domain/commitment/standing.ts';
import { planStands } from '../../domain/evening/plan-stands.ts';
import type { Weights } from '../../domain/queue/factor.ts';
import { rank } from '../../domain/queue/rank.ts';
import type { Moment } from '../../domain/queue/section.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { Store } from '../store/store.ts';
import { commitmentView } from '../commitments/commitment-view.ts';
import { calledBy } from '../contacts/called.ts';
import { factsFromText } from './settle.ts';

export function buildItem(
  store: Pick<Store, 'queue' | 'commitments' | 'contacts'>,
  conversation: ConversationRow,
  moment: Moment,
  weights: Weights,
): QueueItem {
  const { id, customer, decisions, turn, isFyi, replyBy, waitingSince } = conversation;
  const facts = factsFromText(conversation.facts);
  const { section, score, factors } = rank(
    {
      turn,
      isFyi,
      isDone: decisions.doneAt !== null,
      snoozedUntil: decisions.snoozedUntil,
      replyBy,
      waitingSince,
      ...facts,
    },
    moment,
    weights,
  );
  const promise = decisions.doneAt === null ? store.commitments.standing(id, moment.now - PROPOSAL_LASTS_MS) : null;
  const planFacts = { turn, isDone: decisions.doneAt !== null, waitingSince, lastAt: conversation.lastAt };
  return {
    conversation: id,
    account: conversation.account,
    section,
    channel: conversation.channel,
    who: calledBy(store, customer),
    address: customer.address,
    subject: conversation.subject,
    preview: conversation.preview,
    language: conversation.language,
    turn,
    replyBy,
    replyByFrom: conversation.replyByFrom,
    waitingSince,
    lastAt: conversation.lastAt,
    snoozedUntil: decisions.snoozedUntil,
    plannedAt: decisions.planned != null && planStands(decisions.planned, planFacts) ? decisions.planned.at : null,
    promise: promise === null ? null : commitmentView(promise),
    followUp: decisions.doneAt === null ? facts.followUp : null,
    reckoned: { targetMinutes: facts.targetMinutes, windowClosesAt: facts.windowClosesAt },
    messages: conversation.messages,
    isUnread: conversation.unread > 0,
    hasAttachments: conversation.hasAttachments,
    // A delivery that arrived is part of the story; one that did not yet is news.
    delivery: store.queue.openDelivery(id),
    score,
    factors,
    why: facts.why,
  };
}
