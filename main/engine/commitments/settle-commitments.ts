// Brings the promises of a conversation up to date with its messages and the owner's decisions, as part of settling it, and tells
// what is open. The rules are domain/commitment/standing.ts.
import { commitmentStandings, type CommitmentStanding } from '../../domain/commitment/standing.ts';
import type { Instant } from '../../domain/instant.ts';
import { isHumanAnswer } from '../../domain/queue/assess.ts';
import type { CommitmentRow } from '../store/commitment-table.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';

export type OpenCommitment = {
  /** The one that is due first. */
  readonly words: string;
  readonly dueAt: Instant;
  /** When the oldest that is open was made. */
  readonly madeAt: Instant;
};

/** `counting`: without those of ours that failed to leave. null: nothing is open. */
export function settleCommitments(
  { commitments }: Pick<Store, 'commitments'>,
  { id, decisions }: Pick<ConversationRow, 'id' | 'decisions'>,
  counting: readonly MessageRow[],
): OpenCommitment | null {
  const rows = commitments.ofConversation(id);
  if (rows.length === 0) return null;
  const standings = commitmentStandings(rows, counting.filter(isHumanAnswer), decisions);
  const open: CommitmentRow[] = [];
  for (const [index, row] of rows.entries()) {
    const standing = standings[index];
    if (standing === undefined) continue;
    if (!isAsBefore(row, standing)) commitments.stand(row.id, standing);
    if (standing.state === 'open') open.push(row);
  }
  const [first] = open.toSorted((a, b) => a.dueAt - b.dueAt || a.id - b.id);
  const [oldest] = open;
  return first === undefined || oldest === undefined
    ? null
    : { words: first.words, dueAt: first.dueAt, madeAt: oldest.madeAt };
}

const isAsBefore = (row: CommitmentRow, standing: CommitmentStanding): boolean =>
  row.state === standing.state &&
  row.because === standing.because &&
  row.closedAt === standing.closedAt &&
  row.closedBy === standing.closedBy;
