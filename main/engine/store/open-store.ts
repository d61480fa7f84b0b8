// Opens a data folder's database and hands out its table groups.
import { ok, type Result } from '../../contract/errors.ts';
import { createAccountTable } from './account-table.ts';
import { createDeliveryTable } from './delivery-table.ts';
import { createDraftTable } from './draft-table.ts';
import { createMailboxTable } from './mailbox-table.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import type { Store } from './store.ts';

/** `file` may be ":memory:" in tests. Fails with store-too-new, store-damaged or store-busy. */
export function openStore(file: string): Result<Store> {
  const db = openDatabase(file);
  const migrated = migrate(db, () => {});
  if (!migrated.ok) {
    db.close();
    return migrated;
  }
  return ok({
    accounts: createAccountTable(db),
    mailboxes: createMailboxTable(db),
    deliveries: createDeliveryTable(db),
    drafts: createDraftTable(db),
    transaction: (work) => db.transaction(work)(),
    close: () => void db.close(),
  });
}
