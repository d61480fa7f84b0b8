// Puts a message together from its envelope, its chosen body parts and its attachments, whether the parts were cut from the whole
// mail (parse-mail.ts) or fetched one by one (parse-pieces.ts).
import type { MessageNote } from '../../../../domain/conversation/message.ts';
import { classifyMail } from '../../../../domain/mail-kind/classify.ts';
import type { ParsedAttachment, ParsedMail } from '../../parsed-mail.ts';
import { calendarText } from './calendar-text.ts';
import type { Envelope } from './envelope.ts';
import { htmlToText } from './html-to-text.ts';
import type { ValueWithParams } from './header-params.ts';

export type ReadText = { readonly type: string; readonly text: string };

export type MailPieces = {
  readonly envelope: Envelope;
  readonly textParts: readonly ReadText[];
  readonly htmlParts: readonly ReadText[];
  readonly attachments: readonly ParsedAttachment[];
  /** Every content type met. */
  readonly types: readonly string[];
  /** Its calendar part, decoded. */
  readonly calendar: { readonly type: ValueWithParams; readonly text: string } | null;
  readonly notes: ReadonlySet<MessageNote>;
};

export function assembleMail(pieces: MailPieces): ParsedMail {
  const html = htmlOf(pieces.htmlParts);
  const text = textOf(pieces.textParts, html) || calendarText(pieces.calendar?.text ?? '');
  const { envelope } = pieces;
  return {
    ...envelope,
    text,
    html,
    attachments: pieces.attachments.map((attachment) => ({ ...attachment, isInline: isShownInside(attachment, html) })),
    kind: classifyMail({
      headers: envelope.headers,
      from: envelope.from,
      subject: envelope.subject,
      contentTypes: pieces.types,
      calendarMethod: pieces.calendar === null ? null : methodOf(pieces.calendar.type, pieces.calendar.text),
      text,
    }),
    note: worstNote(pieces.notes, text),
  };
}

export function fileNameOf(type: ValueWithParams, disposition: ValueWithParams): string {
  const { params } = disposition;
  return params['filename'] || type.params['name'] || params['name'] || type.params['filename'] || '';
}

function textOf(parts: readonly ReadText[], html: string | null): string {
  const text = parts
    .map((part) => (part.type === 'text/html' ? htmlToText(part.text) : part.text))
    .filter((piece) => piece.trim() !== '')
    .join('\n\n')
    .trimEnd();
  // Some programs send an empty plain part beside the real one.
  return text === '' && html !== null ? htmlToText(html) : text;
}

function htmlOf(parts: readonly ReadText[]): string | null {
  if (!parts.some((part) => part.type === 'text/html' && part.text.trim() !== '')) return null;
  return parts.map((part) => (part.type === 'text/html' ? part.text : plainAsHtml(part.text))).join('\n<br>\n');
}

const plainAsHtml = (text: string): string =>
  `<div style="white-space:pre-wrap">${text.replace(/[&<>]/g, (letter) => (letter === '&' ? '&amp;' : letter === '<' ? '&lt;' : '&gt;'))}</div>`;

/** A picture the page itself shows need not be listed; one that it only carries along must be. */
const isShownInside = (attachment: ParsedAttachment, html: string | null): boolean =>
  attachment.contentId !== null && html !== null && html.includes(`cid:${attachment.contentId}`);

function worstNote(notes: ReadonlySet<MessageNote>, text: string): MessageNote | null {
  if (notes.has('too-large')) return 'too-large';
  if (notes.has('too-complex')) return 'too-complex';
  if (notes.has('encrypted') || text.trimStart().startsWith('-----BEGIN PGP MESSAGE-----')) return 'encrypted';
  return notes.has('damaged') ? 'damaged' : null;
}

/** METHOD as the part's header names it (RFC 6047 2.4), or else the calendar itself. */
const methodOf = (type: ValueWithParams, calendar: string): string =>
  (type.params['method'] ?? /^METHOD:(\w{1,20})/im.exec(calendar.slice(0, 10_000))?.[1] ?? '').toUpperCase();

/** Nobody without the key can read these; they are shown as files, never half-decrypted (EFAIL). */
export function isEncrypted(type: ValueWithParams): boolean {
  if (type.value === 'multipart/encrypted' || type.value === 'application/pgp-encrypted') return true;
  const kind = type.params['smime-type']?.toLowerCase();
  return isSmime(type) && kind !== 'certs-only' && kind !== 'signed-data';
}

export const isSmime = (type: ValueWithParams): boolean => /^application\/(?:x-)?pkcs7-mime$/.test(type.value);
