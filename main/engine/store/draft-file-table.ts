// The files of drafts, pictures within their text too. They go with their draft.
import type { DraftFile, DraftId } from '../../contract/drafts.ts';
import type { Database } from './database.ts';

export type DraftFileRow = DraftFile & { readonly draft: DraftId };

export type DraftFileTable = {
  /** In the order in which they were added. */
  readonly ofDraft: (draft: DraftId) => readonly DraftFileRow[];
  readonly get: (id: number) => DraftFileRow | null;
  readonly content: (id: number) => Uint8Array | null;
  readonly add: (
    draft: DraftId,
    file: Pick<DraftFile, 'fileName' | 'contentType' | 'contentId'>,
    content: Uint8Array,
  ) => DraftFileRow;
  readonly remove: (id: number) => void;
};

type Row = {
  readonly id: number;
  readonly draft_id: number;
  readonly file_name: string;
  readonly content_type: string;
  readonly size: number;
  readonly content_id: string | null;
};

const COLUMNS = 'id, draft_id, file_name, content_type, size, content_id';

export function createDraftFileTable(db: Database): DraftFileTable {
  const selectOf = db.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM draft_file WHERE draft_id = ? ORDER BY position, id`,
  );
  const selectOne = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM draft_file WHERE id = ?`);
  const selectContent = db.prepare<[number], Uint8Array>('SELECT content FROM draft_file WHERE id = ?').pluck();
  const insert = db.prepare(
    `INSERT INTO draft_file (draft_id, position, file_name, content_type, size, content_id, content)
     VALUES (@draft, (SELECT COALESCE(MAX(position) + 1, 0) FROM draft_file WHERE draft_id = @draft),
       @fileName, @contentType, @size, @contentId, @content)`,
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM draft_file WHERE id = ?');
  return {
    ofDraft: (draft) => selectOf.all(draft).map(fromRow),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    content: (id) => selectContent.get(id) ?? null,
    add: (draft, { fileName, contentType, contentId }, content) => {
      const size = content.byteLength;
      const added = insert.run({ draft, fileName, contentType, size, contentId, content });
      return { id: Number(added.lastInsertRowid), draft, fileName, contentType, size, contentId };
    },
    remove: (id) => void deleteOne.run(id),
  };
}

const fromRow = (row: Row): DraftFileRow => ({
  id: row.id,
  draft: row.draft_id,
  fileName: row.file_name,
  contentType: row.content_type,
  size: row.size,
  contentId: row.content_id,
});
