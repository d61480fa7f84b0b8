// After UIDVALIDITY changed: finds each stored message back under its new UID by Message-ID and size, and by the moment of arrival
// where that leaves a choice, so that what the owner decided stays with it and old mail never comes back as new.
import { ok, type Result } from '../../../contract/errors.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { MailboxRow, MailboxTable } from '../../store/mailbox-table.ts';
import type { LostPlace } from '../../store/place-table.ts';
import type { FetchedMail } from './fetch-items.ts';
import type { ImapSession } from './imap-session.ts';
import { parseMessageId } from './parse/message-ids.ts';

const CHUNK = 500;

/** Answers the UIDs that were not recognised: they are fetched as new ones. */
export async function findLostPlaces(
  mailboxes: MailboxTable,
  session: ImapSession,
  row: MailboxRow,
  uids: readonly number[],
): Promise<Result<readonly number[]>> {
  const lost = mailboxes.lostPlaces(row.id);
  if (lost.length === 0) return ok(uids);
  const candidates = groupLost(lost);
  const unknown: number[] = [];
  for (let from = 0; from < uids.length; from += CHUNK) {
    const chunk = uids.slice(from, from + CHUNK);
    const fetched = await session.fetch(chunk, { overview: true, messageIdHeader: true });
    if (!fetched.ok) return fetched;
    const byUid = new Map(fetched.value.map((mail) => [mail.uid, mail]));
    for (const uid of chunk) {
      const mail = byUid.get(uid);
      const match = mail === undefined ? null : takeMatch(candidates, mail);
      if (match === null || mail === undefined) unknown.push(uid);
      else mailboxes.restorePlace(row.id, match.lostUid, uid, mail.flags ?? []);
    }
  }
  return ok(unknown);
}

const keyOf = (messageId: string | null, size: number): string => `${messageId ?? ''} ${size}`;

function groupLost(lost: readonly LostPlace[]): Map<string, LostPlace[]> {
  const groups = new Map<string, LostPlace[]>();
  for (const place of lost) {
    const key = keyOf(place.messageId, place.size);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return groups;
}

function takeMatch(groups: Map<string, LostPlace[]>, mail: FetchedMail): LostPlace | null {
  const messageId = messageIdOf(mail.header);
  const key = keyOf(messageId, mail.size ?? -1);
  const group = groups.get(key) ?? [];
  // Without a Message-ID the size alone proves nothing; the moment of arrival must agree as well. It usually survives a move.
  const found =
    messageId === null || group.length > 1
      ? (group.find(({ at }) => isSameMoment(at, mail.at)) ?? (messageId === null ? null : (group[0] ?? null)))
      : (group[0] ?? null);
  if (found === null) return null;
  groups.set(
    key,
    group.filter((place) => place !== found),
  );
  return found;
}

// INTERNALDATE has whole seconds.
const isSameMoment = (a: Instant, b: Instant | null): boolean => b !== null && Math.abs(a - b) < 1_000;

export function messageIdOf(header: Uint8Array | null): string | null {
  if (header === null) return null;
  const unfolded = Buffer.from(header.buffer, header.byteOffset, header.byteLength)
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ');
  const value = /^message-id:(.*)$/im.exec(unfolded)?.[1] ?? '';
  return parseMessageId(value);
}
