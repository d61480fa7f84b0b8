// The bodies of messages: plain text, HTML and headers, compressed, read only when a conversation is opened.
import type { MessageRowId } from '../../contract/views.ts';
import { expandText } from './compressed-text.ts';
import type { Database } from './database.ts';
import type { Headers, PackedBody } from './packed-body.ts';

export type MessageBody = { readonly text: string; readonly html: string | null };

export type BodyTable = {
  readonly add: (message: MessageRowId, body: PackedBody) => void;
  /** Text and HTML; the headers stay. */
  readonly replace: (message: MessageRowId, body: PackedBody) => void;
  /** null: there is no such message. */
  readonly get: (message: MessageRowId) => MessageBody | null;
  readonly text: (message: MessageRowId) => string;
  readonly headers: (message: MessageRowId) => Headers;
};

type Row = { readonly text_z: Uint8Array; readonly html_z: Uint8Array | null };

export function createBodyTable(db: Database): BodyTable {
  const insert = db.prepare<[number, Uint8Array, Uint8Array | null, Uint8Array]>(
    'INSERT INTO message_body (message_id, text_z, html_z, headers_z) VALUES (?, ?, ?, ?)',
  );
  const update = db.prepare<[Uint8Array, Uint8Array | null, number]>(
    'UPDATE message_body SET text_z = ?, html_z = ? WHERE message_id = ?',
  );
  const select = db.prepare<[number], Row>('SELECT text_z, html_z FROM message_body WHERE message_id = ?');
  const selectText = db.prepare<[number], Uint8Array>('SELECT text_z FROM message_body WHERE message_id = ?').pluck();
  const selectHeaders = db
    .prepare<[number], Uint8Array>('SELECT headers_z FROM message_body WHERE message_id = ?')
    .pluck();

  return {
    add: (message, { text, html, headers }) => void insert.run(message, text, html, headers),
    replace: (message, { text, html }) => void update.run(text, html, message),
    get: (message) => {
      const row = select.get(message);
      if (row === undefined) return null;
      return { text: expandText(row.text_z), html: row.html_z === null ? null : expandText(row.html_z) };
    },
    text: (message) => {
      const stored = selectText.get(message);
      return stored === undefined ? '' : expandText(stored);
    },
    headers: (message) => {
      const stored = selectHeaders.get(message);
      return stored === undefined ? {} : (JSON.parse(expandText(stored)) as Headers);
    },
  };
}
