// Junk and Trash are not read, only followed: a message of ours that was thrown away, or called spam in another program, is known
// to lie there. What lies there otherwise is never downloaded (docs/decisions).
import { ok, type Result } from '../../../contract/errors.ts';
import type { AccountRow } from '../../store/account-table.ts';
import { adoptCopies, overviewItems, type CopyDeps } from './copies.ts';
import type { ImapSession } from './imap-session.ts';
import type { StandingMailbox } from './mailbox-list.ts';
import { acceptValidity, type SurveyDeps } from './mailbox-survey.ts';
import { LAST_UID } from './uid-set.ts';

/** Emptying thousands of newsletters into Trash at once is not worth reading all their headers. */
const MOST_LOOKED_AT = 500;

export async function followMoved(
  deps: SurveyDeps & CopyDeps,
  session: ImapSession,
  account: AccountRow,
  { row: known, status }: StandingMailbox,
): Promise<Result<null>> {
  if (known.role !== 'trash' && known.role !== 'junk') return ok(null);
  const { mailboxes } = deps;
  const isRenumbered = status?.uidValidity !== known.uidValidity;
  const hasNew = known.uidNext !== null && (status?.uidNext ?? 0) > known.uidNext && mailboxes.hasGone(account.id);
  const ours = mailboxes.uids(known.id);
  // serverCount as it was before this pass.
  const mayBeEmptied = ours.length > 0 && status?.messages !== known.serverCount;
  if (known.uidNext !== null && !isRenumbered && !hasNew && !mayBeEmptied) return ok(null);

  const selected = await session.select(known.path);
  if (!selected.ok) return selected;
  const row = acceptValidity(deps, known, selected.value);
  // What became of a few thrown-away messages is not worth recognising them under new numbers.
  const lost = mailboxes.lostPlaces(row.id).map(({ lostUid }) => lostUid);
  deps.onChange(mailboxes.removePlaces(row.id, lost).conversations);
  const there = selected.value.uidNext;
  if (row.uidNext !== null && (there ?? LAST_UID) > row.uidNext) {
    const from = Math.max(row.uidNext, (there ?? 0) - MOST_LOOKED_AT);
    const looked = await session.fetch({ from, to: LAST_UID }, overviewItems(deps, session, account, row));
    if (!looked.ok) return looked;
    adoptCopies(deps, account, row, looked.value);
  }
  const left = mailboxes.uids(row.id);
  if (left.length > 0) {
    const existing = await session.existing(left);
    if (!existing.ok) return existing;
    const gone = left.filter((uid) => !existing.value.has(uid));
    deps.onChange(mailboxes.removePlaces(row.id, gone).conversations);
  }
  if (there !== null) mailboxes.setCursor(row.id, { uidNext: there });
  return ok(null);
}
