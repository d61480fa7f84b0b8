// What a look through files on disk comes to: one mail with what the file around it tells, or a piece that is passed over and why.
import type { Instant } from '../../domain/instant.ts';

export type PassedOver =
  /** Nothing in it. */
  | 'empty'
  /** Has no header of a mail. */
  | 'no-mail'
  /** Larger than any mail server takes. */
  | 'too-large'
  /** Another program marked it as deleted and had not cleaned up yet. */
  | 'deleted'
  /** The system does not let us read it. */
  | 'unreadable';

export type FoundMail =
  | {
      readonly kind: 'mail';
      readonly raw: Buffer;
      /** As the folder is called on disk; '' where there is none. */
      readonly mailbox: string;
      readonly flags: readonly string[];
      /** When it came in, as the file tells; the mail's own header knows better. */
      readonly at: Instant | null;
    }
  | { readonly kind: 'passed-over'; readonly why: PassedOver; readonly where: string }
  /** So many bytes of all were looked at. */
  | { readonly kind: 'read'; readonly bytes: number };
