// One message as read from a channel, before it has a row. Mail parsing makes it (email/parse/), the demo desk too;
// ingest stores it.
import type { Address, MailKind, MessageNote } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';

export type ParsedAttachment = {
  /** IMAP body section such as "2.1". */
  readonly part: string;
  /** As the sender wrote it, or '' ; made safe only where a name is shown or written. */
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly contentId: string | null;
  readonly isInline: boolean;
  /** null: only its description was fetched. */
  readonly content: Uint8Array | null;
};

export type ParsedMail = {
  readonly subject: string;
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly replyTo: readonly Address[];
  /** The Date header, or null where it is absent or nonsense. */
  readonly date: Instant | null;
  /** Without angle brackets. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** Plain text; made from the HTML where the mail has no text part. */
  readonly text: string;
  readonly html: string | null;
  /** Lower-case names to unfolded, decoded values, in order. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly attachments: readonly ParsedAttachment[];
  readonly kind: MailKind;
  readonly note: MessageNote | null;
};
