// Whether two desks hold the same rows, to the last bit.
import { createHash } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';

/** What every row of every table holds, the full-text index's own included. Reads a copy's log along. */
export function digestOf(file: string, leaveOut: readonly string[] = []): string {
  const db = new BetterSqlite3(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'message_fts' ORDER BY name`,
      )
      .pluck()
      .all();
    const digest = createHash('sha256');
    for (const table of tables) {
      if (leaveOut.includes(table)) continue;
      digest.update(`\n${table}\n`);
      for (const row of db.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw().iterate()) {
        for (const value of row) {
          digest.update(typeof value);
          digest.update(value instanceof Uint8Array ? value : String(value));
        }
      }
    }
    return digest.digest('hex');
  } finally {
    db.close();
  }
}
