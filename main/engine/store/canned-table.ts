// Saved replies and how often each was used, with the names of their files. Filling one in is domain/canned; the files' content is
// canned-file-table.ts, what was learned of them canned-word-table.ts; the starter set is engine/canned.
import type { CannedFile, CannedId, CannedReply } from '../../contract/canned.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type CannedTexts = CannedReply['texts'];
export type CannedDraft = Pick<CannedReply, 'code' | 'title' | 'tags' | 'texts'>;

export type CannedTable = {
  /** By code. */
  readonly list: () => readonly CannedReply[];
  readonly get: (id: CannedId) => CannedReply | null;
  /** `code` as stored: lower case. */
  readonly findByCode: (code: string) => CannedReply | null;
  /** Answers the new row's id. Throws when the code is taken. */
  readonly add: (draft: CannedDraft) => CannedId;
  readonly update: (id: CannedId, draft: CannedDraft) => void;
  /** Out of sight, its code free; false when there was none. */
  readonly setAside: (id: CannedId, at: Instant) => boolean;
  /** The code it had; null when it was not set aside. */
  readonly codeSetAside: (id: CannedId) => string | null;
  readonly bringBack: (id: CannedId, code: string) => void;
  /** Gone for good: what was set aside before then. */
  readonly removeSetAside: (before: Instant) => void;
  readonly remove: (id: CannedId) => void;
  /** Counts one use: to be called when a reply made from it is sent. */
  readonly countUse: (id: CannedId, at: Instant) => void;
  /** The answer was taken back. */
  readonly uncountUse: (id: CannedId) => void;
};

type Row = {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly tags: string;
  readonly texts: string;
  readonly used_count: number;
  readonly last_used_at: number | null;
};
type FileRow = CannedFile & { readonly canned: CannedId };
type Written = { readonly code: string; readonly title: string; readonly tags: string; readonly texts: string };

export function createCannedTable(db: Database): CannedTable {
  const columns = 'id, code, title, tags, texts, used_count, last_used_at';
  const rows = `SELECT ${columns} FROM canned_reply WHERE removed_at IS NULL`;
  const selectAll = db.prepare<[], Row>(`${rows} ORDER BY code`);
  const selectOne = db.prepare<[number], Row>(`${rows} AND id = ?`);
  const selectByCode = db.prepare<[string], Row>(`${rows} AND code = ?`);
  const files = 'id, canned_id AS canned, file_name AS fileName, content_type AS contentType, size';
  const selectFiles = db.prepare<[], FileRow>(`SELECT ${files} FROM canned_file ORDER BY canned_id, position`);
  const selectFilesOf = db.prepare<[number], FileRow>(
    `SELECT ${files} FROM canned_file WHERE canned_id = ? ORDER BY position`,
  );
  const insert = db.prepare<Written>(
    'INSERT INTO canned_reply (code, title, tags, texts) VALUES (@code, @title, @tags, @texts)',
  );
  const updateOne = db.prepare<Written & { readonly id: number }>(
    'UPDATE canned_reply SET code = @code, title = @title, tags = @tags, texts = @texts WHERE id = @id',
  );
  const updateAside = db.prepare<[Instant, number]>(
    `UPDATE canned_reply SET removed_at = ?, code = code || '~' || id WHERE id = ? AND removed_at IS NULL`,
  );
  const selectAside = db
    .prepare<[number], string>('SELECT code FROM canned_reply WHERE id = ? AND removed_at IS NOT NULL')
    .pluck();
  const updateBack = db.prepare<[string, number]>('UPDATE canned_reply SET removed_at = NULL, code = ? WHERE id = ?');
  const deleteAside = db.prepare<[Instant]>('DELETE FROM canned_reply WHERE removed_at < ?');
  const deleteOne = db.prepare<[number]>('DELETE FROM canned_reply WHERE id = ?');
  const updateUse = db.prepare<[Instant, number]>(
    'UPDATE canned_reply SET used_count = used_count + 1, last_used_at = ? WHERE id = ?',
  );
  const updateUnuse = db.prepare<[number]>(
    `UPDATE canned_reply SET used_count = MAX(0, used_count - 1),
       last_used_at = CASE WHEN used_count > 1 THEN last_used_at END WHERE id = ?`,
  );
  const withFiles = (row: Row | undefined): CannedReply | null =>
    row === undefined ? null : fromRow(row, selectFilesOf.all(row.id));
  return {
    list: () => {
      const all = Map.groupBy(selectFiles.all(), ({ canned }) => canned);
      return selectAll.all().map((row) => fromRow(row, all.get(row.id) ?? []));
    },
    get: (id) => withFiles(selectOne.get(id)),
    findByCode: (code) => withFiles(selectByCode.get(code)),
    add: (draft) => Number(insert.run(written(draft)).lastInsertRowid),
    update: (id, draft) => void updateOne.run({ id, ...written(draft) }),
    setAside: (id, at) => updateAside.run(at, id).changes > 0,
    codeSetAside: (id) => selectAside.get(id)?.replace(/~\d+$/, '') ?? null,
    bringBack: (id, code) => void updateBack.run(code, id),
    removeSetAside: (before) => void deleteAside.run(before),
    remove: (id) => void deleteOne.run(id),
    countUse: (id, at) => void updateUse.run(at, id),
    uncountUse: (id) => void updateUnuse.run(id),
  };
}

const fromRow = (row: Row, files: readonly FileRow[]): CannedReply => ({
  id: row.id,
  code: row.code,
  title: row.title,
  tags: JSON.parse(row.tags) as string[],
  texts: JSON.parse(row.texts) as CannedTexts,
  files: files.map(({ id, fileName, contentType, size }) => ({ id, fileName, contentType, size })),
  usedCount: row.used_count,
  lastUsedAt: row.last_used_at,
});

const written = ({ code, title, tags, texts }: CannedDraft): Written => ({
  code,
  title,
  tags: JSON.stringify(tags),
  texts: JSON.stringify(texts),
});
