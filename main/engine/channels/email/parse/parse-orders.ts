// What goes to a parse worker and back.
import type { PreparedMail } from '../../../ingest/prepared-mail.ts';
import type { FetchedPieces } from './parse-pieces.ts';

export type ParseJob =
  | { readonly kind: 'whole'; readonly length: number; readonly withFiles: boolean }
  | { readonly kind: 'pieces'; readonly pieces: FetchedPieces };

export type ParseOrder = {
  readonly id: number;
  /** All whole mails behind each other, in the order of their jobs: one transfer instead of many copies. */
  readonly bytes: ArrayBuffer;
  readonly jobs: readonly ParseJob[];
};

export type ParseAnswer = { readonly id: number; readonly mails: readonly PreparedMail[] };

/** Said once, when the code is loaded: deadlines count from there. */
export const WORKER_READY = 'ready';
