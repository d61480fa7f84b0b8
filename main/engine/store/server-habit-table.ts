// What an account's servers turned out to do, learned by using them: how large a message they take, and who files what was sent.
// Nothing here is a setting; a row that is lost is learned again.
import type { AccountId } from '../../contract/views.ts';
import type { Database } from './database.ts';

export type ServerHabits = {
  /** The largest message the outgoing server takes, or null where it does not say. */
  readonly maxBytes: number | null;
  /** Who puts a copy into Sent, or null while that was not seen yet. */
  readonly filesSent: 'server' | 'client' | null;
};

export type ServerHabitTable = {
  readonly get: (account: AccountId) => ServerHabits;
  /** Left out: stays as it is. */
  readonly learn: (account: AccountId, habits: Partial<ServerHabits>) => void;
};

const NOTHING_YET: ServerHabits = { maxBytes: null, filesSent: null };

export function createServerHabitTable(db: Database): ServerHabitTable {
  const select = db.prepare<[string], { max_bytes: number | null; files_sent: ServerHabits['filesSent'] }>(
    'SELECT max_bytes, files_sent FROM server_habit WHERE account_id = ?',
  );
  const upsert = db.prepare<[string, number | null, string | null]>(
    `INSERT INTO server_habit (account_id, max_bytes, files_sent) VALUES (?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET max_bytes = excluded.max_bytes, files_sent = excluded.files_sent`,
  );
  const get = (account: AccountId): ServerHabits => {
    const row = select.get(account);
    return row === undefined ? NOTHING_YET : { maxBytes: row.max_bytes, filesSent: row.files_sent };
  };
  return {
    get,
    learn: (account, habits) => {
      const before = get(account);
      const next = { ...before, ...habits };
      if (next.maxBytes === before.maxBytes && next.filesSent === before.filesSent) return;
      upsert.run(account, next.maxBytes, next.filesSent);
    },
  };
}
