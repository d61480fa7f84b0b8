// Carries out on the server what was decided here: flags to set or take away, conversations to archive, to throw away, or to bring back. Also what
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
    case 'trash':
      return trash(deps, session, account, places);
    case 'untrash':
      return untrash(deps, session, account, places);
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
    deps.onTrouble(cannotMove('cannot-archive', account, 'no mailbox for the archive, and none could be made'));
    return ok('dropped');
  }
  const failure = (why: string): Failure => cannotMove('cannot-archive', account, why);
  return moveAll(deps, session, inInbox, { target: target.value, isFromInbox: true, failure });
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
  const failure = (why: string): Failure => cannotMove('cannot-archive', account, why);
  return moveAll(deps, session, archived, { target: inbox, isFromInbox: false, failure });
}

/** Where there is no trash nothing is thrown away: a mail program that only says so loses somebody's mail one day. */
async function trash(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
  places: readonly MessagePlace[],
): Promise<Result<Outcome>> {
  const lying = places.filter(({ role }) => role !== 'trash');
  // Gmail has one mail under several labels: thrown away under one, it leaves them all.
  const left = lying.some(({ role }) => role === 'all') ? lying.slice(0, 1) : lying;
  if (left.length === 0) return ok('done');
  const target = deps.mailboxes.list(account.id).find(({ role }) => role === 'trash');
  if (target === undefined) {
    deps.onTrouble(cannotMove('cannot-trash', account, 'no mailbox for the trash'));
    return ok('dropped');
  }
  const failure = (why: string): Failure => cannotMove('cannot-trash', account, why);
  return moveAll(deps, session, left, { target, isFromInbox: false, failure });
}

/** Each copy to where it lay. What the server emptied out of its trash by now stays gone there, and here it is still. */
async function untrash(
  deps: ActionDeps,
  session: ImapSession,
  account: AccountRow,
  places: readonly MessagePlace[],
): Promise<Result<Outcome>> {
  const mailboxes = deps.mailboxes.list(account.id);
  const inbox = mailboxes.find(({ role }) => role === 'inbox');
  const failure = (why: string): Failure => cannotMove('cannot-trash', account, why);
  let outcome: Outcome = 'done';
  for (const place of places.filter(({ role }) => role === 'trash')) {
    const target = mailboxes.find(({ id }) => id === place.cameFrom) ?? inbox;
    if (target === undefined) continue;
    const moved = await moveAll(deps, session, [place], { target, isFromInbox: false, failure });
    if (!moved.ok) return moved;
    if (moved.value !== 'done') outcome = moved.value;
  }
  return ok(outcome);
}

type Move = {
  readonly target: MailboxRow;
  /** It leaves the inbox for the archive. */
  readonly isFromInbox: boolean;
  readonly failure: (why: string) => Failure;
};

async function moveAll(
  deps: ActionDeps,
  session: ImapSession,
  places: readonly MessagePlace[],
  { target, isFromInbox, failure }: Move,
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
      deps.onTrouble(failure(`moving to ${target.path}: ${moved.value.kind}`));
      outcome = 'dropped';
      continue;
    }
    const { to } = moved.value;
    // The first message ever to come there brings the mailbox's own number along. Another number than we know: read anew.
    if (to !== null && deps.mailboxes.get(target.id)?.uidValidity === null)
      deps.mailboxes.renumber(target.id, to.uidValidity);
    const uid = to !== null && deps.mailboxes.get(target.id)?.uidValidity === to.uidValidity ? to.uid : null;
    // Nothing is read there: under a number that we were not told it is looked for as what was thrown away elsewhere.
    if (uid === null && target.role === 'trash') deps.mailboxes.removePlaces(place.mailboxId, [place.uid]);
    else {
      const cameFrom = target.role === 'trash' ? place.mailboxId : null;
      deps.mailboxes.movePlace(place, { mailboxId: target.id, uid, isFromInbox, cameFrom });
    }
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

const cannotMove = (code: 'cannot-archive' | 'cannot-trash', account: AccountRow, detail: string): Failure => ({
  code,
  retry: 'never',
  detail,
  values: { email: account.email },
});
