// The commands about what the owner is writing.
import { z } from 'zod';
import { command, instant, line, nothing, query, rowId, text } from './command-spec.ts';
import { DRAFT_KINDS, type DraftFile, type DraftRow, type DraftView } from './drafts.ts';
import type { DeliveryView } from './views.ts';

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
