// What the owner is writing: an answer in a conversation, a message passed on, or a new mail. The commands about it are in draft-commands.ts.
import type { Address } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { AccountId, ConversationId, MessageRowId } from './ids.ts';

export const DRAFT_KINDS = ['answer', 'forward', 'new'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];
export type DraftId = number;

export type Recipients = {
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
};

export type DraftFile = {
  readonly id: number;
  /** Safe on Windows, macOS and Linux. */
  readonly fileName: string;
  readonly contentType: string;
  /** Bytes; base64 makes a third more of them on the wire. */
  readonly size: number;
  /** What the text's HTML calls it (`cid:`); null for a file beside the text. */
  readonly contentId: string | null;
};

export type DraftView = {
  readonly id: DraftId;
  readonly kind: DraftKind;
  readonly conversation: ConversationId | null;
  /** Answered where the owner chose one, or passed on. */
  readonly message: MessageRowId | null;
  readonly account: AccountId | null;
  /** The own address it leaves from; null: the one the customer wrote to. */
  readonly sender: string | null;
  /** null: as an answer is addressed by itself (replyTo and replyCc of the conversation). */
  readonly recipients: Recipients | null;
  /** null: as an answer is called by itself. */
  readonly subject: string | null;
  readonly text: string;
  /** The same words with their looks, of the composer's own making; null: plain text. */
  readonly html: string | null;
  readonly files: readonly DraftFile[];
  /** Saved replies that it was made of. */
  readonly canned: readonly number[];
  readonly savedAt: Instant;
};

/** A letter that was taken back before it left. */
export type LetterBack = {
  /** The one it stood in; gone now where it held nothing else. */
  readonly conversation: ConversationId;
  /** As it stood. null: a machine wrote it (an acknowledgement), and its words are nobody's draft. */
  readonly draft: DraftView | null;
};

/** An open draft in the list of them. */
export type DraftRow = Pick<DraftView, 'id' | 'kind' | 'conversation' | 'subject' | 'savedAt'> & {
  readonly who: string;
  readonly preview: string;
};
