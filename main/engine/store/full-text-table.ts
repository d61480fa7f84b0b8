// The words of every message, for search. The index is contentless: it finds row ids, newest first because row ids follow
// arrival; what is shown comes from the messages themselves. How a query is understood is engine/search's.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type Words = {
  readonly subject: string;
  readonly sender: string;
  readonly recipients: string;
  readonly body: string;
  readonly attachments: string;
};

/** Every condition may be null: not asked for. */
export type SearchConditions = {
  /** FTS5 query syntax over the columns of Words, or null for messages that only the other conditions choose. */
  readonly match: string | null;
  readonly after: Instant | null;
  readonly before: Instant | null;
  /** A role, or part of a name, lower case. */
  readonly mailbox: string | null;
  readonly channel: string | null;
  readonly withAttachment: boolean;
};

export type FoundMessage = {
  readonly message: MessageRowId;
  readonly conversation: ConversationId;
  readonly who: string;
  readonly subject: string;
  readonly at: Instant;
};

export type FullTextTable = {
  /** In ascending order of row id where there are several: FTS5 writes its buffer out at every step backwards. */
  readonly add: (message: MessageRowId, words: Words) => void;
  readonly remove: (message: MessageRowId) => void;
  /** Newest first. Throws on bad FTS5 syntax. */
  readonly find: (conditions: SearchConditions, limit: number) => readonly FoundMessage[];
  /** Messages in the index, and messages there are. Counted again only after something was written. */
  readonly counts: () => { readonly indexed: number; readonly messages: number };
};

type Row = {
  readonly id: number;
  readonly conversation_id: number;
  readonly from_name: string;
  readonly from_address: string;
  readonly subject: string;
  readonly at: number;
};

const conditions = `
  (@mailbox IS NULL OR EXISTS (SELECT 1 FROM message_place JOIN mailbox ON mailbox.id = message_place.mailbox_id
    WHERE message_place.message_id = message.id AND (mailbox.role = @mailbox OR instr(lower(mailbox.path), @mailbox) > 0)))
  AND (@channel IS NULL OR message.channel = @channel)
  AND (@withAttachment = 0 OR EXISTS (SELECT 1 FROM attachment
    WHERE attachment.message_id = message.id AND attachment.is_inline = 0))`;
const columns =
  'message.id, message.conversation_id, message.from_name, message.from_address, message.subject, message.at';

export const SEARCH_SQL = {
  // CROSS JOIN holds SQLite to this order: walk the index newest first, look each row up, stop at the limit.
  words: `SELECT ${columns} FROM message_fts CROSS JOIN message ON message.id = message_fts.rowid
    WHERE message_fts MATCH @match AND message_fts.rowid >= @first AND message_fts.rowid <= @last AND ${conditions}
    ORDER BY message_fts.rowid DESC LIMIT @limit`,
  rows: `SELECT ${columns} FROM message WHERE message.id >= @first AND message.id <= @last AND ${conditions}
    ORDER BY message.id DESC LIMIT @limit`,
} as const;

/** Row ids are the instant times this: see message-ids.ts. */
const IDS_PER_MS = 1_000;

export function createFullTextTable(db: Database): FullTextTable {
  const insert = db.prepare<[number, string, string, string, string, string]>(
    'INSERT INTO message_fts (rowid, subject, sender, recipients, body, attachments) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM message_fts WHERE rowid = ?');
  const selectWords = db.prepare<object, Row>(SEARCH_SQL.words);
  const selectRows = db.prepare<object, Row>(SEARCH_SQL.rows);
  const selectIndexed = db.prepare<[], number>('SELECT count(*) FROM message_fts').pluck();
  const selectMessages = db.prepare<[], number>('SELECT count(*) FROM message').pluck();
  const selectWritten = db.prepare<[], number>('SELECT total_changes()').pluck();
  // Counting 50,000 rows twice takes longer than the search itself.
  let counted = { indexed: 0, messages: 0, written: -1, foreign: -1 };
  return {
    add: (message, words) =>
      void insert.run(message, words.subject, words.sender, words.recipients, words.body, words.attachments),
    remove: (message) => void deleteOne.run(message),
    find: (wanted, limit) => {
      const values = {
        match: wanted.match,
        first: wanted.after === null ? 0 : wanted.after * IDS_PER_MS,
        last: wanted.before === null ? Number.MAX_SAFE_INTEGER : wanted.before * IDS_PER_MS - 1,
        mailbox: wanted.mailbox,
        channel: wanted.channel,
        withAttachment: Number(wanted.withAttachment),
        limit,
      };
      const { match, ...others } = values;
      const rows = match === null ? selectRows.all(others) : selectWords.all(values);
      return rows.map((row) => ({
        message: row.id,
        conversation: row.conversation_id,
        who: row.from_name === '' ? row.from_address : row.from_name,
        subject: row.subject,
        at: row.at,
      }));
    },
    counts: () => {
      const written = selectWritten.get() ?? 0;
      const foreign = db.pragma('data_version', { simple: true }) as number;
      if (written !== counted.written || foreign !== counted.foreign) {
        counted = { indexed: selectIndexed.get() ?? 0, messages: selectMessages.get() ?? 0, written, foreign };
      }
      return { indexed: counted.indexed, messages: counted.messages };
    },
  };
}
