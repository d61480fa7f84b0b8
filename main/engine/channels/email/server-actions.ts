// Carries out on the server what was decided here: flags to set or take away, conversations to archive or to bring back. Also what
// was decided while it could not be reached, or while another mailbox was open.
import { ok, type Failure, type Result } from '../../../contract/errors.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow } from '../../store/mailbox-table.ts';
import type { MessagePlace } from '../../store/place-table.ts';
import type { ServerActionKind } from '../../store/server-action-table.ts';
import type { ImapSession } from './imap-session.ts';
import { takeMailboxes, type ListDeps } from './mailbox-list.ts';

export type ActionDeps = ListDeps & {
  /** Something that the owner asked for does not work on this server, and will not. */
  readonly onTrouble: (error: Failure) => void;
};

/** 'later': nothing can be done before the mailbox was read anew. 'dropped': the server will not, and the owner was told. */
type Outcome = 'done' | 'later' | 'dropped';

/** An action whose message is nowhere on the server any more is dropped. One that fails stays for the next pass. */
export async function carryOutActions(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
): Promise<Result<number>> {
  let done = 0;
  for (const action of deps.mailboxes.actions(account.id)) {
    const places = deps.mailboxes.placesOf(action.message).filter((place) => place.account === account.id);
    const outcome = await carryOut(deps, session, account, action.kind, places);
    if (!outcome.ok) return outcome;
    if (outcome.value === 'later') continue;
    deps.mailboxes.removeAction(action.id);
    if (outcome.value === 'done') done += 1;
  }
  return ok(done);
}

function carryOut(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
  kind: ServerActionKind,
  places: readonly MessagePlace[],
): Promise<Result<Outcome>> {
  switch (kind) {
    case 'mark-answered':
      return setFlag(deps, session, places, '\\Answered', true);
    case 'mark-seen':
      return setFlag(deps, session, places, '\\Seen', true);
    case 'mark-unseen':
      return setFlag(deps, session, places, '\\Seen', false);
    case 'archive':
      return archive(deps, session, account, places);
    case 'unarchive':
      return unarchive(deps, session, account, places);
  }
}

async function setFlag(
  deps: ActionDeps,
  session: ImapSession,
  places: readonly MessagePlace[],
  flag: string,
  isWanted: boolean,
): Promise<Result<Outcome>> {
  let outcome: Outcome = 'done';
  for (const place of places) {
    if (place.flags.includes(flag) === isWanted) continue;
    const opened = await openFor(session, place);
    if (!opened.ok) return opened;
    if (!opened.value) {
      outcome = 'later';
      continue;
    }
    const stored = isWanted ? await session.addFlag(place.uid, flag) : await session.removeFlag(place.uid, flag);
    if (!stored.ok) return stored;
    const flags = isWanted ? [...place.flags, flag] : place.flags.filter((one) => one !== flag);
    deps.mailboxes.changeFlags(place.mailboxId, [{ uid: place.uid, flags }]);
  }
  return ok(outcome);
}

async function archive(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
  places: readonly MessagePlace[],
): Promise<Result<Outcome>> {
  const inInbox = places.filter(({ role }) => role === 'inbox');
  if (inInbox.length === 0) return ok('done');
  const target = await archiveOf(deps, session, account);
  if (!target.ok) return target;
  if (target.value === null) {
    deps.onTrouble(cannotArchive(account, 'no mailbox for the archive, and none could be made'));
    return ok('dropped');
  }
  return moveAll(deps, session, account, inInbox, target.value);
}

async function unarchive(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
  places: readonly MessagePlace[],
): Promise<Result<Outcome>> {
  const inbox = deps.mailboxes.list(account.id).find(({ role }) => role === 'inbox');
  // Back in the inbox already: it never left, or another program was quicker.
  if (inbox === undefined || places.some(({ role }) => role === 'inbox')) return ok('done');
  const archived = places.filter(({ isFromInbox }) => isFromInbox).slice(0, 1);
  return moveAll(deps, session, account, archived, inbox);
}

async function moveAll(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
  places: readonly MessagePlace[],
  target: MailboxRow,
): Promise<Result<Outcome>> {
  let outcome: Outcome = 'done';
  for (const place of places) {
    const opened = await openFor(session, place);
    if (!opened.ok) return opened;
    if (!opened.value) {
      outcome = 'later';
      continue;
    }
    const moved = await session.move(place.uid, target.path);
    if (!moved.ok) return moved;
    if (moved.value.kind !== 'moved') {
      deps.onTrouble(cannotArchive(account, `moving to ${target.path}: ${moved.value.kind}`));
      outcome = 'dropped';
      continue;
    }
    const { to } = moved.value;
    // The first message ever to come there brings the mailbox's own number along. Another number than we know: read anew.
    if (to !== null && deps.mailboxes.get(target.id)?.uidValidity === null)
      deps.mailboxes.renumber(target.id, to.uidValidity);
    const uid = to !== null && deps.mailboxes.get(target.id)?.uidValidity === to.uidValidity ? to.uid : null;
    deps.mailboxes.movePlace(place, { mailboxId: target.id, uid, isFromInbox: target.role !== 'inbox' });
  }
  return ok(outcome);
}

/** false: the UID would mean another message now; the pass that follows finds the right one. */
async function openFor(session: ImapSession, place: MessagePlace): Promise<Result<boolean>> {
  if (session.selectedPath() === place.mailbox) return ok(true);
  const selected = await session.select(place.mailbox);
  return selected.ok ? ok(selected.value.uidValidity === place.uidValidity) : selected;
}

/** Made where the server has none; Gmail archives by leaving mail in All Mail only. */
async function archiveOf(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
): Promise<Result<MailboxRow | null>> {
  const known = findArchive(deps.mailboxes.list(account.id));
  if (known !== null) return ok(known);
  const created = await session.createMailbox(archiveName(deps.mailboxes.list(account.id)));
  if (!created.ok) return created;
  if (created.value === null) return ok(null);
  const standing = await takeMailboxes(deps, session, account);
  return standing.ok ? ok(findArchive(standing.value.map(({ row }) => row))) : standing;
}

const findArchive = (rows: readonly MailboxRow[]): MailboxRow | null =>
  rows.find(({ role }) => role === 'archive') ?? rows.find(({ role }) => role === 'all') ?? null;

/** In the language of its neighbours. */
const archiveName = (rows: readonly MailboxRow[]): string =>
  rows.some(({ path }) => /verzonden|verwijderde|prullenbak|concepten|ongewenst/i.test(path)) ? 'Archief' : 'Archive';

const cannotArchive = (account: AccountRow, detail: string): Failure => ({
  code: 'cannot-archive',
  retry: 'never',
  detail,
  values: { email: account.email },
});
