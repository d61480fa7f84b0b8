// What saved replies are learned from: how many messages each answered, and how often which word stood in those. What the words are
// and what they weigh is domain/canned; whose message it was is kept so that it can be unlearned.
import type { CannedId } from '../../contract/canned.ts';
import type { MessageRowId } from '../../contract/views.ts';
import type { Database } from './database.ts';

export type WordCount = { readonly canned: CannedId; readonly word: string; readonly times: number };

export type CannedWordTable = {
  /** Counts of these words, of every reply; the word '' counts the answers. */
  readonly of: (words: readonly string[]) => readonly WordCount[];
  /** Of the replies there are, the most frequent first. */
  readonly all: () => readonly WordCount[];
  /** One message answered with it. Does nothing where that was learned before. */
  readonly learn: (canned: CannedId, message: MessageRowId, words: readonly string[]) => void;
  /** Does nothing where it was not learned. */
  readonly unlearn: (canned: CannedId, message: MessageRowId, words: readonly string[]) => void;
  /** The replies that were learned from a message. */
  readonly learnedFrom: (message: MessageRowId) => readonly CannedId[];
  /** null: of all. */
  readonly forget: (canned: CannedId | null) => void;
};

export function createCannedWordTable(db: Database): CannedWordTable {
  const counts = 'canned_id AS canned, word, times';
  const selectOf = db.prepare<[string], WordCount>(
    `SELECT ${counts} FROM canned_word WHERE word IN (SELECT value FROM json_each(?))`,
  );
  const selectAll = db.prepare<[], WordCount>(
    `SELECT ${counts} FROM canned_word JOIN canned_reply ON canned_reply.id = canned_id
     WHERE removed_at IS NULL ORDER BY times DESC, word`,
  );
  const insertUse = db.prepare<[number, number]>(
    'INSERT OR IGNORE INTO canned_use (canned_id, message_id) VALUES (?, ?)',
  );
  const deleteUse = db.prepare<[number, number]>('DELETE FROM canned_use WHERE canned_id = ? AND message_id = ?');
  const selectUses = db.prepare<[number], number>('SELECT canned_id FROM canned_use WHERE message_id = ?').pluck();
  const upWord = db.prepare<[number, string]>(
    `INSERT INTO canned_word (canned_id, word, times) VALUES (?, ?, 1)
     ON CONFLICT (canned_id, word) DO UPDATE SET times = times + 1`,
  );
  const downWord = db.prepare<[number, string]>(
    'UPDATE canned_word SET times = times - 1 WHERE canned_id = ? AND word = ?',
  );
  const deleteSpent = db.prepare<[number]>('DELETE FROM canned_word WHERE canned_id = ? AND times <= 0');
  const deleteWords = db.prepare<{ readonly id: CannedId | null }>(
    'DELETE FROM canned_word WHERE @id IS NULL OR canned_id = @id',
  );
  const deleteUses = db.prepare<{ readonly id: CannedId | null }>(
    'DELETE FROM canned_use WHERE @id IS NULL OR canned_id = @id',
  );
  return {
    of: (words) => selectOf.all(JSON.stringify(['', ...words])),
    all: () => selectAll.all(),
    learn: (canned, message, words) => {
      if (insertUse.run(canned, message).changes === 0) return;
      for (const word of ['', ...words]) upWord.run(canned, word);
    },
    unlearn: (canned, message, words) => {
      if (deleteUse.run(canned, message).changes === 0) return;
      for (const word of ['', ...words]) downWord.run(canned, word);
      deleteSpent.run(canned);
    },
    learnedFrom: (message) => selectUses.all(message),
    forget: (id) => {
      deleteWords.run({ id });
      deleteUses.run({ id });
    },
  };
}
