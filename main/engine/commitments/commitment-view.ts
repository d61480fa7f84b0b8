// A promise as others see it: without what only the reckoning needs.
import type { CommitmentView } from '../../contract/commitments.ts';
import type { CommitmentRow } from '../store/commitment-table.ts';

export const commitmentView = (row: CommitmentRow): CommitmentView => ({
  id: row.id,
  conversation: row.conversation,
  message: row.message,
  words: row.words,
  madeAt: row.madeAt,
  dueAt: row.dueAt,
  state: row.state,
  because: row.because,
  closedAt: row.closedAt,
  closedBy: row.closedBy,
});
