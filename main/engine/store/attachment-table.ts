// Attachments: their description always, their bytes once somebody asked for them.
import type { MessageRowId } from '../../contract/views.ts';
import type { Database } from './database.ts';

export type AttachmentRow = {
  readonly id: number;
  readonly message: MessageRowId;
  readonly part: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly contentId: string | null;
  readonly isInline: boolean;
  readonly isHere: boolean;
};

export type AttachmentTable = {
  readonly add: (
    message: MessageRowId,
    position: number,
    attachment: Omit<AttachmentRow, 'id' | 'message' | 'isHere'> & { readonly content: Uint8Array | null },
  ) => void;
  readonly get: (id: number) => AttachmentRow | null;
  readonly ofMessage: (message: MessageRowId) => readonly AttachmentRow[];
  readonly content: (id: number) => Uint8Array | null;
  readonly keepContent: (id: number, content: Uint8Array) => void;
};

type Row = {
  readonly id: number;
  readonly message_id: number;
  readonly part: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly size: number;
  readonly content_id: string | null;
  readonly is_inline: number;
  readonly is_here: number;
};

const fromRow = (row: Row): AttachmentRow => ({
  id: row.id,
  message: row.message_id,
  part: row.part,
  fileName: row.file_name,
  contentType: row.content_type,
  size: row.size,
  contentId: row.content_id,
  isInline: row.is_inline === 1,
  isHere: row.is_here === 1,
});

export function createAttachmentTable(db: Database): AttachmentTable {
  const columns =
    'id, message_id, part, file_name, content_type, size, content_id, is_inline, content IS NOT NULL AS is_here';
  const insert = db.prepare<[number, number, string, string, string, number, string | null, number, Uint8Array | null]>(
    `INSERT INTO attachment (message_id, position, part, file_name, content_type, size, content_id, is_inline, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const selectOne = db.prepare<[number], Row>(`SELECT ${columns} FROM attachment WHERE id = ?`);
  const selectOf = db.prepare<[number], Row>(
    `SELECT ${columns} FROM attachment WHERE message_id = ? ORDER BY position`,
  );
  const selectContent = db.prepare<[number], Uint8Array | null>('SELECT content FROM attachment WHERE id = ?').pluck();
  const updateContent = db.prepare<[Uint8Array, number, number]>(
    'UPDATE attachment SET content = ?, size = ? WHERE id = ?',
  );
  return {
    add: (message, position, attachment) =>
      void insert.run(
        message,
        position,
        attachment.part,
        attachment.fileName,
        attachment.contentType,
        attachment.size,
        attachment.contentId,
        Number(attachment.isInline),
        attachment.content,
      ),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    ofMessage: (message) => selectOf.all(message).map(fromRow),
    content: (id) => selectContent.get(id) ?? null,
    // The server tells the encoded size; once the bytes are here, theirs is the true one.
    keepContent: (id, content) => void updateContent.run(content, content.byteLength, id),
  };
}
