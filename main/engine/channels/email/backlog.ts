// Works off what is still to be fetched of all mailboxes of an account: the inbox and Sent first, the most recent mail of both
// side by side, then what was filed. What there is to fetch is mailbox-look.ts's, how a message is fetched mail-download.ts's.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow } from '../../store/mailbox-table.ts';
import type { ImapSession } from './imap-session.ts';
import { downloadChunk, type DownloadDeps } from './mail-download.ts';
import type { SurveyDeps } from './mailbox-survey.ts';
import { openMailbox } from './open-mailbox.ts';
import { LAST_UID } from './uid-set.ts';

export type Progress = { readonly done: number; readonly total: number; readonly msLeft: number | null };

/** What one mailbox still has to fetch. */
export type Backlog = {
  readonly rowId: number;
  /** Whose turn it is follows from these two; what was filed comes after. */
  readonly isFirst: boolean;
  /** Newest first. */
  pending: readonly number[];
  /** The cursor once all of it is here. */
  uidNext: number;
  /** How far back we are. */
  reachedAt: Instant;
};

/** The first rows of the queue should stand there within a second. */
const FIRST_CHUNK = 30;
/**
 * After each chunk the line waits until all of it is stored, and between two the mailbox with the most recent mail is chosen
 * anew: one should take some seconds, on a quick line as on a slow one. 1,000 scattered numbers are a line of 7 kB, and 8 is the
 * least that servers must take (RFC 7162, 4).
 */
const CHUNK = { first: 400, least: 100, most: 1_000, quickMs: 1_000, slowMs: 4_000 } as const;
/** More new messages than this are a backlog: they are listed first and shown as progress. */
export const FEW = 50;

export const backlogOf = (row: MailboxRow, pending: readonly number[], uidNext: number): Backlog => ({
  rowId: row.id,
  isFirst: row.role === 'inbox' || row.role === 'sent',
  pending,
  uidNext,
  reachedAt: Number.POSITIVE_INFINITY,
});

export async function workOff(
  deps: SurveyDeps & DownloadDeps,
  session: ImapSession,
  account: AccountRow,
  backlogs: readonly Backlog[],
  /** What is here already, so that a first sync that was broken off goes on where it was. */
  before: number,
  onProgress: (progress: Progress) => void,
): Promise<Result<number>> {
  const startedAt = deps.clock.monotonicMs();
  const started = new Set<number>();
  let total = backlogs.reduce((count, { pending }) => count + pending.length, 0);
  let done = 0;
  let added = 0;
  let usual: number = CHUNK.first;
  const tell = (): void => {
    if (total <= FEW) return;
    const msLeft = done >= total ? 0 : timeLeft(deps.clock.monotonicMs() - startedAt, done, total);
    onProgress({ done: before + done, total: before + total, msLeft });
  };
  for (;;) {
    const next = nextBacklog(backlogs);
    if (next === null || deps.isStopped()) break;
    tell();
    const known = deps.mailboxes.get(next.rowId);
    if (known === null) return failed('not-found', 'never', 'the account was removed');
    if (session.selectedPath() !== known.path) {
      const opened = await openMailbox(deps, session, known);
      if (!opened.ok) return opened;
      // Renumbered under our hands: what is pending means other messages now. The next pass begins anew.
      if (opened.value.uidValidity !== known.uidValidity) {
        return failed('server-nonsense', 'auto', 'UIDVALIDITY changed during the pass');
      }
    }
    const size = started.has(next.rowId) ? usual : FIRST_CHUNK;
    started.add(next.rowId);
    const chunk = next.pending.slice(0, size);
    const chunkAt = deps.clock.monotonicMs();
    const downloaded = await downloadChunk(deps, session, account, known, chunk);
    if (!downloaded.ok) return downloaded;
    if (deps.isStopped()) break;
    if (chunk.length === usual) usual = chunkAfter(usual, deps.clock.monotonicMs() - chunkAt);
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
  tell();
  return ok(added);
}

function finish(deps: SurveyDeps, backlog: Backlog): void {
  deps.mailboxes.setCursor(backlog.rowId, { uidNext: backlog.uidNext });
  // What was not found back under a new number is not on the server any more.
  const lost = deps.mailboxes.lostPlaces(backlog.rowId).map(({ lostUid }) => lostUid);
  deps.onChange(deps.mailboxes.removePlaces(backlog.rowId, lost).conversations);
}

/** The mailbox whose next messages are the most recent, so that a question and its answer arrive about together. */
function nextBacklog(backlogs: readonly Backlog[]): Backlog | null {
  const open = backlogs.filter(({ pending }) => pending.length > 0);
  return open.toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.reachedAt - a.reachedAt)[0] ?? null;
}

function chunkAfter(size: number, tookMs: number): number {
  if (tookMs < CHUNK.quickMs) return Math.min(CHUNK.most, size * 2);
  return tookMs > CHUNK.slowMs ? Math.max(CHUNK.least, Math.round(size / 2)) : size;
}

function timeLeft(tookMs: number, done: number, total: number): number | null {
  // The first chunk is small and says little about the rest.
  if (done <= FIRST_CHUNK || tookMs < 500) return null;
  return Math.round((tookMs / done) * (total - done));
}
