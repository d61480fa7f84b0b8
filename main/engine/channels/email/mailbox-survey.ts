// Finds out what in a mailbox differs from what is stored: UIDs to fetch, flags that changed, messages that are gone, numbers that
// got a new meaning. Changes and disappearances are stored here; fetching what is new is mail-download.ts's work.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { ConversationId } from '../../../contract/views.ts';
import { DAY_MS, type Instant } from '../../../domain/instant.ts';
import type { Clock } from '../../ports/ports.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import type { FetchedMail } from './fetch-items.ts';
import type { ImapSession, SelectedMailbox } from './imap-session.ts';

export type SurveyDeps = {
  readonly clock: Clock;
  readonly mailboxes: MailboxTable;
  /** Stored changes that may move conversations in the queue. */
  readonly onChange: (conversations: readonly ConversationId[]) => void;
};

/** Without mod-sequences only so many of the newest messages have their flags looked at in an ordinary pass. */
const FLAG_SCAN = 500;
/** As many flags are asked for in one command of a whole scan. */
const FLAG_CHUNK = 2_000;
const CHANGE_CHUNK = 500;

export type Removal = { readonly removed: number };

/** Takes over UIDVALIDITY. When it changed, what was stored keeps its triage and waits to be recognised under its new number. */
export function acceptValidity(deps: SurveyDeps, row: MailboxRow, selected: SelectedMailbox): MailboxRow {
  if (row.uidValidity === selected.uidValidity) return row;
  deps.mailboxes.renumber(row.id, selected.uidValidity);
  return deps.mailboxes.get(row.id) ?? row;
}

/**
 * Compares all UIDs. Answers what is missing here of the account's window of history, newest first, and marks what is gone there.
 * A server that lists fewer messages than it counts is not believed about what is gone.
 */
export async function compareUids(
  deps: SurveyDeps,
  session: ImapSession,
  row: MailboxRow,
  historyFrom: Instant,
): Promise<Result<{ readonly missing: readonly number[]; readonly highest: number } & Removal>> {
  const listed = await session.allUids();
  if (!listed.ok) return listed;
  const wanted = await uidsInWindow(session, listed.value, historyFrom);
  if (!wanted.ok) return wanted;
  const there = new Set(listed.value);
  const here = deps.mailboxes.uids(row.id);
  const known = new Set(here);
  const missing = wanted.value.filter((uid) => there.has(uid) && !known.has(uid)).toReversed();
  const gone = here.filter((uid) => !there.has(uid));
  if (gone.length > 0 && there.size < session.exists()) {
    return failed('server-nonsense', 'auto', `listed ${there.size} of ${session.exists()} messages`);
  }
  deps.mailboxes.setWindow(row.id, historyFrom, there.size - (here.length - gone.length) - missing.length);
  const { removed, conversations } = deps.mailboxes.removePlaces(row.id, gone);
  deps.onChange(conversations);
  deps.mailboxes.clearTroubles(
    row.id,
    deps.mailboxes
      .troubles(row.id)
      .map(({ uid }) => uid)
      .filter((uid) => !there.has(uid)),
  );
  return ok({ missing, removed, highest: listed.value.at(-1) ?? 0 });
}

/**
 * Of all UIDs those that the owner wants here. SEARCH SINCE knows days only, and in the server's own zone (RFC 3501, 6.4.4): a day
 * more does no harm.
 */
export async function uidsInWindow(
  session: ImapSession,
  all: readonly number[],
  historyFrom: Instant,
): Promise<Result<readonly number[]>> {
  return historyFrom <= DAY_MS || all.length === 0 ? ok(all) : session.uidsSince(historyFrom - DAY_MS);
}

/** Brings flags up to date: everything since the last time where mod-sequences are kept, else by looking at them. */
export async function takeFlags(
  deps: SurveyDeps,
  session: ImapSession,
  row: MailboxRow,
  /** What SELECT said when the mailbox was opened. */
  seenModseq: bigint | null,
  isFull: boolean,
): Promise<Result<{ readonly changed: number; readonly hasUnknown: boolean }>> {
  if (row.highestModseq !== null) {
    const since = BigInt(row.highestModseq);
    const fetched = await session.changedSince(since);
    if (!fetched.ok) return fetched;
    const outcome = storeFlags(deps, row, fetched.value);
    // Only what the answer itself showed, or what the server told before it, is behind us: imapflow's running number is not.
    const behind = seenModseq !== null && seenModseq > since ? seenModseq : since;
    const highest = fetched.value.reduce((top, { modseq }) => (modseq !== null && modseq > top ? modseq : top), behind);
    if (highest > since) deps.mailboxes.setCursor(row.id, { highestModseq: String(highest) });
    return ok(outcome);
  }
  const uids = isFull ? deps.mailboxes.uids(row.id) : deps.mailboxes.newestUids(row.id, FLAG_SCAN);
  let changed = 0;
  for (let from = 0; from < uids.length; from += FLAG_CHUNK) {
    const fetched = await session.fetch(uids.slice(from, from + FLAG_CHUNK), { flags: true });
    if (!fetched.ok) return fetched;
    changed += storeFlags(deps, row, fetched.value).changed;
  }
  return ok({ changed, hasUnknown: false });
}

function storeFlags(
  deps: SurveyDeps,
  row: MailboxRow,
  fetched: readonly FetchedMail[],
): { readonly changed: number; readonly hasUnknown: boolean } {
  let changed = 0;
  let hasUnknown = false;
  const conversations = new Set<ConversationId>();
  const changes = fetched.flatMap(({ uid, flags }) => (flags === null ? [] : [{ uid, flags }]));
  for (let from = 0; from < changes.length; from += CHANGE_CHUNK) {
    const outcome = deps.mailboxes.changeFlags(row.id, changes.slice(from, from + CHANGE_CHUNK));
    changed += outcome.changed;
    for (const id of outcome.conversations) conversations.add(id);
  }
  // With mod-sequences a new message is a change too: one that is not here yet has been missed so far.
  hasUnknown = changes.some(({ uid }) => uid >= (row.uidNext ?? 0) && deps.mailboxes.messageAt(row.id, uid) === null);
  deps.onChange([...conversations]);
  return { changed, hasUnknown };
}
