// Opens a data folder's database and hands out its table groups.
import { ok, type Result } from '../../contract/errors.ts';
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
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { createSettingTable } from './setting-table.ts';
import type { Store } from './store.ts';
import { createTransactions } from './transactions.ts';

/** `file` may be ":memory:" in tests. Fails with store-too-new, store-damaged or store-busy. */
export function openStore(file: string): Result<Store> {
  const db = openDatabase(file);
  const migrated = migrate(db, () => {});
  if (!migrated.ok) {
    db.close();
    return migrated;
  }
  const transactions = createTransactions(db);
  return ok({
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
  });
}
