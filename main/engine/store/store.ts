// The store as the rest of the engine sees it: one small object a table group. All SQL is in this folder.
// Opening, pragmas, backup before migrating and the refusal of a newer schema are in open-store.ts.
import type { AccountTable } from './account-table.ts';
import type { DeliveryTable } from './delivery-table.ts';
import type { DraftTable } from './draft-table.ts';
import type { MailboxTable } from './mailbox-table.ts';

export type Store = {
  readonly accounts: AccountTable;
  readonly mailboxes: MailboxTable;
  readonly deliveries: DeliveryTable;
  readonly drafts: DraftTable;
  /** Everything `work` writes is on disk when this returns, or nothing is. May be nested. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
};
