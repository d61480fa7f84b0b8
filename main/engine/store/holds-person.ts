// Does a copy of a desk hold anything of a person? Asked of files that are not the desk itself, and may be of an earlier schema.
import BetterSqlite3 from 'better-sqlite3';
import type { Database } from './database.ts';
import { createPersonTable } from './person-table.ts';

/** A copy that cannot be read is taken to hold him: nobody can show that it does not. `addresses` lower case. */
export function holdsPerson(file: string, addresses: readonly string[]): boolean {
  try {
    const db = new BetterSqlite3(file, { readonly: true, timeout: 1_000 });
    try {
      const people = createPersonTable(db);
      return addresses.some(
        (address) =>
          people.messagesOf(address).length > 0 || people.conversationsWith(address).length > 0 || hasCard(db, address),
      );
    } finally {
      db.close();
    }
  } catch {
    return true;
  }
}

/** Earlier schemas know no cards. */
function hasCard(db: Database, address: string): boolean {
  const known = db.prepare<[], number>("SELECT 1 FROM sqlite_schema WHERE name = 'contact_handle'").pluck().get();
  if (known === undefined) return false;
  return db.prepare<[string], number>('SELECT 1 FROM contact_handle WHERE address = ?').pluck().get(address) === 1;
}
