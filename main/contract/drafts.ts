// What the owner is writing: an answer in a conversation, a message passed on, or a new mail; and the commands about it.
import { z } from 'zod';
import type { Address } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import { command, instant, line, nothing, query, rowId, text } from './command-spec.ts';
import type { AccountId, ConversationId, DeliveryView, MessageRowId } from './views.ts';

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

const person = z.object({ name: line, address: z.string().max(320) });
const people = z.array(person).max(500);
export const recipientsSchema = z.object({ to: people, cc: people, bcc: people });

export const draftToSave = z.object({
  /** null: the first words of one. */
  id: rowId.nullable(),
  kind: z.enum(DRAFT_KINDS),
  conversation: rowId.nullable(),
  message: rowId.nullable(),
  account: z.string().max(100).nullable(),
  sender: z.string().max(320).nullable(),
  recipients: recipientsSchema.nullable(),
  subject: line.nullable(),
  text,
  html: text.nullable(),
  canned: z.array(rowId).max(100),
});

export const DRAFT_COMMANDS = {
  /** What is being written and neither sent nor thrown away; the newest first. */
  'draft.list': query<readonly DraftRow[]>()(nothing),
  'draft.get': query<DraftView>()(z.object({ id: rowId })),
  /**
   * An answer without words, files or anything chosen is none: null, and what there was of it is gone. Files are kept as they are.
   * Fails with not-found where it was sent or thrown away meanwhile: what is written then begins anew, with `id` null.
   */
  'draft.save': command<DraftView | null>()(draftToSave),
  /** A new mail, or a message passed on with its files and its text below. */
  'draft.begin': command<DraftView>()(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('new'), account: z.string().max(100).nullable(), to: people }),
      z.object({ kind: z.literal('forward'), message: rowId }),
    ]),
  ),
  /** Answers what draft.bringBack needs. */
  'draft.discard': command<null>()(z.object({ id: rowId })),
  'draft.bringBack': command<DraftView>()(z.object({ id: rowId })),
  /** Fails with message-too-large where the server of its account takes no more. A picture within the text has a contentId. */
  'draft.addFile': command<DraftFile>()(
    z.object({
      id: rowId,
      fileName: z.string().max(500),
      contentType: z.string().max(200),
      contentId: z.string().max(200).nullable(),
      bytes: z.instanceof(Uint8Array),
    }),
  ),
  'draft.removeFile': command<null>()(z.object({ file: rowId })),
  'draft.fileContent': query<{ readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array }>()(
    z.object({ file: rowId }),
  ),
  /** As it was saved last. Undone with outbox.undo, which answers the draft as it stood. */
  'draft.send': command<DeliveryView>()(
    z.object({
      id: rowId,
      /** null: after the undo time. */
      sendAt: instant.nullable(),
      /** Skip the undo time. */
      now: z.boolean(),
    }),
  ),
} as const;
