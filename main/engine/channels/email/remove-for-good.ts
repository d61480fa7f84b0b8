// Takes messages off the server for good, where the owner asked for exactly that. Each by its own number (UID EXPUNGE, RFC 4315):
// a plain EXPUNGE would take along what other programs had marked.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { MailPlace } from '../connector.ts';
import type { ImapSession } from './imap-session.ts';

/** Answers how many are gone; what had gone before, or was renumbered, does not count. */
export async function removeForGood(session: ImapSession, places: readonly MailPlace[]): Promise<Result<number>> {
  let gone = 0;
  for (const place of places.toSorted((a, b) => (a.mailbox < b.mailbox ? -1 : 1))) {
    if (session.selectedPath() !== place.mailbox) {
      const selected = await session.select(place.mailbox);
      if (!selected.ok) return selected;
    }
    // The number would mean another message now.
    if (session.selected()?.uidValidity !== place.uidValidity) continue;
    const removed = await session.expunge(place.uid);
    if (!removed.ok) return removed;
    if (!removed.value)
      return failed('not-possible-now', 'user', 'the server cannot remove one message alone (no UIDPLUS)');
    gone += 1;
  }
  return ok(gone);
}
