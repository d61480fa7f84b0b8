// Opens a data folder's database and hands out its table groups.
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { createAccountTable } from './account-table.ts';
import { createAcknowledgementTable } from './acknowledgement-table.ts';
import { createArchiveTable } from './archive-table.ts';
import { createAttachmentTable } from './attachment-table.ts';
import { createBodyTable } from './body-table.ts';
import { createCannedFileTable } from './canned-file-table.ts';
import { createCannedProposalTable } from './canned-proposal-table.ts';
import { createCannedTable } from './canned-table.ts';
import { createCannedWordTable } from './canned-word-table.ts';
import { createContactMergeTable } from './contact-merge-table.ts';
import { createContactTable } from './contact-table.ts';
import { createContactUseTable } from './contact-use-table.ts';
import { createCommitmentTable } from './commitment-table.ts';
import { createCorrespondentTable } from './correspondent-table.ts';
import { createConversationTable } from './conversation-table.ts';
import { createCustomerTable } from './customer-table.ts';
import { createDeliveryTable } from './delivery-table.ts';
import { createDeskCheck } from './desk-check.ts';
import { withDoor } from './desk-door.ts';
import { markClosed, markOpen, sizeOf, walFile, type OpenMark } from './desk-mark.ts';
import { createDraftFileTable } from './draft-file-table.ts';
import { createDraftTable } from './draft-table.ts';
import { createErasureTable } from './erasure-table.ts';
import { createEveningTable } from './evening-table.ts';
import { createFullTextTable } from './full-text-table.ts';
import { createInvitationTable } from './invitation-table.ts';
import { createLessonTable } from './lesson-table.ts';
import { createMailboxTable } from './mailbox-table.ts';
import { createMessageTable } from './message-table.ts';
import { createPersonTable } from './person-table.ts';
import { createQueueTable } from './queue-table.ts';
import { createRemoteSenderTable } from './remote-sender-table.ts';
import { createReminderLogTable } from './reminder-log-table.ts';
import { createReminderTable } from './reminder-table.ts';
import { shelveBackup } from './backup-desk.ts';
import { soundBackups } from './backup-shelf.ts';
import { openDatabase, type Database } from './database.ts';
import { migrate, tooNew } from './migrate.ts';
import { createServerDraftTable } from './server-draft-table.ts';
import { createServerHabitTable } from './server-habit-table.ts';
import { createSourceTable } from './source-table.ts';
import { createRetentionTable } from './retention-table.ts';
import { createSettingTable } from './setting-table.ts';
import { refuseNetworkFolder } from './disk-room.ts';
import { forgetHalfRestore, mendDesk, tellOf } from './mend-desk.ts';
import { damaged, examine, isBusy, isDamage, makePrivate, type FileState } from './sound-file.ts';
import type { Store } from './store.ts';
import { failureOfStore } from './store-failure.ts';
import { createTransactions } from './transactions.ts';
import { createTrashTable } from './trash-table.ts';
import { createUpkeepTable } from './upkeep-table.ts';

export type OpenOptions = {
  /** When this is, for telling of damage; left out, the moment the file was last written. */
  readonly now?: Instant;
  /** A damaged desk is set aside and restored from its newest good copy. Only for who keeps the desk. */
  readonly isMending?: boolean;
};

/**
 * `file` may be ":memory:" in tests. Fails with store-too-new, store-damaged, store-busy, network-folder or disk-full, and leaves
 * the file as it is then. Several processes may open one desk; which of them syncs and sends is desk-lock.ts's.
 */
export function openStore(file: string, options: OpenOptions = {}): Result<Store> {
  if (file === ':memory:') {
    const db = openDatabase(file);
    const migrated = migrate(db, () => ok(null));
    return migrated.ok ? ok(tablesOf(db, NO_MARK, () => void db.close())) : migrated;
  }
  const here = refuseNetworkFolder(dirname(file));
  if (!here.ok) return here;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // One at a time comes in or goes out: the last look of who leaves must not meet the first write of who enters.
  const entered = withDoor(file, () => enter(file, options));
  return entered ?? failed('store-busy', 'auto', 'another process is opening or closing the desk');
}

const NO_MARK = { grown: () => {}, emptied: () => {}, distrust: () => {} };

function enter(file: string, options: OpenOptions): Result<Store> {
  const writtenAt = Math.round(statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const now = options.now ?? writtenAt;
  let state: FileState = examine(file, soundBackups(file).length > 0);
  if (state.kind === 'newer') return tooNew(state.schema);
  if (state.kind === 'damaged') {
    if (options.isMending !== true) return damaged(file, state.why);
    const mended = mendDesk(file, state.why, now);
    if (!mended.ok) return mended;
    state = { kind: 'sound' };
  }
  if (state.kind !== 'in-use') forgetHalfRestore(file);
  makePrivate(file);
  return openFile(file, state, writtenAt, now);
}

function openFile(file: string, state: FileState, writtenAt: Instant, now: Instant): Result<Store> {
  // Before the first byte changes: a desk that says it is closed must be as it was closed.
  const mark = markOpen(file, state.kind !== 'in-use');
  let db: Database | null = null;
  try {
    const opened = openDatabase(file);
    db = opened;
    const migrated = migrate(opened, () => shelveBackup(file, 'update', writtenAt));
    if (!migrated.ok) {
      leave(file, opened, mark);
      return migrated;
    }
    mark.grown();
    if (state.kind === 'changes-missing' || state.kind === 'exchanged') tellOf(opened, state.kind, writtenAt, now);
    return ok(
      tablesOf(opened, mark, () => {
        withDoor(file, () => leave(file, opened, mark));
        // Somebody stands in the door for too long: closed all the same, and looked through at the next start.
        opened.close();
      }),
    );
  } catch (error) {
    db?.close();
    mark.release();
    if (isDamage(error)) return damaged(file, error.code);
    if (isBusy(error)) return failed('store-busy', 'auto', 'another process is changing the desk');
    const failure = failureOfStore(error);
    if (failure !== null) return { ok: false, error: failure };
    throw error;
  }
}

/** Whoever is the last to close writes down how the file was left. The caller holds the door. */
function leave(file: string, db: Database, mark: OpenMark): void {
  if (!db.open) return;
  const messages = countMessages(db);
  // Closing removes the log; a kill in between must not look as if somebody else had.
  mark.emptied();
  db.close();
  mark.release();
  const isLast = sizeOf(walFile(file)) === null;
  if (messages !== null && isLast && mark.isTrusted()) markClosed(file, messages);
}

/** null: no longer to be read, and so not to be vouched for. */
function countMessages(db: Database): number | null {
  try {
    return db.prepare<[], number>('SELECT COUNT(*) FROM message').pluck().get() ?? null;
  } catch {
    return null;
  }
}

function tablesOf(db: Database, mark: Omit<OpenMark, 'release' | 'isTrusted'>, close: () => void): Store {
  const transactions = createTransactions(db, mark.grown);
  return {
    accounts: createAccountTable(db),
    settings: createSettingTable(db),
    canned: createCannedTable(db),
    cannedFiles: createCannedFileTable(db),
    cannedWords: createCannedWordTable(db),
    cannedProposals: createCannedProposalTable(db),
    mailboxes: createMailboxTable(db),
    archives: createArchiveTable(db),
    deliveries: createDeliveryTable(db),
    acknowledgements: createAcknowledgementTable(db),
    habits: createServerHabitTable(db),
    drafts: createDraftTable(db),
    draftFiles: createDraftFileTable(db),
    serverDrafts: createServerDraftTable(db),
    conversations: createConversationTable(db),
    commitments: createCommitmentTable(db),
    lessons: createLessonTable(db),
    messages: createMessageTable(db),
    bodies: createBodyTable(db),
    sources: createSourceTable(db),
    attachments: createAttachmentTable(db),
    invitations: createInvitationTable(db),
    fullText: createFullTextTable(db),
    contacts: createContactTable(db),
    contactUse: createContactUseTable(db),
    contactMerges: createContactMergeTable(db),
    people: createPersonTable(db),
    correspondents: createCorrespondentTable(db),
    remoteSenders: createRemoteSenderTable(db),
    customers: createCustomerTable(db),
    erasures: createErasureTable(db),
    queue: createQueueTable(db),
    trash: createTrashTable(db),
    reminders: createReminderTable(db),
    evenings: createEveningTable(db),
    reminderLog: createReminderLogTable(db),
    check: createDeskCheck(db),
    upkeep: createUpkeepTable(db, mark.emptied),
    retention: createRetentionTable(db),
    transaction: transactions.run,
    afterCommit: transactions.afterCommit,
    onFailure: transactions.onFailure,
    distrust: mark.distrust,
    close,
  };
}
