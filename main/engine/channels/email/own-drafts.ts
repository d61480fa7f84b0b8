// Copies of the owner's drafts among those of his mail server, so that they are at hand on his telephone. Only what bears both our
// mark and the Message-ID that we drew for it is ever taken out; nothing there is read in.
import { ok, type Result } from '../../../contract/errors.ts';
import type { OwnDraft } from '../connector.ts';
import type { ImapSession } from './imap-session.ts';

/** Another program of the owner may keep the Message-ID when he writes on: what it saves is his, and bears no mark of ours. */
const MARK = 'X-Balie-Draft';
export const DRAFT_MARK: Readonly<Record<string, string>> = { [MARK]: '1' };

/**
 * The new copy is there before the old one goes: cut short in between there are two for a while, and the next visit finds both.
 * False: this account keeps no drafts, or its server cannot take out one message alone (RFC 4315), and copies would pile up.
 */
export async function keepDraft(session: ImapSession, { messageId, raw }: OwnDraft): Promise<Result<boolean>> {
  const path = await openDrafts(session);
  if (!path.ok) return path;
  if (path.value === null || !session.capabilities.has('UIDPLUS')) return ok(false);
  const before = await ours(session, messageId);
  if (!before.ok) return before;
  const appended = await session.append(path.value, raw, ['\\Draft', '\\Seen']);
  if (!appended.ok) return appended;
  return takeOut(session, before.value);
}

/** False where the account keeps no drafts. */
export async function dropDrafts(session: ImapSession, messageIds: readonly string[]): Promise<Result<boolean>> {
  const path = await openDrafts(session);
  if (!path.ok) return path;
  if (path.value === null) return ok(false);
  for (const messageId of messageIds) {
    const found = await ours(session, messageId);
    if (!found.ok) return found;
    const gone = await takeOut(session, found.value);
    if (!gone.ok) return gone;
  }
  return ok(true);
}

/** null: there is none. */
async function openDrafts(session: ImapSession): Promise<Result<string | null>> {
  const listed = await session.mailboxes();
  if (!listed.ok) return listed;
  const path = listed.value.find(({ role }) => role === 'drafts')?.path ?? null;
  if (path === null) return ok(null);
  const selected = await session.select(path);
  return selected.ok ? ok(path) : selected;
}

/** A search in headers finds parts of words too (RFC 3501 6.4.4): each is looked at. */
async function ours(session: ImapSession, messageId: string): Promise<Result<readonly number[]>> {
  const found = await session.findMessageId(messageId);
  if (!found.ok || found.value.length === 0) return found;
  const fetched = await session.fetch(found.value, { header: true });
  if (!fetched.ok) return fetched;
  const isOurs = (header: string): boolean =>
    new RegExp(`^${MARK}:`, 'im').test(header) && header.includes(`<${messageId}>`);
  return ok(
    fetched.value.flatMap(({ uid, header }) =>
      header !== null && isOurs(Buffer.from(header).toString('latin1')) ? [uid] : [],
    ),
  );
}

async function takeOut(session: ImapSession, uids: readonly number[]): Promise<Result<boolean>> {
  for (const uid of uids) {
    const gone = await session.expunge(uid);
    if (!gone.ok) return gone;
  }
  return ok(true);
}
