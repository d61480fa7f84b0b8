// Fetches messages that are not here yet, newest first, and hands them to arrivals while the next ones are already on their way.
// What the server does not give is tried apart, then noted as trouble: a cursor never passes a message that is not stored.
import { ok, type Failure, type Result } from '../../../contract/errors.ts';
import { HOUR_MS, MINUTE_MS } from '../../../domain/instant.ts';
import type { Clock } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import type { Arrivals } from './arrivals.ts';
import { fetchBodies, fetchSplitting, WHOLE_FETCH_BYTES, type FetchedContent, type Overview } from './body-fetch.ts';
import { adoptCopies, overviewItems, type CopyDeps } from './copies.ts';
import type { FetchedMail } from './fetch-items.ts';
import type { ImapSession } from './imap-session.ts';
import type { Suspects } from './suspects.ts';

export type DownloadDeps = CopyDeps & {
  readonly clock: Clock;
  readonly mailboxes: MailboxTable;
  readonly arrivals: Arrivals;
  readonly suspects: Suspects;
  readonly isStopped: () => boolean;
};

export type Download = {
  readonly added: number;
  /** Arrival of the oldest message of this chunk, to go on with the mailbox that is the most recent. */
  readonly oldestAt: number | null;
};

/** Messages whose bodies are in memory together: this many, or this many bytes, with as many again being parsed. */
const GROUP_MESSAGES = 100;
const GROUP_BYTES = 4 * 1024 * 1024;
/** After so many passes in which the server did not give a message, the owner sees a card that says so. */
export const MAX_TRIES = 3;
/** Tries count only when this far apart, so that a short fault of the server does not use them up. */
const TRY_AGAIN_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS] as const;
/** Missing messages are asked for one by one, but a server that left out this many is lying altogether. */
const MAX_SINGLE_TRIES = 40;
/** In one full check. */
const MAX_CARD_TRIES = 20;

/** `uids` newest first. */
export async function downloadChunk(
  deps: DownloadDeps,
  session: ImapSession,
  account: AccountRow,
  row: MailboxRow,
  uids: readonly number[],
): Promise<Result<Download>> {
  const looked = await fetchSplitting(session, uids, overviewItems(deps, session, account, row));
  if (!looked.ok) return looked;
  const adopted = adoptCopies(deps, account, row, looked.value.mails.values());
  const overviews: Overview[] = [];
  const missing: { uid: number; error: Failure | null }[] = [];
  for (const uid of uids) {
    if (adopted.has(uid)) continue;
    const overview = toOverview(looked.value.mails.get(uid));
    if (overview === null) missing.push({ uid, error: looked.value.refused.get(uid) ?? null });
    else overviews.push(overview);
  }

  let added = await deps.arrivals.store(account, row, cardsFor(deps, row, overviews));
  // While one group is fetched, one is parsed and one is stored.
  let parsing: Promise<number> = Promise.resolve(0);
  let storing: Promise<number> = Promise.resolve(0);
  for (const group of groupsFor(deps, row, overviews)) {
    if (deps.isStopped()) break;
    const bodies = await fetchBodies(session, group);
    added += await storing;
    storing = parsing;
    if (!bodies.ok) {
      await storing;
      if (session.isClosed()) deps.suspects.blame(row.id, group.map(uidOf), bodies.error);
      return bodies;
    }
    deps.suspects.clear(row.id, group.map(uidOf));
    missing.push(...bodies.value.missing);
    parsing = deps.arrivals.store(account, row, bodies.value.mails);
    // Looked at two rounds later; without this a fault there would count as unhandled until then.
    parsing.catch(() => {});
  }
  added += (await storing) + (await parsing);
  if (!deps.isStopped()) forgetTroubles(deps, row, uids, missing);

  const settled = await settleMissing(deps, session, account, row, missing, overviews);
  if (!settled.ok) return settled;
  const oldestAt = overviews.reduce<number | null>(
    (oldest, { at }) => (at !== null && (oldest === null || at < oldest) ? at : oldest),
    null,
  );
  return ok({ added: added + settled.value, oldestAt });
}

/** The few messages that came in just now: everything in one command, for the owner is waiting to see them. */
export async function downloadArrived(
  deps: DownloadDeps,
  session: ImapSession,
  account: AccountRow,
  row: MailboxRow,
  range: { readonly from: number; readonly to: number },
): Promise<Result<{ readonly added: number; readonly highest: number }>> {
  const fetched = await session.fetch(range, { overview: true, sourceBytes: WHOLE_FETCH_BYTES });
  if (!fetched.ok) {
    if (session.isClosed()) deps.suspects.blameUnknown(row.id);
    return fetched;
  }
  const ready: FetchedContent[] = [];
  const others: number[] = [];
  for (const mail of fetched.value.toSorted((a, b) => b.uid - a.uid)) {
    const overview = toOverview(mail);
    const isWhole = mail.source !== null && mail.source.byteLength < WHOLE_FETCH_BYTES;
    if (overview === null || !isWhole || mail.source === null) others.push(mail.uid);
    else ready.push({ ...overview, content: { kind: 'whole', raw: mail.source } });
  }
  let added = await deps.arrivals.store(account, row, ready);
  if (others.length > 0) {
    const downloaded = await downloadChunk(deps, session, account, row, others);
    if (!downloaded.ok) return downloaded;
    added += downloaded.value.added;
  }
  return ok({ added, highest: Math.max(0, ...fetched.value.map(({ uid }) => uid)) });
}

function forgetTroubles(
  deps: DownloadDeps,
  row: MailboxRow,
  uids: readonly number[],
  missing: readonly { readonly uid: number }[],
): void {
  const troubles = new Set(deps.mailboxes.troubles(row.id).map(({ uid }) => uid));
  if (troubles.size === 0) return;
  const left = new Set(missing.map(({ uid }) => uid));
  deps.mailboxes.clearTroubles(
    row.id,
    uids.filter((uid) => troubles.has(uid) && !left.has(uid)),
  );
}

async function settleMissing(
  deps: DownloadDeps,
  session: ImapSession,
  account: AccountRow,
  row: MailboxRow,
  missing: readonly { readonly uid: number; readonly error: Failure | null }[],
  overviews: readonly Overview[],
): Promise<Result<number>> {
  if (missing.length === 0 || deps.isStopped()) return ok(0);
  const existing = await session.existing(missing.map(({ uid }) => uid));
  if (!existing.ok) return existing;
  // Expunged while we were fetching: nothing is missing.
  const left = missing.filter(({ uid }) => existing.value.has(uid));
  let added = 0;
  for (const { uid, error } of left.slice(0, MAX_SINGLE_TRIES)) {
    const again = await fetchAlone(session, uid);
    if (!again.ok) return again;
    if (again.value === null) added += await noteTrouble(deps, session, account, row, uid, error, overviews);
    else {
      added += await deps.arrivals.store(account, row, [again.value]);
      deps.mailboxes.clearTroubles(row.id, [uid]);
    }
  }
  for (const { uid, error } of left.slice(MAX_SINGLE_TRIES)) {
    added += await noteTrouble(deps, session, account, row, uid, error, overviews);
  }
  return ok(added);
}

/** Cards of messages that the server would not give: a few are asked for once more. Answers how many could be read now. */
export async function retryCards(
  deps: DownloadDeps,
  session: ImapSession,
  account: AccountRow,
  row: MailboxRow,
): Promise<Result<number>> {
  let read = 0;
  for (const uid of deps.mailboxes.cards(row.id, MAX_CARD_TRIES)) {
    if (deps.isStopped()) break;
    // One that brings the line down is not worth the whole line again.
    if (deps.suspects.verdict(row.id, uid) !== null) continue;
    const again = await fetchAlone(session, uid);
    if (!again.ok) {
      if (session.isClosed()) deps.suspects.blame(row.id, [uid], again.error);
      return again;
    }
    if (again.value === null) continue;
    await deps.arrivals.store(account, row, [again.value]);
    read += 1;
  }
  return ok(read);
}

async function fetchAlone(session: ImapSession, uid: number): Promise<Result<FetchedContent | null>> {
  const looked = await fetchSplitting(session, [uid], { overview: true });
  if (!looked.ok) return looked;
  const overview = toOverview(looked.value.mails.get(uid));
  if (overview === null) return ok(null);
  const bodies = await fetchBodies(session, [overview]);
  return bodies.ok ? ok(bodies.value.mails[0] ?? null) : bodies;
}

/** One more try noted; after the last one a card is stored instead. Answers how many cards that made. */
async function noteTrouble(
  deps: DownloadDeps,
  session: ImapSession,
  account: AccountRow,
  row: MailboxRow,
  uid: number,
  error: Failure | null,
  overviews: readonly Overview[],
): Promise<number> {
  const now = deps.clock.now();
  const before = deps.mailboxes.troubles(row.id).find((trouble) => trouble.uid === uid);
  if (before !== undefined && before.nextTryAt > now) return 0;
  const tries = (before?.tries ?? 0) + 1;
  if (tries < MAX_TRIES) {
    const nextTryAt = now + (TRY_AGAIN_MS[tries - 1] ?? HOUR_MS);
    deps.mailboxes.noteTrouble(row.id, { uid, tries, code: error?.code ?? 'server-nonsense', nextTryAt });
    return 0;
  }
  const header = await session.fetch([uid], { header: true });
  const bytes = header.ok ? (header.value[0]?.header ?? null) : null;
  const overview = overviews.find((known) => known.uid === uid) ?? { uid, flags: [], size: 0, at: null, emailId: null };
  const added = await deps.arrivals.store(account, row, [
    { ...overview, content: { kind: 'header', header: bytes ?? new Uint8Array(), note: 'not-fetched' } },
  ]);
  deps.mailboxes.clearTroubles(row.id, [uid]);
  return added;
}

function toOverview(mail: FetchedMail | undefined): Overview | null {
  if (mail === undefined || mail.flags === null || mail.size === null) return null;
  return { uid: mail.uid, flags: mail.flags, size: mail.size, at: mail.at, emailId: mail.emailId };
}

/** What may break the connection comes last, and alone. */
function groupsFor(
  deps: DownloadDeps,
  row: MailboxRow,
  overviews: readonly Overview[],
): readonly (readonly Overview[])[] {
  const left = overviews.filter(({ uid }) => deps.suspects.verdict(row.id, uid) === null);
  const isSuspect = ({ uid }: Overview): boolean => deps.suspects.isSuspect(row.id, uid);
  const suspects = left.filter(isSuspect);
  return [...groupsOf(left.filter((overview) => !isSuspect(overview))), ...suspects.map((one) => [one])];
}

const uidOf = ({ uid }: Overview): number => uid;

const cardsFor = (deps: DownloadDeps, row: MailboxRow, overviews: readonly Overview[]): readonly FetchedContent[] =>
  overviews.flatMap((overview) => {
    const note = deps.suspects.verdict(row.id, overview.uid);
    return note === null ? [] : [{ ...overview, content: { kind: 'header', header: new Uint8Array(), note } }];
  });

function groupsOf(overviews: readonly Overview[]): readonly (readonly Overview[])[] {
  const groups: Overview[][] = [];
  let group: Overview[] = [];
  let bytes = 0;
  for (const overview of overviews) {
    // Of a large message only the text comes: what stands for it here is a guess.
    const cost = Math.min(overview.size, WHOLE_FETCH_BYTES);
    if (group.length > 0 && (group.length >= GROUP_MESSAGES || bytes + cost > GROUP_BYTES)) {
      groups.push(group);
      group = [];
      bytes = 0;
    }
    group.push(overview);
    bytes += cost;
  }
  return group.length > 0 ? [...groups, group] : groups;
}
