// The copy of what we sent: looks where it lies, and puts it into Sent where the server does not do so itself. Some do, mostly within
// seconds; a copy of our own beside theirs would stand there twice. Each call is one visit; when to come again is the outbox's.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { CopyPlace } from '../../store/delivery-table.ts';
import type { MailboxRole } from '../../store/mailbox-role.ts';
import type { Filing, FilingWish, OutgoingMail, SentTrace } from '../connector.ts';
import type { ImapSession } from './imap-session.ts';

/**
 * Providers whose outgoing server is one with the mailbox and files what it sent: Google, Microsoft, Apple, Yahoo and AOL, Zoho,
 * mail.ru, Proton's bridge. Only a first guess: what an account's server really does is learned (see server_habit).
 */
const FILES_ITSELF =
  /(^|\.)(gmail\.com|googlemail\.com|outlook\.com|office365\.com|hotmail\.com|live\.com|me\.com|icloud\.com|yahoo\.com|aol\.com|zoho\.(com|eu)|mail\.ru)$/i;

/** Gmail says so itself, also for a firm's own domain behind another name. */
const filesItself = (session: ImapSession, host: string, learned: FilingWish['filesSent']): boolean =>
  learned === null ? session.capabilities.has('X-GM-EXT-1') || FILES_ITSELF.test(host) : learned === 'server';

/** Where sent mail is kept: Sent, and Gmail's All Mail. */
const KEPT: readonly MailboxRole[] = ['sent', 'all'];
/** Where the owner or a rule of his may have moved it since. */
const MOVED: readonly MailboxRole[] = ['archive', 'trash'];

export async function findSent(session: ImapSession, messageId: string): Promise<Result<SentTrace>> {
  const filed = await isIn(session, [...KEPT, ...MOVED], messageId);
  if (!filed.ok) return filed;
  if (filed.value) return ok('filed');
  // Only the server that took it can have brought a copy to ourselves: its Message-ID was drawn by us and shown to nobody else.
  const arrived = await isIn(session, ['inbox'], messageId);
  return arrived.ok ? ok(arrived.value ? 'arrived' : 'nowhere') : arrived;
}

export async function fileSent(
  session: ImapSession,
  host: string,
  mail: OutgoingMail,
  wish: FilingWish,
): Promise<Result<Filing>> {
  // Also after a visit that was cut off: whether that copy was taken is seen here, and nowhere else.
  const found = await isIn(session, KEPT, mail.messageId);
  if (!found.ok) return found;
  if (found.value) return ok({ kind: 'by-server' });
  if (filesItself(session, host, wish.filesSent) && !wish.isLastLook) return ok({ kind: 'not-yet' });
  const sent = await pathsOf(session, ['sent']);
  if (!sent.ok) return sent;
  const [mailbox] = sent.value;
  if (mailbox === undefined) return failed('not-found', 'never', 'no mailbox for sent mail', { host });
  const appended = await session.append(mailbox, mail.raw, ['\\Seen']);
  return appended.ok ? ok({ kind: 'done', place: appended.value }) : appended;
}

export async function withdrawCopy(
  session: ImapSession,
  messageId: string,
  place: CopyPlace,
): Promise<Result<'alone' | 'withdrawn'>> {
  const selected = await session.select(place.mailbox);
  if (!selected.ok) return selected;
  if (selected.value.uidValidity !== place.uidValidity) return ok('alone');
  const copies = await session.findMessageId(messageId);
  if (!copies.ok) return copies;
  // Ours is taken out only beside another one.
  if (copies.value.length < 2 || !copies.value.includes(place.uid)) return ok('alone');
  const expunged = await session.expunge(place.uid);
  if (!expunged.ok) return expunged;
  return ok(expunged.value ? 'withdrawn' : 'alone');
}

async function isIn(session: ImapSession, roles: readonly MailboxRole[], messageId: string): Promise<Result<boolean>> {
  const paths = await pathsOf(session, roles);
  if (!paths.ok) return paths;
  for (const path of paths.value) {
    const selected = await session.select(path);
    if (!selected.ok) return selected;
    const found = await session.findMessageId(messageId);
    if (!found.ok) return found;
    if (found.value.length > 0) return ok(true);
  }
  return ok(false);
}

/** In the order of the roles. */
async function pathsOf(session: ImapSession, roles: readonly MailboxRole[]): Promise<Result<readonly string[]>> {
  const listed = await session.mailboxes();
  if (!listed.ok) return listed;
  return ok(roles.flatMap((role) => listed.value.filter((mailbox) => mailbox.role === role).map(({ path }) => path)));
}
