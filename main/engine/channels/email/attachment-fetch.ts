// The bytes of one attachment, fetched when the owner wants it.
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { ImapSession } from './imap-session.ts';
import { readHeader, firstField } from './parse/header-block.ts';
import { decodeTransfer, transferEncodingOf } from './parse/transfer-encoding.ts';
import { findPart } from './part-plan.ts';

export type AttachmentPlace = {
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
  readonly part: string;
};

export async function fetchAttachment(session: ImapSession, place: AttachmentPlace): Promise<Result<Uint8Array>> {
  const selected = await session.select(place.mailbox);
  if (!selected.ok) return selected;
  // Never act on a UID from before a renumbering: it would be another message's attachment.
  if (selected.value.uidValidity !== place.uidValidity) {
    return failed('not-possible-now', 'auto', 'the mailbox was renumbered and is being read anew');
  }
  const fetched = await session.fetch([place.uid], {
    structure: true,
    parts: [{ part: `${place.part}.MIME` }, { part: place.part }],
  });
  if (!fetched.ok) return fetched;
  const [mail] = fetched.value;
  const body = mail?.parts.get(place.part);
  if (mail === undefined || body === undefined) {
    return failed('not-found', 'never', `part ${place.part} is not on the server any more`);
  }
  const described = mail.structure === null ? null : findPart(mail.structure, place.part);
  const encoding = described?.encoding ?? encodingIn(mail.parts.get(`${place.part.toLowerCase()}.mime`));
  return ok(decodeTransfer(asBuffer(body), transferEncodingOf(encoding)));
}

/** Mailbox by mailbox, so that each is opened once. */
export async function fetchAttachments(
  session: ImapSession,
  places: readonly AttachmentPlace[],
  onBytes: (index: number, bytes: Uint8Array) => void,
): Promise<Result<null>> {
  const inOrder = [...places.entries()].toSorted(([, a], [, b]) => (a.mailbox < b.mailbox ? -1 : 1));
  for (const [index, place] of inOrder) {
    const fetched = await fetchAttachment(session, place);
    if (fetched.ok) onBytes(index, fetched.value);
    else if (session.isClosed()) return fetched;
  }
  return ok(null);
}

function encodingIn(mimeHeader: Uint8Array | undefined): string {
  if (mimeHeader === undefined) return '';
  const bytes = asBuffer(mimeHeader);
  return firstField(readHeader(bytes, 0, bytes.length).fields, 'content-transfer-encoding');
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
