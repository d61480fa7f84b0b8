// Brings a database to the newest schema, one numbered step at a time, each in its own transaction.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Database } from './database.ts';
import { firstDesk } from './migrations/0001-first-desk.ts';

/** Position + 1 is the schema number that PRAGMA user_version holds after the step. */
export const MIGRATIONS: readonly string[] = [firstDesk];

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

/** Refuses a database written by a newer Balie; touches nothing then. `beforeStep` is for the backup copy. */
export function migrate(db: Database, beforeStep: (from: number) => void): Result<number> {
  const from = schemaVersion(db);
  if (from > MIGRATIONS.length) {
    return failed('store-too-new', 'user', `schema ${from}, this version knows ${MIGRATIONS.length}`);
  }
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < from) continue;
    if (index > 0) beforeStep(index);
    db.transaction(() => {
      db.exec(step);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
  return ok(MIGRATIONS.length);
}
