// Mailboxes that lie on no server: what was imported from files. They have no UIDVALIDITY, so nobody takes their numbers for a
// server's, and they are never synced.
import type { AccountId } from '../../contract/views.ts';
import type { Database } from './database.ts';
import type { MailboxRole } from './mailbox-role.ts';

export type ArchiveTable = {
  /** Made on first use. */
  readonly mailbox: (account: AccountId, path: string, role: MailboxRole | null) => number;
  /** The number for the next message that is put there. */
  readonly nextNumber: (mailbox: number) => number;
};

export function createArchiveTable(db: Database): ArchiveTable {
  const insert = db.prepare<[string, string, string | null]>(
    `INSERT INTO mailbox (account_id, path, role, is_synced) VALUES (?, ?, ?, 0)
     ON CONFLICT (account_id, path) DO UPDATE SET role = excluded.role`,
  );
  const select = db
    .prepare<[string, string], number>('SELECT id FROM mailbox WHERE account_id = ? AND path = ?')
    .pluck();
  const selectHighest = db
    .prepare<[number], number | null>('SELECT MAX(uid) FROM message_place WHERE mailbox_id = ?')
    .pluck();
  return {
    mailbox: (account, path, role) => {
      insert.run(account, path, role);
      const id = select.get(account, path);
      if (id === undefined) throw new Error(`no mailbox ${path}`);
      return id;
    },
    nextNumber: (mailbox) => Math.max(0, selectHighest.get(mailbox) ?? 0) + 1,
  };
}
