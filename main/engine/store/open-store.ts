// Opens a data folder's database and hands out its table groups.
import { failed, ok, type Result } from '../../contract/errors.ts';
import { createAccountTable } from './account-table.ts';
import { createAttachmentTable } from './attachment-table.ts';
import { createBodyTable } from './body-table.ts';
import { createCannedTable } from './canned-table.ts';
import { createContactTable } from './contact-table.ts';
import { createConversationTable } from './conversation-table.ts';
import { createDeliveryTable } from './delivery-table.ts';
import { createDeskCheck } from './desk-check.ts';
import { createDraftTable } from './draft-table.ts';
import { createFullTextTable } from './full-text-table.ts';
import { createMailboxTable } from './mailbox-table.ts';
import { createMessageTable } from './message-table.ts';
import { createQueueTable } from './queue-table.ts';
import { createReminderTable } from './reminder-table.ts';
import { backupDesk } from './backup-desk.ts';
import { openDatabase, type Database } from './database.ts';
import { migrate } from './migrate.ts';
import { createSettingTable } from './setting-table.ts';
import { checkAfterCrash, damaged, isBusy, isDamage, makePrivate } from './sound-file.ts';
import type { Store } from './store.ts';
import { createTransactions } from './transactions.ts';

/**
 * `file` may be ":memory:" in tests. Fails with store-too-new, store-damaged or store-busy, and leaves the file as it is then.
 * Several processes may open one desk; which of them syncs and sends is desk-lock.ts's.
 */
export function openStore(file: string): Result<Store> {
  const isOnDisk = file !== ':memory:';
  if (isOnDisk) {
    makePrivate(file);
    const sound = checkAfterCrash(file);
    if (!sound.ok) return sound;
  }
  let db: Database | null = null;
  try {
    db = openDatabase(file);
    const migrated = migrate(db, (from) => backupDesk(file, `${file}.schema-${from}`));
    if (migrated.ok) return ok(tablesOf(db));
    db.close();
    return migrated;
  } catch (error) {
    db?.close();
    if (isDamage(error)) return damaged(file, error.code);
    if (isBusy(error)) return failed('store-busy', 'auto', 'another process is changing the desk');
    throw error;
  }
}

function tablesOf(db: Database): Store {
  const transactions = createTransactions(db);
  return {
    accounts: createAccountTable(db),
    settings: createSettingTable(db),
    canned: createCannedTable(db),
    mailboxes: createMailboxTable(db),
    deliveries: createDeliveryTable(db),
    drafts: createDraftTable(db),
    conversations: createConversationTable(db),
    messages: createMessageTable(db),
    bodies: createBodyTable(db),
    attachments: createAttachmentTable(db),
    fullText: createFullTextTable(db),
    contacts: createContactTable(db),
    queue: createQueueTable(db),
    reminders: createReminderTable(db),
    check: createDeskCheck(db),
    transaction: transactions.run,
    afterCommit: transactions.afterCommit,
    close: () => void db.close(),
  };
}
