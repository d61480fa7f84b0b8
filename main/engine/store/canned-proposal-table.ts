// Own answers that are alike, and what the owner said of making one saved reply of them; and the own answers to look for such among.
// What is alike is domain/canned.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type { CannedLanguage } from '../../domain/canned/template.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type ProposalRow = {
  readonly id: number;
  /** A digest of the words they share. */
  readonly likeness: string;
  readonly messages: readonly MessageRowId[];
  /** '' once it was answered. */
  readonly text: string;
  readonly language: CannedLanguage;
  readonly said: 'saved' | 'refused' | null;
  readonly foundAt: Instant;
};
export type OwnAnswer = {
  readonly id: MessageRowId;
  readonly conversation: ConversationId;
  readonly at: Instant;
};

export type CannedProposalTable = {
  /** The newest first. */
  readonly list: () => readonly ProposalRow[];
  readonly get: (id: number) => ProposalRow | null;
  /** Does nothing where one of that likeness was found before, whatever was said of it. */
  readonly add: (proposal: Omit<ProposalRow, 'id' | 'said'>) => void;
  readonly say: (id: number, said: ProposalRow['said'], text: string) => void;
  readonly remove: (id: number) => void;
  /** The newest mail by a person of ours, up to `limit`, the newest first. */
  readonly ownAnswers: (limit: number) => readonly OwnAnswer[];
  /** The newest own mail there is, by row; 0 when there is none. */
  readonly newestOwn: () => MessageRowId;
};

type Row = Omit<ProposalRow, 'messages' | 'language'> & { readonly messages: string; readonly language: string };

const OWN = `direction = 'out' AND kind = 'human' AND channel = 'email'`;

export function createCannedProposalTable(db: Database): CannedProposalTable {
  const rows = 'SELECT id, likeness, messages, text, language, said, found_at AS foundAt FROM canned_proposal';
  const selectAll = db.prepare<[], Row>(`${rows} ORDER BY found_at DESC, id DESC`);
  const selectOne = db.prepare<[number], Row>(`${rows} WHERE id = ?`);
  const insert = db.prepare<[string, string, string, string, Instant]>(
    `INSERT OR IGNORE INTO canned_proposal (likeness, messages, text, language, found_at) VALUES (?, ?, ?, ?, ?)`,
  );
  const update = db.prepare<[string | null, string, number]>(
    'UPDATE canned_proposal SET said = ?, text = ? WHERE id = ?',
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM canned_proposal WHERE id = ?');
  const selectAnswers = db.prepare<[number], OwnAnswer>(
    `SELECT id, conversation_id AS conversation, at FROM message WHERE ${OWN} ORDER BY id DESC LIMIT ?`,
  );
  const selectNewest = db.prepare<[], number | null>(`SELECT MAX(id) FROM message WHERE ${OWN}`).pluck();
  return {
    list: () => selectAll.all().map(fromRow),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    add: ({ likeness, messages, text, language, foundAt }) =>
      void insert.run(likeness, JSON.stringify(messages), text, language, foundAt),
    say: (id, said, text) => void update.run(said, text, id),
    remove: (id) => void deleteOne.run(id),
    ownAnswers: (limit) => selectAnswers.all(limit),
    newestOwn: () => selectNewest.get() ?? 0,
  };
}

const fromRow = (row: Row): ProposalRow => ({
  ...row,
  messages: JSON.parse(row.messages) as MessageRowId[],
  language: row.language as CannedLanguage,
});
