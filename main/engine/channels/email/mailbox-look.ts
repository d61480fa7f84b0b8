// Looks at one mailbox in a pass: fetches the little that is new at once, takes over flags, finds out what is gone, and tells what
// is still to be fetched. Which mailboxes are looked at is email-pass.ts's, the comparing itself mailbox-survey.ts's.
import { ok, type Result } from '../../../contract/errors.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow } from '../../store/mailbox-table.ts';
import { backlogOf, FEW, type Backlog } from './backlog.ts';
import type { ImapSession } from './imap-session.ts';
import { downloadArrived, downloadChunk, retryCards, type DownloadDeps } from './mail-download.ts';
import { compareUids, takeFlags, type SurveyDeps } from './mailbox-survey.ts';
import { openMailbox } from './open-mailbox.ts';
import { findLostPlaces } from './remap.ts';
import { LAST_UID } from './uid-set.ts';

export type LookDeps = SurveyDeps & DownloadDeps;

export type PassTotals = { readonly added: number; readonly updated: number; readonly removed: number };
export type Look = { readonly totals: PassTotals; readonly backlog: Backlog | null };

export async function lookAt(
  deps: LookDeps,
  session: ImapSession,
  account: AccountRow,
  known: MailboxRow,
  isFullCheck: boolean,
): Promise<Result<Look>> {
  const isOpen = session.selectedPath() === known.path;
  const opened = isOpen ? ok(known) : await openMailbox(deps, session, known);
  if (!opened.ok) return opened;
  const row = opened.value;
  // Everything the server counted when it was opened is looked at from here on.
  const { highestModseq: seenModseq = null, uidNext: seenUidNext = null } = session.selected() ?? {};

  let added = 0;
  let uidNext = row.uidNext;
  if (uidNext !== null && deps.mailboxes.lostPlaces(row.id).length === 0 && row.windowFrom === account.historyFrom) {
    const expected = session.exists() - deps.mailboxes.countPlaces(row.id) - row.olderCount;
    if (expected <= FEW && !deps.suspects.isWary(row.id)) {
      const arrived = await fetchArrived(deps, session, account, row, uidNext);
      if (!arrived.ok) return arrived;
      added += arrived.value.added;
      const reached = Math.max(arrived.value.highest + 1, seenUidNext ?? 0);
      if (reached > uidNext && !deps.isStopped()) {
        uidNext = reached;
        deps.mailboxes.setCursor(row.id, { uidNext });
      }
    }
  }
  const flags =
    uidNext === null
      ? ok({ changed: 0, hasUnknown: false })
      : await takeFlags(deps, session, row, seenModseq, isFullCheck);
  if (!flags.ok) return flags;

  let removed = 0;
  let backlog: Backlog | null = null;
  const troubles = deps.mailboxes.troubles(row.id).map(({ uid }) => uid);
  const isWidened = row.windowFrom !== account.historyFrom;
  const isOff = deps.mailboxes.countPlaces(row.id) + row.olderCount + troubles.length !== session.exists();
  if (isFullCheck || uidNext === null || isWidened || isOff || flags.value.hasUnknown) {
    const compared = await compareUids(deps, session, row, account.historyFrom);
    if (!compared.ok) return compared;
    removed = compared.value.removed;
    const missing = await findLostPlaces(deps.mailboxes, session, row, compared.value.missing);
    if (!missing.ok) return missing;
    if (isFullCheck || uidNext === null) deps.mailboxes.setFullyChecked(row.id, deps.clock.now());
    const next = Math.max(uidNext ?? 1, compared.value.highest + 1, seenUidNext ?? 0);
    backlog = backlogOf(row, missing.value, next);
  } else if (troubles.length > 0) {
    backlog = backlogOf(row, troubles.toReversed(), uidNext);
  }
  if (isFullCheck) {
    const read = await retryCards(deps, session, account, row);
    if (!read.ok) return read;
  }
  deps.mailboxes.noteLooks([{ id: row.id, count: session.exists() }], deps.clock.now());
  return ok({ totals: { added, updated: flags.value.changed, removed }, backlog });
}

/**
 * New mail in the inbox and in Sent comes with one command, for the owner is waiting to see it. In other mailboxes it was most
 * likely moved there and is known: it is listed first.
 */
async function fetchArrived(
  deps: LookDeps,
  session: ImapSession,
  account: AccountRow,
  row: MailboxRow,
  from: number,
): Promise<Result<{ readonly added: number; readonly highest: number }>> {
  const range = { from, to: LAST_UID };
  if (row.role === 'inbox' || row.role === 'sent') return downloadArrived(deps, session, account, row, range);
  const listed = await session.fetch(range, { flags: true });
  if (!listed.ok) return listed;
  const uids = listed.value.map(({ uid }) => uid).toSorted((a, b) => b - a);
  if (uids.length === 0) return ok({ added: 0, highest: 0 });
  const downloaded = await downloadChunk(deps, session, account, row, uids);
  return downloaded.ok ? ok({ added: downloaded.value.added, highest: uids[0] ?? 0 }) : downloaded;
}
