// The store as the rest of the engine sees it: one small object a table group. All SQL is in this folder.
// Opening, pragmas, backup before migrating and the refusal of a newer schema are in open-store.ts.
import type { AcknowledgementTable } from './acknowledgement-table.ts';
import type { AccountTable } from './account-table.ts';
import type { ArchiveTable } from './archive-table.ts';
import type { AttachmentTable } from './attachment-table.ts';
import type { BodyTable } from './body-table.ts';
import type { CannedFileTable } from './canned-file-table.ts';
import type { CannedProposalTable } from './canned-proposal-table.ts';
import type { CannedTable } from './canned-table.ts';
import type { CannedWordTable } from './canned-word-table.ts';
import type { ContactMergeTable } from './contact-merge-table.ts';
import type { ContactTable } from './contact-table.ts';
import type { ContactUseTable } from './contact-use-table.ts';
import type { CommitmentTable } from './commitment-table.ts';
import type { CorrespondentTable } from './correspondent-table.ts';
import type { ConversationTable } from './conversation-table.ts';
import type { CustomerTable } from './customer-table.ts';
import type { DeliveryTable } from './delivery-table.ts';
import type { DeskCheck } from './desk-check.ts';
import type { DraftFileTable } from './draft-file-table.ts';
import type { DraftTable } from './draft-table.ts';
import type { ErasureTable } from './erasure-table.ts';
import type { EveningTable } from './evening-table.ts';
import type { FullTextTable } from './full-text-table.ts';
import type { InvitationTable } from './invitation-table.ts';
import type { LessonTable } from './lesson-table.ts';
import type { MailboxTable } from './mailbox-table.ts';
import type { MessageTable } from './message-table.ts';
import type { PersonTable } from './person-table.ts';
import type { QueueTable } from './queue-table.ts';
import type { RemoteSenderTable } from './remote-sender-table.ts';
import type { ReminderLogTable } from './reminder-log-table.ts';
import type { ReminderTable } from './reminder-table.ts';
import type { ServerHabitTable } from './server-habit-table.ts';
import type { SourceTable } from './source-table.ts';
import type { RetentionTable } from './retention-table.ts';
import type { SettingTable } from './setting-table.ts';
import type { UpkeepTable } from './upkeep-table.ts';

export type Store = {
  readonly accounts: AccountTable;
  readonly settings: SettingTable;
  readonly canned: CannedTable;
  readonly cannedFiles: CannedFileTable;
  readonly cannedWords: CannedWordTable;
  readonly cannedProposals: CannedProposalTable;
  readonly mailboxes: MailboxTable;
  readonly archives: ArchiveTable;
  readonly deliveries: DeliveryTable;
  readonly acknowledgements: AcknowledgementTable;
  readonly habits: ServerHabitTable;
  readonly drafts: DraftTable;
  readonly draftFiles: DraftFileTable;
  readonly conversations: ConversationTable;
  readonly commitments: CommitmentTable;
  readonly lessons: LessonTable;
  readonly messages: MessageTable;
  readonly bodies: BodyTable;
  readonly sources: SourceTable;
  readonly attachments: AttachmentTable;
  readonly invitations: InvitationTable;
  readonly fullText: FullTextTable;
  readonly contacts: ContactTable;
  readonly contactUse: ContactUseTable;
  readonly contactMerges: ContactMergeTable;
  readonly people: PersonTable;
  readonly correspondents: CorrespondentTable;
  readonly remoteSenders: RemoteSenderTable;
  readonly customers: CustomerTable;
  readonly erasures: ErasureTable;
  readonly queue: QueueTable;
  readonly reminders: ReminderTable;
  readonly evenings: EveningTable;
  readonly reminderLog: ReminderLogTable;
  readonly check: DeskCheck;
  readonly upkeep: UpkeepTable;
  readonly retention: RetentionTable;
  /** Everything `work` writes is on disk when this returns, or nothing is. May be nested. */
  readonly transaction: <T>(work: () => T) => T;
  /** Once the transaction that is open now is on disk; at once when there is none; never when it fails. For telling of it. */
  readonly afterCommit: (work: () => void) => void;
  /** Hears the error of every outermost transaction that failed. */
  readonly onFailure: (listener: (error: unknown) => void) => void;
  /** Its file is not to be vouched for: at the next start it is looked through from end to end. */
  readonly distrust: () => void;
  readonly close: () => void;
};
