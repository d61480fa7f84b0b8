// Conversations thrown away: out of everything at once, to be put back for a month.
import { z } from 'zod';
import type { Instant } from '../domain/instant.ts';
import type { Decisions } from '../domain/queue/decisions.ts';
import { command, query, rowId } from './command-spec.ts';
import type { QueueItem } from './views.ts';

/** How long what was thrown away can be put back, before it goes for good from this computer. */
export const TRASH_DAYS = 30;

export type TrashedView = { readonly item: QueueItem; readonly deletedAt: Instant; readonly goneAt: Instant };
export type TrashPage = { readonly trashed: readonly TrashedView[]; readonly total: number };

export const TRASH_COMMANDS = {
  /**
   * Its mails go to the server's trash too, as soon as that can be reached. Answers the decisions as they were; fails with
   * answer-waiting while an answer in it is still in the outbox.
   */
  'conversation.delete': command<Decisions>()(z.object({ id: rowId })),
  /** Back to where it stood, and its mails to where they lay. Changes nothing where it is not in the trash. */
  'conversation.undelete': command<Decisions>()(z.object({ id: rowId })),
  /** Thrown away last first. */
  'trash.list': query<TrashPage>()(
    z.object({ offset: z.number().int().min(0), limit: z.number().int().min(0).max(1_000) }),
  ),
} as const;
