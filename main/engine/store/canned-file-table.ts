// Files that saved replies carry, and their way into a draft. Which there are is told with each reply (canned-table.ts).
import type { CannedFile, CannedId } from '../../contract/canned.ts';
import type { Database } from './database.ts';

export type CannedFileTable = {
  readonly add: (
    canned: CannedId,
    file: Omit<CannedFile, 'id' | 'size'> & { readonly bytes: Uint8Array },
  ) => CannedFile;
  /** False when there was none. */
  readonly remove: (file: number) => boolean;
  readonly content: (file: number) => Uint8Array | null;
  /** From one reply to another. */
  readonly copy: (from: CannedId, to: CannedId) => void;
  /** Behind the files that the draft has; what lies there byte for byte under the same name is not added again. */
  readonly copyToDraft: (canned: CannedId, draft: number) => void;
};

export function createCannedFileTable(db: Database): CannedFileTable {
  const insert = db.prepare<
    [number, number, string, string, number, Uint8Array],
    never
  >(`INSERT INTO canned_file (canned_id, position, file_name, content_type, size, content)
     VALUES (?, (SELECT COALESCE(MAX(position), 0) + 1 FROM canned_file WHERE canned_id = ?), ?, ?, ?, ?)`);
  const deleteOne = db.prepare<[number]>('DELETE FROM canned_file WHERE id = ?');
  const selectContent = db.prepare<[number], Uint8Array>('SELECT content FROM canned_file WHERE id = ?').pluck();
  const copyOver = db.prepare<[number, number]>(
    `INSERT INTO canned_file (canned_id, position, file_name, content_type, size, content)
     SELECT ?, position, file_name, content_type, size, content FROM canned_file WHERE canned_id = ? ORDER BY position`,
  );
  const copyInto = db.prepare<{ readonly canned: CannedId; readonly draft: number }>(
    `INSERT INTO draft_file (draft_id, position, file_name, content_type, size, content_id, content)
     SELECT @draft, (SELECT COALESCE(MAX(position), 0) FROM draft_file WHERE draft_id = @draft) + own.position,
       own.file_name, own.content_type, own.size, NULL, own.content
     FROM canned_file own WHERE own.canned_id = @canned AND NOT EXISTS (
       SELECT 1 FROM draft_file there WHERE there.draft_id = @draft AND there.content_id IS NULL
         AND there.file_name = own.file_name AND there.size = own.size AND there.content = own.content)
     ORDER BY own.position`,
  );
  return {
    add: (canned, { bytes, ...file }) => {
      const size = bytes.byteLength;
      const { lastInsertRowid } = insert.run(canned, canned, file.fileName, file.contentType, size, bytes);
      return { id: Number(lastInsertRowid), ...file, size };
    },
    remove: (file) => deleteOne.run(file).changes > 0,
    content: (file) => selectContent.get(file) ?? null,
    copy: (from, to) => void copyOver.run(to, from),
    copyToDraft: (canned, draft) => void copyInto.run({ canned, draft }),
  };
}
