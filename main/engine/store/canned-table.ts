// Canned replies and how often each was used. Filling one in is domain/canned; the starter set is engine/canned.
import type { CannedReply } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type CannedTexts = CannedReply['texts'];
export type CannedDraft = Pick<CannedReply, 'code' | 'title' | 'tags' | 'texts'>;

export type CannedTable = {
  /** By code. */
  readonly list: () => readonly CannedReply[];
  readonly get: (id: number) => CannedReply | null;
  /** `code` as stored: lower case. */
  readonly findByCode: (code: string) => CannedReply | null;
  /** Answers the new row's id. Throws when the code is taken. */
  readonly add: (draft: CannedDraft) => number;
  readonly update: (id: number, draft: CannedDraft) => void;
  /** False when there was none. */
  readonly remove: (id: number) => boolean;
  /** Counts one use: to be called when a reply made from it is sent. */
  readonly countUse: (id: number, at: Instant) => void;
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
type Written = { readonly code: string; readonly title: string; readonly tags: string; readonly texts: string };

export function createCannedTable(db: Database): CannedTable {
  const columns = 'id, code, title, tags, texts, used_count, last_used_at';
  const selectAll = db.prepare<[], Row>(`SELECT ${columns} FROM canned_reply ORDER BY code`);
  const selectOne = db.prepare<[number], Row>(`SELECT ${columns} FROM canned_reply WHERE id = ?`);
  const selectByCode = db.prepare<[string], Row>(`SELECT ${columns} FROM canned_reply WHERE code = ?`);
  const insert = db.prepare<Written>(
    'INSERT INTO canned_reply (code, title, tags, texts) VALUES (@code, @title, @tags, @texts)',
  );
  const updateOne = db.prepare<Written & { readonly id: number }>(
    'UPDATE canned_reply SET code = @code, title = @title, tags = @tags, texts = @texts WHERE id = @id',
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM canned_reply WHERE id = ?');
  const updateUse = db.prepare<[Instant, number]>(
    'UPDATE canned_reply SET used_count = used_count + 1, last_used_at = ? WHERE id = ?',
  );
  return {
    list: () => selectAll.all().map(fromRow),
    get: (id) => rowOrNull(selectOne.get(id)),
    findByCode: (code) => rowOrNull(selectByCode.get(code)),
    add: (draft) => Number(insert.run(written(draft)).lastInsertRowid),
    update: (id, draft) => void updateOne.run({ id, ...written(draft) }),
    remove: (id) => deleteOne.run(id).changes > 0,
    countUse: (id, at) => void updateUse.run(at, id),
  };
}

const rowOrNull = (row: Row | undefined): CannedReply | null => (row === undefined ? null : fromRow(row));

const fromRow = (row: Row): CannedReply => ({
  id: row.id,
  code: row.code,
  title: row.title,
  tags: JSON.parse(row.tags) as string[],
  texts: JSON.parse(row.texts) as CannedTexts,
  usedCount: row.used_count,
  lastUsedAt: row.last_used_at,
});

const written = ({ code, title, tags, texts }: CannedDraft): Written => ({
  code,
  title,
  tags: JSON.stringify(tags),
  texts: JSON.stringify(texts),
});
