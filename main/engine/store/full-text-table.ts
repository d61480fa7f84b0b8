// The words of every message, for search. The index is contentless: it finds row ids, and what is shown comes from the messages
// themselves. Which words those are is engine/search's (indexed-words.ts); looking them up is search-rows.ts.
import BetterSqlite3 from 'better-sqlite3';
import type { MessageRowId } from '../../contract/views.ts';
import type { Database } from './database.ts';
import { createSearchRows, type SearchRows } from './search-rows.ts';

export type Words = {
  readonly subject: string;
  readonly sender: string;
  readonly recipients: string;
  readonly body: string;
  readonly attachments: string;
};

export type FullTextTable = SearchRows & {
  /** In ascending order of row id where there are several: FTS5 writes its buffer out at every step backwards. */
  readonly add: (message: MessageRowId, words: Words) => void;
  readonly remove: (message: MessageRowId) => void;
  /** The newest messages whose words are not in the index. */
  readonly missing: (most: number) => readonly MessageRowId[];
  /** Words of messages that are no more. */
  readonly removeStrays: () => void;
  /** Reads the whole index. */
  readonly isSound: () => boolean;
  readonly empty: () => void;
  /** Messages in the index, and messages there are. Counted again only after something was written. */
  readonly counts: () => { readonly indexed: number; readonly messages: number };
};

export function createFullTextTable(db: Database): FullTextTable {
  const insert = db.prepare<[number, string, string, string, string, string]>(
    'INSERT INTO message_fts (rowid, subject, sender, recipients, body, attachments) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM message_fts WHERE rowid = ?');
  const selectMissing = db
    .prepare<[number], number>(
      `SELECT message.id FROM message WHERE NOT EXISTS (SELECT 1 FROM message_fts_docsize WHERE message_fts_docsize.id = message.id)
         ORDER BY message.id DESC LIMIT ?`,
    )
    .pluck();
  const deleteStrays = db.prepare<[]>(
    'DELETE FROM message_fts WHERE rowid IN (SELECT id FROM message_fts_docsize WHERE id NOT IN (SELECT id FROM message))',
  );
  const checkIndex = db.prepare<[]>("INSERT INTO message_fts (message_fts) VALUES ('integrity-check')");
  const deleteAll = db.prepare<[]>("INSERT INTO message_fts (message_fts) VALUES ('delete-all')");
  const selectTotals = db.prepare<[], Buffer>('SELECT block FROM message_fts_data WHERE id = 1').pluck();
  const selectMessages = db.prepare<[], number>('SELECT count(*) FROM message').pluck();
  const selectWritten = db.prepare<[], number>('SELECT total_changes()').pluck();
  // Counting takes longer than the search itself.
  let counted = { indexed: 0, messages: 0, written: -1, foreign: -1 };
  return {
    ...createSearchRows(db),
    add: (message, words) =>
      void insert.run(message, words.subject, words.sender, words.recipients, words.body, words.attachments),
    remove: (message) => void deleteOne.run(message),
    missing: (most) => selectMissing.all(most),
    removeStrays: () => void deleteStrays.run(),
    isSound: () => {
      try {
        checkIndex.run();
        return true;
      } catch (error) {
        // SQLITE_CORRUPT_VTAB; a locked or full disk is another matter.
        if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_CORRUPT')) return false;
        throw error;
      }
    },
    empty: () => void deleteAll.run(),
    counts: () => {
      const written = selectWritten.get() ?? 0;
      const foreign = db.pragma('data_version', { simple: true }) as number;
      if (written !== counted.written || foreign !== counted.foreign) {
        counted = { indexed: rowsIn(selectTotals.get()), messages: selectMessages.get() ?? 0, written, foreign };
      }
      return { indexed: counted.indexed, messages: counted.messages };
    },
  };
}

/**
 * FTS5 keeps its number of rows at the head of its totals, as one of SQLite's variable-length integers (fts5_index.c, "Averages
 * record"): counting them takes 65 ms at 500,000. Seven bits a byte, the highest bit says that more follow.
 */
function rowsIn(totals: Uint8Array | undefined): number {
  let rows = 0;
  for (const byte of totals ?? []) {
    rows = rows * 128 + (byte & 0x7f);
    if (byte < 0x80) return rows;
  }
  return 0;
}
