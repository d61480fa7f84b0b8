// What power-child.ts said to somebody, and whether a desk still holds it.
import type { Store } from '../../../main/engine/store/store.ts';

export function isKept(store: Store, said: string): boolean {
  const [what, which = ''] = said.split(' ', 2);
  switch (what) {
    case 'done':
      return store.conversations.get(Number(which))?.decisions.doneAt != null;
    case 'snoozed':
      return store.conversations.get(Number(which))?.decisions.snoozedUntil != null;
    case 'draft':
      return store.drafts.answerIn(Number(which)) !== null;
    case 'queued':
    case 'took':
      return store.deliveries.list(100_000).some(({ messageId }) => messageId === which);
    default:
      return false;
  }
}

/** The server has it, and the desk holds it as not begun. */
export function wouldLeaveAgain(store: Store, said: string): boolean {
  const [what, which = ''] = said.split(' ', 2);
  if (what !== 'took') return false;
  const row = store.deliveries.list(100_000).find(({ messageId }) => messageId === which);
  return row !== undefined && (row.state === 'queued' || (row.state === 'sending' && !row.bodyStarted));
}
