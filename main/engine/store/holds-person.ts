// Does a copy of a desk hold anything of a person? Asked of files that are not the desk itself, and may be of an earlier schema.
import BetterSqlite3 from 'better-sqlite3';
import { createPersonTable } from './person-table.ts';

/** A copy that cannot be read is taken to hold him: nobody can show that it does not. `address` lower case. */
export function holdsPerson(file: string, address: string): boolean {
  try {
    const db = new BetterSqlite3(file, { readonly: true, timeout: 1_000 });
    try {
      const people = createPersonTable(db);
      return people.messagesOf(address).length > 0 || people.conversationsWith(address).length > 0;
    } finally {
      db.close();
    }
  } catch {
    return true;
  }
}
