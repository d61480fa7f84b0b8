// Writes down which event a mail is about, as it comes in: of an invitation, an answer to one, and a cancellation. Only marks, no
// words; a digest stands for the event, as a UID often holds an address.
import { createHash } from 'node:crypto';
import type { MessageRowId } from '../../contract/views.ts';
import { ANSWERS, type Invitation } from '../../domain/invitation/invitation.ts';
import { decodeCharset } from '../channels/email/parse/charset.ts';
import type { ParsedAttachment } from '../channels/parsed-mail.ts';
import type { Store } from '../store/store.ts';
import { readInvitation } from './read-invitation.ts';

export function noteInvitation(
  store: Pick<Store, 'invitations'>,
  message: MessageRowId,
  attachments: readonly ParsedAttachment[],
): void {
  const part = calendarIn(attachments);
  const content = part?.content ?? null;
  // Times are not kept, so that no zone matters.
  const invitation = content === null ? null : readInvitation(calendarText(content), 'UTC');
  if (invitation !== null) keepMarks(store, message, invitation);
}

export function keepMarks({ invitations }: Pick<Store, 'invitations'>, message: MessageRowId, of: Invitation): void {
  const { method, sequence, stamp, isOff } = of;
  invitations.set(eventOf(of), {
    message,
    recurrence: of.recurrence ?? '',
    method: isOff && method === 'request' ? 'cancel' : method,
    sequence,
    stamp,
    said: method === 'reply' ? (ANSWERS.find((one) => one === of.people[0]?.said) ?? null) : null,
  });
}

/** Somebody else's mail about the same UID is not about the same event. */
export const eventOf = ({ uid, organizer }: Pick<Invitation, 'uid' | 'organizer'>): string =>
  createHash('sha256')
    .update(`${uid}\n${organizer?.address.toLowerCase() ?? ''}`)
    .digest('hex');

/** The part that programs read comes before the copy of it that people save. */
export function calendarIn<File extends { readonly contentType: string; readonly fileName: string }>(
  files: readonly File[],
): File | null {
  return (
    files.find(({ contentType }) => contentType === 'text/calendar') ??
    files.find(({ contentType, fileName }) => contentType === 'application/ics' || /\.ics$/i.test(fileName)) ??
    null
  );
}

/** RFC 5545 3.1.4: UTF-8 where nothing else is said; what the bytes prove goes before what anybody says. */
export const calendarText = (bytes: Uint8Array): string =>
  decodeCharset(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'utf-8');
