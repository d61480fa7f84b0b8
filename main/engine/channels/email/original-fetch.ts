// One message as the server keeps it, byte for byte, when the owner wants to see or save it.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { MailPlace } from '../connector.ts';
import { MAX_LITERAL_BYTES, type ImapSession } from './imap-session.ts';

/** With room for the line around it; what fills it entirely may be cut, and a cut mail is no original. */
const MOST_BYTES = MAX_LITERAL_BYTES - 1024 * 1024;

export async function fetchOriginal(session: ImapSession, place: MailPlace): Promise<Result<Uint8Array>> {
  const selected = await session.select(place.mailbox);
  if (!selected.ok) return selected;
  // Never act on a UID from before a renumbering: it would be another message.
  if (selected.value.uidValidity !== place.uidValidity) {
    return failed('not-possible-now', 'auto', 'the mailbox was renumbered and is being read anew');
  }
  const fetched = await session.fetch([place.uid], { sourceBytes: MOST_BYTES });
  if (!fetched.ok) return fetched;
  const source = fetched.value[0]?.source ?? null;
  if (source === null) return failed('not-found', 'never', `${place.uid} is not on the server any more`);
  if (source.byteLength >= MOST_BYTES) return failed('not-possible-now', 'never', 'too large to be fetched whole');
  return ok(source);
}
