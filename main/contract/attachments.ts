// Files that came with a message: what is told of them, and what the engine answers about their bytes. Opening and saving them is
// the shell's (shell-commands.ts).
import { z } from 'zod';
import type { Caution } from '../domain/attachment/caution.ts';
import { query, rowId } from './command-spec.ts';

export type AttachmentView = {
  readonly id: number;
  /** Already safe on Windows, macOS and Linux. */
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly contentId: string | null;
  readonly isInline: boolean;
  /** Its bytes are on this machine. */
  readonly isHere: boolean;
  /** Why it is not opened but only saved, as far as its name tells; null: nothing against it. */
  readonly caution: Caution | null;
};

/** What a preview as plain letters takes at most; the rest is for the owner's own program. */
export const MOST_TEXT_BYTES = 1_048_576;
/** What a preview of a picture or a PDF takes at most. */
export const MOST_PREVIEW_BYTES = 50_000_000;

export const ATTACHMENT_COMMANDS = {
  'attachment.content': query<{
    readonly fileName: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
    /** By its name and by its bytes. */
    readonly caution: Caution | null;
  }>()(z.object({ id: rowId })),
  /** Its first megabyte as letters, whatever charset it is in. Fails with not-possible-now where it is no text. */
  'attachment.text': query<{ readonly text: string; readonly isCut: boolean }>()(z.object({ id: rowId })),
  /** The inline image that an HTML mail names by `cid:`. */
  'attachment.inline': query<{ readonly contentType: string; readonly bytes: Uint8Array }>()(
    z.object({ message: rowId, contentId: z.string().max(998) }),
  ),
} as const;

/** What became of a file that the owner wanted on his disk or on his screen. */
export type SavedFile =
  | { readonly kind: 'saved'; readonly path: string }
  /** It needs the owner's yes first, or is never opened at all. */
  | { readonly kind: 'held-back'; readonly caution: Caution };
export type OpenedFile = { readonly kind: 'opened' } | Extract<SavedFile, { readonly kind: 'held-back' }>;
export type SavedFiles = { readonly folder: string; readonly saved: number; readonly heldBack: readonly string[] };
