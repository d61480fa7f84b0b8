// What was thrown away, and since when: for the list of it, and for what is to go for good. Throwing away itself is a decision like
// any other (conversation-table.ts).
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type Trashed = { readonly id: ConversationId; readonly deletedAt: Instant };

export type TrashTable = {
  /** Thrown away last first. */
  readonly page: (limit: number, offset: number) => readonly Trashed[];
  readonly count: () => number;
  /**
   * Up to so many that were thrown away before that instant, the oldest first. None of which an answer is still under way, and none
   * that lies elsewhere than in the trash of a server that has one: it was not taken there yet, or somebody took it out again.
   */
  readonly before: (at: Instant, limit: number) => readonly ConversationId[];
};

export function createTrashTable(db: Database): TrashTable {
  const selectPage = db.prepare<[number, number], Trashed>(
    `SELECT id, deleted_at AS deletedAt FROM conversation WHERE deleted_at IS NOT NULL
     ORDER BY deleted_at DESC, id DESC LIMIT ? OFFSET ?`,
  );
  const selectCount = db.prepare<[], number>('SELECT count(*) FROM conversation WHERE deleted_at IS NOT NULL').pluck();
  const selectBefore = db
    .prepare<[number, number], number>(
      `SELECT id FROM conversation WHERE deleted_at < ?
         AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.conversation_id = conversation.id AND delivery.state <> 'sent')
         AND NOT EXISTS (
           SELECT 1 FROM message JOIN message_place ON message_place.message_id = message.id AND message_place.uid > 0
             JOIN mailbox ON mailbox.id = message_place.mailbox_id AND mailbox.role IS NOT 'trash'
             JOIN account ON account.id = mailbox.account_id AND account.detached_at IS NULL
             JOIN mailbox AS bin ON bin.account_id = account.id AND bin.role = 'trash'
           WHERE message.conversation_id = conversation.id)
       ORDER BY deleted_at LIMIT ?`,
    )
    .pluck();
  return {
    page: (limit, offset) => selectPage.all(limit, offset),
    count: () => selectCount.get() ?? 0,
    before: (at, limit) => selectBefore.all(at, limit),
  };
}
