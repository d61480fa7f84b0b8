// One complete pass over an account: which mailboxes there are, what changed in each, and everything that is new, the most recent
// mail of all mailboxes first. When to make a pass, and what to do when one fails, is email-watch.ts's business.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { Clock } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import type { ImapSession } from './imap-session.ts';
import { LAST_UID } from './uid-set.ts';
import { downloadArrived, downloadChunk, type DownloadDeps } from './mail-download.ts';
import { acceptValidity, compareUids, takeFlags, type SurveyDeps } from './mailbox-survey.ts';
import { findLostPlaces } from './remap.ts';

export type PassDeps = SurveyDeps & DownloadDeps & { readonly clock: Clock; readonly mailboxes: MailboxTable };

export type PassTotals = { readonly added: number; readonly updated: number; readonly removed: number };
export type Progress = { readonly done: number; readonly total: number; readonly msLeft: number | null };

export type PassOptions = {
  /** One mailbox by its path or role; null: all that are synced. */
  readonly mailbox: string | null;
  /** Compare everything, also what the cursors say is unchanged. */
  readonly isFull: boolean;
  /** Ask the server anew which mailboxes there are. */
  readonly isRelisted: boolean;
  /** Only while messages are fetched that were there already when the account was added, or in a long absence. */
  readonly onProgress: (progress: Progress) => void;
};

/** What one mailbox still has to fetch. */
type Backlog = {
  readonly rowId: number;
  /** Newest first. */
  pending: readonly number[];
  /** The cursor once all of it is here. */
  uidNext: number;
  /** How far back we are. */
  reachedAt: Instant;
};

/** The first rows of the queue should stand there within a second; later chunks are larger because each costs round trips. */
const FIRST_CHUNK = 30;
const CHUNK = 400;
/** More new messages than this are a backlog: they are listed first and shown as progress. */
const FEW = 50;

export async function makePass(
  deps: PassDeps,
  session: ImapSession,
  account: AccountRow,
  options: PassOptions,
): Promise<Result<PassTotals>> {
  const rows = options.isRelisted ? await relist(deps, session, account) : ok(deps.mailboxes.list(account.id));
  if (!rows.ok) return rows;
  const wanted = choose(rows.value, options.mailbox);
  if (wanted.length === 0) {
    return failed('not-found', 'never', `no mailbox ${options.mailbox ?? 'to sync'}`, {
      mailbox: options.mailbox ?? '',
    });
  }
  let totals: PassTotals = { added: 0, updated: 0, removed: 0 };
  const backlogs: Backlog[] = [];
  for (const row of wanted) {
    const surveyed = await survey(deps, session, account, row, options.isFull);
    if (!surveyed.ok) return surveyed;
    totals = sum(totals, surveyed.value.totals);
    if (surveyed.value.backlog !== null) backlogs.push(surveyed.value.backlog);
  }
  const fetched = await workOff(deps, session, account, backlogs, options);
  return fetched.ok ? ok(sum(totals, { added: fetched.value, updated: 0, removed: 0 })) : fetched;
}

async function relist(
  deps: PassDeps,
  session: ImapSession,
  account: AccountRow,
): Promise<Result<readonly MailboxRow[]>> {
  const listed = await session.mailboxes();
  if (!listed.ok) return listed;
  const mailboxes = listed.value;
  if (!mailboxes.some(({ role }) => role === 'inbox')) {
    return failed('server-nonsense', 'auto', 'LIST names no INBOX', { host: account.imap.host });
  }
  return ok(
    deps.mailboxes.relist(
      account.id,
      // The inbox and what we answered: together they tell whose turn it is.
      mailboxes.map(({ path, role }) => ({ path, role, isSynced: role === 'inbox' || role === 'sent' })),
    ),
  );
}

/** The inbox comes first: it is where customers write. */
function choose(rows: readonly MailboxRow[], mailbox: string | null): readonly MailboxRow[] {
  if (mailbox === null) {
    return rows
      .filter(({ isSynced }) => isSynced)
      .toSorted((a, b) => Number(b.role === 'inbox') - Number(a.role === 'inbox'));
  }
  return rows.filter(({ path, role }) => path === mailbox || role === mailbox.toLowerCase()).slice(0, 1);
}

async function survey(
  deps: PassDeps,
  session: ImapSession,
  account: AccountRow,
  known: MailboxRow,
  isFull: boolean,
): Promise<Result<{ readonly totals: PassTotals; readonly backlog: Backlog | null }>> {
  const nothing = { totals: { added: 0, updated: 0, removed: 0 }, backlog: null };
  const isOpen = session.selectedPath() === known.path;
  if (!isOpen && !isFull && (await isUntouched(deps, session, known))) return ok(nothing);
  const opened = isOpen ? ok(known) : await open(deps, session, known);
  if (!opened.ok) return opened;
  const row = opened.value;
  // Everything the server counted when it was opened is looked at from here on.
  const { highestModseq: seenModseq = null, uidNext: seenUidNext = null } = session.selected() ?? {};

  let added = 0;
  let uidNext = row.uidNext;
  if (uidNext !== null && deps.mailboxes.lostPlaces(row.id).length === 0) {
    const expected = session.exists() - deps.mailboxes.countPlaces(row.id);
    if (expected <= FEW && !deps.suspects.isWary(row.id)) {
      const arrived = await downloadArrived(deps, session, account, row, { from: uidNext, to: LAST_UID });
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
    uidNext === null ? ok({ changed: 0, hasUnknown: false }) : await takeFlags(deps, session, row, seenModseq, isFull);
  if (!flags.ok) return flags;

  let removed = 0;
  let backlog: Backlog | null = null;
  const troubles = deps.mailboxes.troubles(row.id).map(({ uid }) => uid);
  const isOff = deps.mailboxes.countPlaces(row.id) + troubles.length !== session.exists();
  if (isFull || uidNext === null || isOff || flags.value.hasUnknown) {
    const compared = await compareUids(deps, session, row);
    if (!compared.ok) return compared;
    removed = compared.value.removed;
    const missing = await findLostPlaces(deps.mailboxes, session, row, compared.value.missing);
    if (!missing.ok) return missing;
    if (isFull || uidNext === null) deps.mailboxes.setFullyChecked(row.id, deps.clock.now());
    backlog = {
      rowId: row.id,
      pending: missing.value,
      uidNext: Math.max(uidNext ?? 1, compared.value.highest + 1, seenUidNext ?? 0),
      reachedAt: Number.POSITIVE_INFINITY,
    };
  } else if (troubles.length > 0) {
    backlog = {
      rowId: row.id,
      pending: troubles.toReversed(),
      uidNext,
      reachedAt: Number.POSITIVE_INFINITY,
    };
  }
  return ok({ totals: { added, updated: flags.value.changed, removed }, backlog });
}

/** A look from outside, so that Sent need not be opened for nothing in every pass. */
async function isUntouched(deps: PassDeps, session: ImapSession, row: MailboxRow): Promise<boolean> {
  if (row.role === 'inbox' || row.uidNext === null || row.uidValidity === null) return false;
  const status = await session.status(row.path);
  if (!status.ok) return false;
  const { messages, uidNext, uidValidity, highestModseq } = status.value;
  return (
    uidValidity === row.uidValidity &&
    uidNext !== null &&
    uidNext <= row.uidNext &&
    messages === deps.mailboxes.countPlaces(row.id) &&
    (highestModseq === null || String(highestModseq) === row.highestModseq)
  );
}

async function open(deps: PassDeps, session: ImapSession, known: MailboxRow): Promise<Result<MailboxRow>> {
  const selected = await session.select(known.path);
  if (!selected.ok) return selected;
  const row = acceptValidity(deps, known, selected.value);
  const { highestModseq } = selected.value;
  const seen = highestModseq === null ? null : String(highestModseq);
  // Set before the first message is fetched: every later change of a flag is above it, also one made while we fetch.
  const isFirst = row.highestModseq === null && row.uidNext === null;
  // A server may stop keeping them, when it was moved to another machine, say.
  const isLost = row.highestModseq !== null && seen === null;
  if (!(isFirst && seen !== null) && !isLost) return ok(row);
  deps.mailboxes.setCursor(row.id, { highestModseq: seen });
  return ok({ ...row, highestModseq: seen });
}

async function workOff(
  deps: PassDeps,
  session: ImapSession,
  account: AccountRow,
  backlogs: readonly Backlog[],
  options: PassOptions,
): Promise<Result<number>> {
  const startedAt = deps.clock.monotonicMs();
  const started = new Set<number>();
  let total = backlogs.reduce((count, { pending }) => count + pending.length, 0);
  let done = 0;
  let added = 0;
  for (;;) {
    const next = nextBacklog(backlogs);
    if (next === null || deps.isStopped()) break;
    if (total > FEW)
      options.onProgress({ done, total, msLeft: msLeft(deps.clock.monotonicMs() - startedAt, done, total) });
    const known = deps.mailboxes.get(next.rowId);
    if (known === null) return failed('not-found', 'never', 'the account was removed');
    if (session.selectedPath() !== known.path) {
      const opened = await open(deps, session, known);
      if (!opened.ok) return opened;
      // Renumbered under our hands: what is pending means other messages now. The next pass begins anew.
      if (opened.value.uidValidity !== known.uidValidity) {
        return failed('server-nonsense', 'auto', 'UIDVALIDITY changed during the pass');
      }
    }
    const size = started.has(next.rowId) ? CHUNK : FIRST_CHUNK;
    started.add(next.rowId);
    const chunk = next.pending.slice(0, size);
    const downloaded = await downloadChunk(deps, session, account, known, chunk);
    if (!downloaded.ok) return downloaded;
    if (deps.isStopped()) break;
    next.pending = next.pending.slice(size);
    next.reachedAt = Math.min(next.reachedAt, downloaded.value.oldestAt ?? next.reachedAt);
    done += chunk.length;
    added += downloaded.value.added;
    // Mail that came in meanwhile does not wait until the whole backlog is through.
    const late = await session.fetch({ from: next.uidNext, to: LAST_UID }, { flags: true });
    if (!late.ok) return late;
    const newer = late.value.map(({ uid }) => uid).toSorted((a, b) => b - a);
    if (newer[0] !== undefined) {
      next.pending = [...newer, ...next.pending];
      next.uidNext = newer[0] + 1;
      total += newer.length;
    }
    if (next.pending.length === 0) {
      finish(deps, next);
      next.reachedAt = Number.NEGATIVE_INFINITY;
    }
  }
  if (deps.isStopped()) return failed('connection-lost', 'auto', 'stopped');
  for (const backlog of backlogs) if (backlog.reachedAt !== Number.NEGATIVE_INFINITY) finish(deps, backlog);
  if (total > FEW) options.onProgress({ done: total, total, msLeft: 0 });
  return ok(added);
}

function finish(deps: PassDeps, backlog: Backlog): void {
  deps.mailboxes.setCursor(backlog.rowId, { uidNext: backlog.uidNext });
  // What was not found back under a new number is not on the server any more.
  const lost = deps.mailboxes.lostPlaces(backlog.rowId).map(({ lostUid }) => lostUid);
  deps.onChange(deps.mailboxes.removePlaces(backlog.rowId, lost).conversations);
}

/** The mailbox whose next messages are the most recent, so that a question and its answer arrive about together. */
function nextBacklog(backlogs: readonly Backlog[]): Backlog | null {
  const open = backlogs.filter(({ pending }) => pending.length > 0);
  return open.toSorted((a, b) => b.reachedAt - a.reachedAt)[0] ?? null;
}

function msLeft(tookMs: number, done: number, total: number): number | null {
  // The first chunk is small and says little about the rest.
  if (done <= FIRST_CHUNK || tookMs < 500) return null;
  return Math.round((tookMs / done) * (total - done));
}

const sum = (a: PassTotals, b: PassTotals): PassTotals => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  removed: a.removed + b.removed,
});
