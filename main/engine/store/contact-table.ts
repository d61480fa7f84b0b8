// What the owner keeps of people: cards with several addresses, and marks by address. Who has no card is known by his address
// alone; what his letters say of him comes from the conversations themselves.
import type { Card, OwnField } from '../../domain/contact/card.ts';
import type { Language } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type StoredContact = Card & {
  readonly id: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
};

/** What a card says that changes how its person is greeted and ranked. */
export type ToldOf = Pick<Card, 'name' | 'company' | 'language' | 'tags'>;

export type ContactTable = {
  readonly isVip: (address: string) => boolean;
  readonly setVip: (address: string, isVip: boolean) => void;
  /** Every address that is marked so. */
  readonly vips: () => readonly string[];
  readonly of: (address: string) => StoredContact | null;
  readonly told: (address: string) => ToldOf | null;
  /** As the owner wrote it on the card; '': nowhere. */
  readonly nameOf: (address: string) => string;
  /** Every address of this person, the first of his card first; itself alone where there is no card. */
  readonly handlesOf: (address: string) => readonly string[];
  /** In the order in which they were made. */
  readonly all: () => readonly StoredContact[];
  /** Answers its id; null draws one. An address that another card had is this one's from now on. */
  readonly save: (contact: Omit<StoredContact, 'id'> & { readonly id: number | null }) => number;
  readonly remove: (id: number) => void;
};

type Row = {
  readonly id: number;
  readonly name: string;
  readonly company: string;
  readonly language: Language | null;
  readonly note: string;
  readonly tags: string;
  readonly fields: string;
  readonly created_at: number;
  readonly changed_at: number;
};

const COLUMNS = 'id, name, company, language, note, tags, fields, created_at, changed_at';

export function createContactTable(db: Database): ContactTable {
  const selectVip = db.prepare<[string], number>('SELECT is_vip FROM contact_mark WHERE address = ?').pluck();
  const upsertVip = db.prepare<[string]>(
    'INSERT INTO contact_mark (address, is_vip) VALUES (?, 1) ON CONFLICT (address) DO UPDATE SET is_vip = 1',
  );
  const deleteMark = db.prepare<[string]>('DELETE FROM contact_mark WHERE address = ?');
  const selectVips = db.prepare<[], string>('SELECT address FROM contact_mark WHERE is_vip = 1').pluck();
  const selectOf = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM contact WHERE id = (SELECT contact_id FROM contact_handle WHERE address = ?)`,
  );
  const selectTold = db.prepare<[string], Pick<Row, 'name' | 'company' | 'language' | 'tags'>>(
    `SELECT name, company, language, tags FROM contact
     WHERE id = (SELECT contact_id FROM contact_handle WHERE address = ?)`,
  );
  const selectName = db
    .prepare<[string], string>(
      'SELECT name FROM contact WHERE id = (SELECT contact_id FROM contact_handle WHERE address = ?)',
    )
    .pluck();
  const selectHandles = db
    .prepare<[number], string>('SELECT address FROM contact_handle WHERE contact_id = ? ORDER BY position')
    .pluck();
  const selectId = db.prepare<[string], number>('SELECT contact_id FROM contact_handle WHERE address = ?').pluck();
  const selectAll = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM contact ORDER BY id`);
  const upsert = db.prepare(
    `INSERT INTO contact (${COLUMNS})
     VALUES (@id, @name, @company, @language, @note, @tags, @fields, @createdAt, @changedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company, language = excluded.language,
       note = excluded.note, tags = excluded.tags, fields = excluded.fields, created_at = excluded.created_at,
       changed_at = excluded.changed_at`,
  );
  const deleteHandles = db.prepare<[number]>('DELETE FROM contact_handle WHERE contact_id = ?');
  const insertHandle = db.prepare<[string, number, number]>(
    'INSERT OR REPLACE INTO contact_handle (address, contact_id, position) VALUES (?, ?, ?)',
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM contact WHERE id = ?');

  const fromRow = (row: Row): StoredContact => ({
    id: row.id,
    name: row.name,
    company: row.company,
    language: row.language,
    note: row.note,
    tags: JSON.parse(row.tags) as readonly string[],
    fields: JSON.parse(row.fields) as readonly OwnField[],
    handles: selectHandles.all(row.id),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  });
  return {
    isVip: (address) => selectVip.get(address.toLowerCase()) === 1,
    // Of whom nothing is said, no address is kept.
    setVip: (address, isVip) => void (isVip ? upsertVip : deleteMark).run(address.toLowerCase()),
    vips: () => selectVips.all(),
    of: (address) => {
      const row = selectOf.get(address.toLowerCase());
      return row === undefined ? null : fromRow(row);
    },
    told: (address) => {
      const row = selectTold.get(address.toLowerCase());
      return row === undefined ? null : { ...row, tags: JSON.parse(row.tags) as readonly string[] };
    },
    nameOf: (address) => selectName.get(address.toLowerCase()) ?? '',
    handlesOf: (address) => {
      // Asked of every letter that comes in: most people have no card, and then this is all.
      const id = selectId.get(address.toLowerCase());
      return id === undefined ? [address.toLowerCase()] : selectHandles.all(id);
    },
    all: () => selectAll.all().map(fromRow),
    save: ({ handles, tags, fields, ...contact }) => {
      const saved = upsert.run({ ...contact, tags: JSON.stringify(tags), fields: JSON.stringify(fields) });
      const id = contact.id ?? Number(saved.lastInsertRowid);
      deleteHandles.run(id);
      for (const [position, address] of handles.entries()) insertHandle.run(address.toLowerCase(), id, position);
      return id;
    },
    remove: (id) => void deleteOne.run(id),
  };
}
