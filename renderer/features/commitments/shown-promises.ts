// Which promises of a conversation stand above its composer: the open ones, those that wait for a yes, and what the newest answer of
// ours has just kept or moved, so that a wrong guess is seen at once.
import type { CommitmentView } from '../../../main/contract/commitments.ts';
import type { ConversationView } from '../../../main/contract/views.ts';
import { PROPOSAL_LASTS_MS } from '../../../main/domain/commitment/standing.ts';
import type { Instant } from '../../../main/domain/instant.ts';

const ORDER = ['open', 'proposed', 'kept', 'moved'] as const;

export function shownPromises(
  { commitments, messages }: Pick<ConversationView, 'commitments' | 'messages'>,
  now: Instant,
): readonly CommitmentView[] {
  const newestOfOurs = messages.findLast(({ direction }) => direction === 'out')?.id ?? null;
  const isShown = ({ state, dueAt, closedBy }: CommitmentView): boolean => {
    if (state === 'open') return true;
    if (state === 'proposed') return dueAt + PROPOSAL_LASTS_MS > now;
    return (state === 'kept' || state === 'moved') && closedBy !== null && closedBy === newestOfOurs;
  };
  const place = ({ state }: CommitmentView): number => ORDER.findIndex((one) => one === state);
  return commitments.filter(isShown).toSorted((a, b) => place(a) - place(b) || a.dueAt - b.dueAt || a.id - b.id);
}
