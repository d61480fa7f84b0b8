// Brings a database to the newest schema, one numbered step at a time, each in its own transaction.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Database } from './database.ts';
import { firstDesk } from './migrations/0001-first-desk.ts';
import { severalAccounts } from './migrations/0002-several-accounts.ts';
import { clockAndQueue } from './migrations/0003-clock-and-queue.ts';
import { writingAndPeople } from './migrations/0004-writing-and-people.ts';

/** Position + 1 is the schema number that PRAGMA user_version holds after the step. */
export const MIGRATIONS: readonly string[] = [firstDesk, severalAccounts, clockAndQueue, writingAndPeople];

export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

/**
 * Refuses a database written by a newer Balie; touches nothing then. `beforeSteps` takes the backup copy: without one, an
 * existing desk is not changed. `steps` is MIGRATIONS, save in tests.
 */
export function migrate(
  db: Database,
  beforeSteps: (from: number) => Result<unknown>,
  steps: readonly string[] = MIGRATIONS,
): Result<number> {
  const from = schemaVersion(db);
  if (from > steps.length) return tooNew(from);
  for (const [index, step] of steps.entries()) {
    if (index < from) continue;
    // One copy, of the desk as it was found. A desk that is only now being made has nothing to lose.
    const copied = index === from && from > 0 ? beforeSteps(index) : ok(null);
    if (!copied.ok) return copied;
    // A table that others refer to is made anew by dropping the old one, which would take all their rows along. Inside a
    // transaction this cannot be switched (https://sqlite.org/lang_altertable.html, "Making Other Kinds Of Table Schema Changes").
    db.pragma('foreign_keys = OFF');
    try {
      // IMMEDIATE, and asked again inside: the app and the command line may open the same desk at the same moment.
      db.transaction(() => {
        if (schemaVersion(db) !== index) return;
        db.exec(step);
        const orphans = db.pragma('foreign_key_check') as readonly unknown[];
        if (orphans.length > 0)
          throw new Error(`migration ${index + 1} leaves ${orphans.length} rows without their parent`);
        db.pragma(`user_version = ${index + 1}`);
      }).immediate();
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
  return ok(steps.length);
}

export const tooNew = (schema: number): Result<never> =>
  failed('store-too-new', 'user', `schema ${schema}, this version knows ${MIGRATIONS.length}`);
