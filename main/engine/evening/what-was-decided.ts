// What became of a conversation that was in the review. Asked of the conversation as it stands now and not of what was pressed, so
// that it is true whatever happened since: an answer that was taken back is none, and a snooze made in the list counts.
import type { Decided } from '../../contract/evening.ts';
import type { Instant } from '../../domain/instant.ts';
import { planStands } from '../../domain/evening/plan-stands.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';

/** null: the owner decided nothing here. It was answered from another program, or it is not there any more. */
export function whatWasDecided(
  conversation: ConversationRow,
  deliveries: readonly DeliveryRow[],
  joinedAt: Instant,
  now: Instant,
): Decided | null {
  const { decisions, turn, waitingSince, lastAt } = conversation;
  const { doneAt, doneBecause, snoozedUntil, planned, replyByHand } = decisions;
  const isDone = doneAt !== null;
  const answer = deliveries.findLast(({ createdAt, state }) => createdAt >= joinedAt && state !== 'failed');
  if (turn !== 'ours' && answer !== undefined) return { kind: 'answer', leavesAt: answer.leavesAt };
  if (isDone) return { kind: DONE_KINDS[doneBecause ?? 'owner'] ?? 'done' };
  if (snoozedUntil !== null && snoozedUntil > now) return { kind: 'later', until: snoozedUntil };
  if (planned != null && planStands(planned, { turn, isDone, waitingSince, lastAt }))
    return { kind: 'plan', at: planned.at };
  if (decisions.sortedAs === 'fyi') return { kind: 'fyi' };
  return turn === 'ours' && replyByHand !== null ? { kind: 'reply-by', at: replyByHand } : null;
}

const DONE_KINDS: Readonly<Record<string, 'no-answer' | 'phoned' | 'done'>> = {
  'no-answer': 'no-answer',
  phone: 'phoned',
};
