// Which drafts have a copy among the server's, as of when, and which copies are still to be taken out there. A draft that goes, on
// whatever way, leaves its copy behind in that list: the desk's own trigger sees to it.
import type { DraftId } from '../../contract/drafts.ts';
import type { AccountId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type ServerDraft = {
  readonly id: DraftId;
  readonly savedAt: Instant;
  /** Bytes of all its files. */
  readonly fileBytes: number;
  /** Of its copy; null: it never had one. */
  readonly messageId: string | null;
  readonly account: AccountId | null;
};
export type GoneDraft = { readonly messageId: string; readonly account: AccountId };

export type ServerDraftTable = {
  /** Open ones whose copy is older than their words, or not there. */
  readonly stale: () => readonly ServerDraft[];
  /** Before the first byte of a copy leaves. */
  readonly begin: (id: DraftId, account: AccountId, messageId: string) => void;
  /** The copy there has the words of that moment. */
  readonly settle: (id: DraftId, savedAt: Instant) => void;
  /** Its copy is to be taken out. */
  readonly leave: (id: DraftId) => void;
  /** Drafts that were sent or thrown away and have their copy still. */
  readonly settled: () => readonly DraftId[];
  readonly gone: () => readonly GoneDraft[];
  readonly forget: (messageIds: readonly string[]) => void;
};

type Row = {
  readonly id: number;
  readonly saved_at: Instant;
  readonly file_bytes: number;
  readonly server_message_id: string | null;
  readonly server_account: string | null;
};

export function createServerDraftTable(db: Database): ServerDraftTable {
  const selectStale = db.prepare<[], Row>(
    `SELECT id, saved_at, server_message_id, server_account,
       (SELECT COALESCE(SUM(size), 0) FROM draft_file WHERE draft_id = draft.id) AS file_bytes
     FROM draft WHERE discarded_at IS NULL AND delivery_id IS NULL
       AND (server_saved_at IS NULL OR server_saved_at < saved_at) ORDER BY saved_at, id`,
  );
  const begin = db.prepare<[string, string, number]>(
    'UPDATE draft SET server_message_id = ?, server_account = ? WHERE id = ?',
  );
  const settle = db.prepare<[Instant, number]>('UPDATE draft SET server_saved_at = ? WHERE id = ?');
  const leave = [
    `INSERT OR IGNORE INTO server_draft_gone (message_id, account_id)
     SELECT server_message_id, server_account FROM draft WHERE server_message_id IS NOT NULL AND id = ?`,
    'UPDATE draft SET server_message_id = NULL, server_account = NULL, server_saved_at = NULL WHERE id = ?',
  ].map((sql) => db.prepare<[number]>(sql));
  const selectSettled = db
    .prepare<[], number>(
      `SELECT id FROM draft WHERE server_message_id IS NOT NULL AND (discarded_at IS NOT NULL OR delivery_id IS NOT NULL)`,
    )
    .pluck();
  const selectGone = db.prepare<[], GoneDraft>(
    'SELECT message_id AS messageId, account_id AS account FROM server_draft_gone ORDER BY account_id, message_id',
  );
  const deleteGone = db.prepare<[string]>('DELETE FROM server_draft_gone WHERE message_id = ?');
  return {
    stale: () =>
      selectStale.all().map((row) => ({
        id: row.id,
        savedAt: row.saved_at,
        fileBytes: row.file_bytes,
        messageId: row.server_message_id,
        account: row.server_account,
      })),
    begin: (id, account, messageId) => void begin.run(messageId, account, id),
    settle: (id, savedAt) => void settle.run(savedAt, id),
    leave: (id) => {
      for (const step of leave) step.run(id);
    },
    settled: () => selectSettled.all(),
    gone: () => selectGone.all(),
    forget: (messageIds) => {
      for (const messageId of messageIds) deleteGone.run(messageId);
    },
  };
}
