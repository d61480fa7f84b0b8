// Which people the owner said are the same, and how their cards were before; and which he said are not, so that nobody asks again.
import type { Card } from '../../domain/contact/card.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

/** The cards of both as they were, and which of their addresses were marked VIP.. */
export type BeforeMerge = {
  readonly one: Card;
  readonly other: Card;
  readonly hadCard: { readonly one: boolean; readonly other: boolean };
  readonly vips: readonly string[];
};

export type ContactMerge = {
  readonly id: number;
  readonly one: string;
  readonly other: string;
  readonly said: 'same' | 'refused';
  /** null where they were refused. */
  readonly before: BeforeMerge | null;
  readonly at: Instant;
};

export type ContactMergeTable = {
  /** Those that name one of these addresses, the newest first. */
  readonly naming: (addresses: readonly string[]) => readonly ContactMerge[];
  readonly get: (id: number) => ContactMerge | null;
  /** Replaces what was said of the two before. A null id draws one. */
  readonly add: (merge: Omit<ContactMerge, 'id'> & { readonly id: number | null }) => number;
  readonly remove: (id: number) => void;
  /** None of them names this address any more. */
  readonly forget: (address: string) => void;
  /** What was said to be two people, of whom one has no letter, card or mark any more: the question cannot come up. */
  readonly forgetStrangers: () => void;
};

type Row = Omit<ContactMerge, 'before'> & { readonly before: string };

const fromRow = (row: Row): ContactMerge => ({
  ...row,
  before: row.said === 'refused' ? null : (JSON.parse(row.before) as BeforeMerge),
});

export function createContactMergeTable(db: Database): ContactMergeTable {
  const columns = 'id, one, other, said, before, at';
  const selectNaming = db.prepare<{ readonly addresses: string }, Row>(
    `SELECT ${columns} FROM contact_merge
     WHERE one IN (SELECT value FROM json_each(@addresses)) OR other IN (SELECT value FROM json_each(@addresses))
     ORDER BY id DESC`,
  );
  const selectOne = db.prepare<[number], Row>(`SELECT ${columns} FROM contact_merge WHERE id = ?`);
  const insert = db.prepare(
    `INSERT OR REPLACE INTO contact_merge (${columns}) VALUES (@id, @one, @other, @said, @before, @at)`,
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM contact_merge WHERE id = ?');
  // What stood on the cards before is his too.
  const deleteNaming = db.prepare<{ readonly address: string; readonly quoted: string }>(
    'DELETE FROM contact_merge WHERE one = @address OR other = @address OR instr(before, @quoted) > 0',
  );
  const isKnown = (column: 'one' | 'other'): string =>
    `(EXISTS (SELECT 1 FROM conversation WHERE customer_address = ${column})
      OR EXISTS (SELECT 1 FROM contact_handle WHERE address = ${column})
      OR EXISTS (SELECT 1 FROM contact_mark WHERE address = ${column} AND is_vip = 1))`;
  const deleteStrangers = db.prepare<[]>(
    `DELETE FROM contact_merge WHERE said = 'refused' AND NOT (${isKnown('one')} AND ${isKnown('other')})`,
  );
  const deleteEmptyMarks = db.prepare<[]>('DELETE FROM contact_mark WHERE is_vip = 0');
  return {
    naming: (addresses) => selectNaming.all({ addresses: JSON.stringify(addresses) }).map(fromRow),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    add: ({ before, ...merge }) =>
      Number(insert.run({ ...merge, before: before === null ? '' : JSON.stringify(before) }).lastInsertRowid),
    remove: (id) => void deleteOne.run(id),
    forgetStrangers: () => {
      deleteStrangers.run();
      deleteEmptyMarks.run();
    },
    forget: (address) => void deleteNaming.run({ address, quoted: JSON.stringify(address) }),
  };
}
