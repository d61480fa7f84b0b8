// One complete pass over an account: the inbox first where it stands open, then how all others stand in one look, then what
// changed in each, and at last everything that is new. When to make a pass, and what to do when one fails, is email-watch.ts's.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import { DAY_MS } from '../../../domain/instant.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow } from '../../store/mailbox-table.ts';
import { workOff, type Backlog, type Progress } from './backlog.ts';
import type { ImapSession } from './imap-session.ts';
import { lookAt, type LookDeps, type PassTotals } from './mailbox-look.ts';
import { isAsKnown, takeMailboxes, takeSent, type StandingMailbox } from './mailbox-list.ts';
import { followMoved } from './moved-away.ts';

export type { Progress } from './backlog.ts';
export type { PassTotals } from './mailbox-look.ts';
export type PassDeps = LookDeps;

export type PassOptions = {
  /** One mailbox by its path or role; null: all that are synced. */
  readonly mailbox: string | null;
  /** Compare everything, also what the cursors say is unchanged. */
  readonly isFull: boolean;
  /** The server told of a change in the inbox: where it takes a command for each, the other mailboxes wait for their turn. */
  readonly isEvent: boolean;
  /** Only while messages are fetched that were there already when the account was added, or in a long absence. */
  readonly onProgress: (progress: Progress) => void;
};

export async function makePass(
  deps: PassDeps,
  session: ImapSession,
  account: AccountRow,
  options: PassOptions,
): Promise<Result<PassTotals>> {
  let totals: PassTotals = { added: 0, updated: 0, removed: 0 };
  const backlogs: Backlog[] = [];
  const look = async (row: MailboxRow): Promise<Result<null>> => {
    const looked = await lookAt(deps, session, account, row, options.isFull);
    if (!looked.ok) return looked;
    totals = sum(totals, looked.value.totals);
    if (looked.value.backlog !== null) backlogs.push(looked.value.backlog);
    return ok(null);
  };

  // New mail is shown before anything else is asked.
  const open = options.mailbox === null ? openInboxOf(deps, session, account) : undefined;
  if (open !== undefined) {
    const looked = await look(open);
    if (!looked.ok) return looked;
  }
  // What left the inbox lies somewhere else now, as a rule.
  const isQuick = options.isEvent && totals.removed === 0 && !session.capabilities.has('LIST-STATUS');
  const standing = await (isQuick ? takeSent(deps, session, account) : takeMailboxes(deps, session, account));
  if (!standing.ok) return standing;
  const wanted = choose(standing.value, options.mailbox).filter(({ row }) => row.id !== open?.id);
  if (wanted.length === 0 && open === undefined) {
    return failed('not-found', 'never', `no mailbox ${options.mailbox ?? 'to sync'}`, {
      mailbox: options.mailbox ?? '',
    });
  }
  for (const { row, status } of wanted) {
    const isDue = row.role === 'inbox' || options.isFull || deps.mailboxes.troubles(row.id).length > 0;
    if (!isDue && isAsKnown(deps.mailboxes, row, status, account.historyFrom)) continue;
    const looked = await look(row);
    if (looked.ok) continue;
    // One folder that the server will not open must not keep the others from being read. It stays behind, and that is shown.
    if (session.isClosed() || row.role === 'inbox' || options.mailbox !== null) return looked;
  }
  if (options.mailbox === null && !isQuick) {
    forgetUnlisted(deps, account, standing.value);
    for (const mailbox of standing.value) {
      const followed = await followMoved(deps, session, account, mailbox);
      if (!followed.ok) return followed;
    }
  }
  const isFirstSync = backlogs.some(({ rowId }) => deps.mailboxes.get(rowId)?.uidNext === null);
  const before = isFirstSync ? backlogs.reduce((here, { rowId }) => here + deps.mailboxes.countPlaces(rowId), 0) : 0;
  const fetched = await workOff(deps, session, account, backlogs, before, options.onProgress);
  return fetched.ok ? ok(sum(totals, { added: fetched.value, updated: 0, removed: 0 })) : fetched;
}

/**
 * A folder that was renamed or removed: its messages were met in another one meanwhile, or are gone. Not at once, for a server
 * that is being repaired may forget to list some.
 */
function forgetUnlisted(deps: PassDeps, account: AccountRow, standing: readonly StandingMailbox[]): void {
  const listed = new Set(standing.map(({ row }) => row.id));
  const longAgo = deps.clock.now() - DAY_MS;
  for (const { id, lookedAt } of deps.mailboxes.list(account.id)) {
    if (listed.has(id) || (lookedAt ?? 0) > longAgo) continue;
    const uids = deps.mailboxes.uids(id);
    if (uids.length > 0) deps.onChange(deps.mailboxes.removePlaces(id, uids).conversations);
  }
}

function openInboxOf(deps: PassDeps, session: ImapSession, account: AccountRow): MailboxRow | undefined {
  const path = session.selectedPath();
  return deps.mailboxes.list(account.id).find((row) => row.role === 'inbox' && row.path === path);
}

/** The inbox comes first: it is where customers write. */
function choose(standing: readonly StandingMailbox[], mailbox: string | null): readonly StandingMailbox[] {
  if (mailbox === null) {
    return standing
      .filter(({ row }) => row.isSynced)
      .toSorted((a, b) => Number(b.row.role === 'inbox') - Number(a.row.role === 'inbox'));
  }
  return standing.filter(({ row }) => row.path === mailbox || row.role === mailbox.toLowerCase()).slice(0, 1);
}

const sum = (a: PassTotals, b: PassTotals): PassTotals => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  removed: a.removed + b.removed,
});
