// Answers that are being written: one a conversation, so that a reload or a power cut costs no words.
import type { ConversationId, DraftView } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type DraftTable = {
  readonly get: (conversation: ConversationId) => DraftView | null;
  readonly save: (draft: DraftView) => void;
  readonly remove: (conversation: ConversationId) => void;
};

/** The one answer that is being written in a conversation. */
export const IS_OPEN_ANSWER = `kind = 'answer' AND discarded_at IS NULL AND delivery_id IS NULL`;

type Row = { readonly conversation_id: number; readonly text: string; readonly saved_at: Instant };

export function createDraftTable(db: Database): DraftTable {
  const select = db.prepare<[number], Row>(
    `SELECT conversation_id, text, saved_at FROM draft WHERE conversation_id = ? AND ${IS_OPEN_ANSWER}`,
  );
  const upsert = db.prepare<Row>(
    `INSERT INTO draft (kind, conversation_id, text, saved_at) VALUES ('answer', @conversation_id, @text, @saved_at)
     ON CONFLICT (conversation_id) WHERE ${IS_OPEN_ANSWER} DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
  );
  const remove = db.prepare<[number]>(`DELETE FROM draft WHERE conversation_id = ? AND ${IS_OPEN_ANSWER}`);
  return {
    get: (conversation) => {
      const row = select.get(conversation);
      return row === undefined ? null : { conversation: row.conversation_id, text: row.text, savedAt: row.saved_at };
    },
    save: (draft) =>
      void upsert.run({ conversation_id: draft.conversation, text: draft.text, saved_at: draft.savedAt }),
    remove: (conversation) => void remove.run(conversation),
  };
}
