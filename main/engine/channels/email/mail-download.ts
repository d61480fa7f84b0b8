// Fetches messages that are not here yet, newest first, and hands them to arrivals while the next ones are already on their way.
// What the server does not give is tried apart, then noted as trouble: a cursor never passes a message that is not stored.
import { ok, type Failure, type Result } from '../../../contract/errors.ts';
import { HOUR_MS, MINUTE_MS } from '../../../domain/instant.ts';
import type { Clock } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import type { Arrivals } from './arrivals.ts';
import {
  fetchBodies,
  fetchSplitting,
  fetchUnseen,
  toOverview,
  WHOLE_FETCH_BYTES,
  type FetchedBodies,
  type FetchedContent,
  type Overview,
} from './body-fetch.ts';
import { adoptCopies, overviewItems, type CopyDeps } from './copies.ts';
import type { ImapSession } from './imap-session.ts';
import { knownSmall } from './known-small.ts';
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
  const small = await knownSmall(deps, session, account, row, uids);
  if (!small.ok) return small;
  const chunk = openChunk(deps, session, account, row);
  for (const group of inGroups(uids.filter((uid) => small.value.has(uid)))) {
    if (deps.isStopped()) break;
    const passed = await chunk.pass(await fetchUnseen(session, group), group);
    if (!passed.ok) return passed;
  }

  const others = uids.filter((uid) => !small.value.has(uid));
  const looked = await fetchSplitting(session, others, overviewItems(deps, session, account, row));
  if (!looked.ok) return chunk.fail(looked);
  const adopted = adoptCopies(deps, account, row, looked.value.mails.values());
  const overviews: Overview[] = [];
  for (const uid of others) {
    if (adopted.has(uid)) continue;
    const overview = toOverview(looked.value.mails.get(uid));
    if (overview === null) chunk.missing.push({ uid, error: looked.value.refused.get(uid) ?? null });
    else overviews.push(overview);
  }
  let added = await deps.arrivals.store(account, row, cardsFor(deps, row, overviews));
  for (const group of groupsFor(deps, row, overviews)) {
    if (deps.isStopped()) break;
    const passed = await chunk.pass(await fetchBodies(session, group), group.map(uidOf));
    if (!passed.ok) return passed;
  }
  added += await chunk.added();
  if (!deps.isStopped()) forgetTroubles(deps, row, uids, chunk.missing);

  const seen = [...chunk.fetched, ...overviews];
  const settled = await settleMissing(deps, session, account, row, chunk.missing, seen);
  if (!settled.ok) return settled;
  const oldestAt = seen.reduce<number | null>(
    (oldest, { at }) => (at !== null && (oldest === null || at < oldest) ? at : oldest),
    null,
  );
  return ok({ added: added + settled.value, oldestAt });
}

type Missing = { readonly uid: number; readonly error: Failure | null };
type Chunk = {
  /** Hands over what came, while the group before it is parsed and the one before that is stored. */
  readonly pass: (bodies: Result<FetchedBodies>, uids: readonly number[]) => Promise<Result<null>>;
  /** What was handed over is stored before the failure is told. */
  readonly fail: (failure: Result<never>) => Promise<Result<never>>;
  readonly missing: Missing[];
  /** What came, without its content. */
  readonly fetched: Overview[];
  /** How many of them were new to us, once all are stored. */
  readonly added: () => Promise<number>;
};

function openChunk(deps: DownloadDeps, session: ImapSession, account: AccountRow, row: MailboxRow): Chunk {
  const missing: Missing[] = [];
  const fetched: Overview[] = [];
  let added = 0;
  let parsing: Promise<number> = Promise.resolve(0);
  let storing: Promise<number> = Promise.resolve(0);
  return {
    missing,
    fetched,
    pass: async (bodies, uids) => {
      added += await storing;
      storing = parsing;
      if (!bodies.ok) {
        await storing;
        if (session.isClosed()) deps.suspects.blame(row.id, uids, bodies.error);
        return bodies;
      }
      deps.suspects.clear(row.id, uids);
      missing.push(...bodies.value.missing);
      for (const { uid, flags, size, at, emailId } of bodies.value.mails)
        fetched.push({ uid, flags, size, at, emailId });
      parsing = deps.arrivals.store(account, row, bodies.value.mails);
      // Looked at two rounds later; without this a fault there would count as unhandled until then.
      parsing.catch(() => {});
      return ok(null);
    },
    fail: async (failure) => {
      await storing;
      await parsing;
      return failure;
    },
    added: async () => added + (await storing) + (await parsing),
  };
}

function inGroups(uids: readonly number[]): readonly (readonly number[])[] {
  const groups: (readonly number[])[] = [];
  for (let from = 0; from < uids.length; from += GROUP_MESSAGES) groups.push(uids.slice(from, from + GROUP_MESSAGES));
  return groups;
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
