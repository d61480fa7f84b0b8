// Carries out on the server what was decided here while it could not be reached, or while another mailbox was open.
import { ok, type Result } from '../../../contract/errors.ts';
import type { AccountId } from '../../../contract/views.ts';
import type { MailboxTable, ServerActionKind } from '../../store/mailbox-table.ts';
import type { ImapSession } from './imap-session.ts';

const FLAG: Readonly<Record<ServerActionKind, string>> = { 'mark-answered': '\\Answered', 'mark-seen': '\\Seen' };

/** An action whose message is nowhere on the server any more is dropped. One that fails stays for the next pass. */
export async function carryOutActions(
  mailboxes: MailboxTable,
  session: ImapSession,
  account: AccountId,
): Promise<Result<number>> {
  let done = 0;
  for (const action of mailboxes.actions(account)) {
    const places = mailboxes.placesOf(action.message);
    let isDone = true;
    for (const place of places) {
      const flag = FLAG[action.kind];
      if (place.flags.includes(flag)) continue;
      if (session.selectedPath() !== place.mailbox) {
        const selected = await session.select(place.mailbox);
        if (!selected.ok) return selected;
        // The UID would mean another message now; the pass that follows finds the right one.
        if (selected.value.uidValidity !== place.uidValidity) {
          isDone = false;
          continue;
        }
      }
      const stored = await session.addFlag(place.uid, flag);
      if (!stored.ok) return stored;
      mailboxes.changeFlags(place.mailboxId, [{ uid: place.uid, flags: [...place.flags, flag] }]);
    }
    if (!isDone) continue;
    mailboxes.removeAction(action.id);
    done += 1;
  }
  return ok(done);
}
