// Every command that crosses a boundary: its arguments (checked at the trust edge), what it answers, and whether it changes
// anything. A handler table that misses one does not compile.
import {
  acknowledgementSwitch,
  acknowledgementTest,
  type AcknowledgementMode,
  type AcknowledgementOverview,
} from './acknowledgements.ts';
import { answersWanted, reportPeriod, type AnswerView, type ReportView } from './report.ts';
import { z } from 'zod';
import { ACCOUNT_COMMANDS } from './account-commands.ts';
import { CANNED_COMMANDS } from './canned.ts';
import { ATTACHMENT_COMMANDS } from './attachments.ts';
import { CONTACT_COMMANDS } from './contacts.ts';
import { command, instant, nothing, query, rowId, text, type CommandSpec } from './command-spec.ts';
import { INVITATION_COMMANDS } from './invitation.ts';
import type { LearnedView } from './learning.ts';
import { UI_LANGUAGES } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import { AVAILABILITY_WISHES, type Availability } from '../domain/office-hours/availability.ts';
import { DONE_REASONS, type Decisions } from '../domain/queue/decisions.ts';
import { SECTIONS } from '../domain/queue/sections.ts';
import { COMMITMENT_WORDS } from '../domain/commitment/standing.ts';
import { LEDGER_PARTS, type CommitmentBefore, type CommitmentView, type LedgerPage } from './commitments.ts';
import { DRAFT_COMMANDS } from './draft-commands.ts';
import type { LetterBack } from './drafts.ts';
import {
  eveningChoice,
  workingDay,
  type DayPlanView,
  type EveningState,
  type ReviewView,
  type TakenBack,
} from './evening.ts';
import {
  addedNote,
  changedNote,
  newNote,
  notesToTake,
  takenNotes,
  type KnownPerson,
  type StoredNotes,
  type TakenNotes,
} from './hand-entered.ts';
import { saidOfMail, type RuleView, type ServerWord, type SourceLook } from './mail-source.ts';
import type { ErasureOutlook, ErasureReport, ExportReport, ImportReport } from './own-data.ts';
import type { GivenBundle } from './reminders.ts';
import { REMOTE_COMMANDS } from './remote-content.ts';
import { retentionYears, settingsSchema, type Settings } from './settings.ts';
import type { BackupView, DeskNews, RetentionFigure, StorageView } from './storage.ts';
import { STORY_COMMANDS } from './story.ts';
import { TRASH_COMMANDS } from './trash.ts';
import {
  type CheckReport,
  type ConversationView,
  type DeliveryView,
  type DeskStatus,
  type QueueCounts,
  type QueuePage,
  type SearchPage,
  type SyncSummary,
  type TraySummary,
} from './views.ts';

const decisions = z.object({
  doneAt: instant.nullable(),
  doneBecause: z.enum(DONE_REASONS).nullable(),
  snoozedUntil: instant.nullable(),
  replyByHand: instant.nullable(),
  sortedAs: z.enum(['queue', 'fyi']).nullable(),
  settledUntil: instant.nullable().optional(),
  promisesUntil: instant.nullable().optional(),
  followUp: z.object({ answerAt: instant, at: instant.nullable() }).nullable().optional(),
  planned: z.object({ at: instant, seenUntil: instant }).nullable().optional(),
  deletedAt: instant.nullable().optional(),
});
export const COMMANDS = {
  'desk.status': query<DeskStatus>()(nothing),
  'desk.check': query<CheckReport>()(z.object({ remote: z.boolean() })),

  'storage.state': query<StorageView>()(nothing),
  /** A copy now; answers once it was looked through. */
  'storage.backUp': command<BackupView>()(nothing),
  /** What a retention rule of so many years would remove today. */
  'storage.outlook': query<RetentionFigure>()(z.object({ years: retentionYears })),
  /** What happened to the desk's file that the owner has not read yet. */
  'storage.news': query<DeskNews | null>()(nothing),
  /** The owner has read what happened to the desk. */
  'storage.readNews': command<null>()(nothing),

  'settings.get': query<Settings>()(nothing),
  'settings.set': command<Settings>()(settingsSchema.partial()),

  /** Open, closed or away, and until when; by the office hours or as the owner said. */
  'availability.get': query<Availability>()(nothing),
  /** `until` only for 'away'. Closed and away count as closing for every clock that runs. */
  'availability.set': command<Availability>()(
    z.object({ wish: z.enum(AVAILABILITY_WISHES), until: instant.nullable() }),
  ),

  ...ACCOUNT_COMMANDS,
  ...REMOTE_COMMANDS,

  'sync.now': command<SyncSummary>()(
    z.object({ account: z.string().nullable(), mailbox: z.string().nullable(), full: z.boolean() }),
  ),

  'queue.list': query<QueuePage>()(
    z.object({
      section: z.enum(SECTIONS).nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(0).max(100_000),
      /** Look at the queue as it will stand at this instant; null is now. */
      at: instant.nullable(),
    }),
  ),
  'queue.counts': query<QueueCounts>()(nothing),
  'queue.tray': query<TraySummary>()(nothing),

  /** What the owner was reminded of in the last month, and why; the newest first. */
  'reminders.recent': query<readonly GivenBundle[]>()(z.object({ limit: z.number().int().min(1).max(500) })),
  /** The conversation that the owner has before him in a window he works in: it needs no notification. null: none. */
  'reminders.looking': query<null>()(z.object({ conversation: rowId.nullable() })),
  /**
   * What the owner chose on a notification. Fails with not-possible-now when the conversation is no longer as it was told
   * (`lastAt`), or when the snooze would end past its reply-by: then he must see it first.
   */
  'reminders.act': command<null>()(
    z.object({ conversation: rowId, lastAt: instant, act: z.enum(['snooze-hour', 'phoned']) }),
  ),

  /** With its newest messages, so many; all of them where none is said. */
  'conversation.open': query<ConversationView>()(
    z.object({ id: rowId, newest: z.number().int().min(1).max(1_000_000).optional() }),
  ),
  ...STORY_COMMANDS,
  ...TRASH_COMMANDS,
  /** Where a message that is known by its own id stands. */
  'message.conversation': query<number>()(z.object({ id: rowId })),
  'conversation.markRead': command<null>()(z.object({ id: rowId })),
  /** The newest message of the customer is unread again, here and on the server. */
  'conversation.markUnread': command<null>()(z.object({ id: rowId })),
  /** These answer with the decisions as they were before, so that the window can take the action back. */
  'conversation.done': command<Decisions>()(z.object({ id: rowId, because: z.enum(DONE_REASONS) })),
  'conversation.reopen': command<Decisions>()(z.object({ id: rowId })),
  'conversation.snooze': command<Decisions>()(z.object({ id: rowId, until: instant, replyBy: instant.nullable() })),
  /** Taken in hand at that moment; null: no plan. Past its reply-by a new one is needed, as with a snooze. */
  'conversation.plan': command<Decisions>()(
    z.object({ id: rowId, at: instant.nullable(), replyBy: instant.nullable() }),
  ),
  'conversation.setReplyBy': command<Decisions>()(z.object({ id: rowId, at: instant.nullable() })),
  /** The watch on our last answer: when it passes, null for none, 'as-asked' for what the answer itself asks. */
  'conversation.followUp': command<Decisions>()(
    z.object({ id: rowId, at: z.union([instant, z.null(), z.literal('as-asked')]) }),
  ),
  'conversation.sortAs': command<Decisions>()(z.object({ id: rowId, as: z.enum(['queue', 'fyi']) })),
  'conversation.restore': command<null>()(z.object({ id: rowId, decisions })),
  ...CONTACT_COMMANDS,
  'contact.setVip': command<null>()(z.object({ address: z.string().max(320), isVip: z.boolean() })),

  'commitments.list': query<LedgerPage>()(
    z.object({
      part: z.enum(LEDGER_PARTS),
      offset: z.number().int().min(0),
      limit: z.number().int().min(0).max(100_000),
    }),
  ),
  /** The owner's word on a promise; `due` moves it. Answers what stood there before, for commitment.restore. */
  'commitment.decide': command<CommitmentBefore>()(
    z.object({ id: rowId, as: z.enum(['watch', 'kept', 'dropped']), due: instant.nullable() }),
  ),
  'commitment.restore': command<null>()(
    z.object({
      id: rowId,
      before: z.object({ said: z.enum(COMMITMENT_WORDS), saidAt: instant.nullable(), dueAt: instant, decisions }),
    }),
  ),
  /** Written down by hand, and watched. */
  'commitment.add': command<CommitmentView & { readonly decisionsBefore: Decisions }>()(
    z.object({ conversation: rowId, words: z.string().max(400), due: instant }),
  ),
  /** Only what was written down by hand. `decisions`: as they stood before it, to be put back with it. */
  'commitment.remove': command<null>()(z.object({ id: rowId, decisions: decisions.optional() })),

  /** What the desk learned from the owner's own sorting; it never leaves this machine. */
  'learning.list': query<LearnedView>()(nothing),
  /** An address, or "@" and a domain. */
  'learning.forget': command<LearnedView>()(z.object({ sender: z.string().min(2).max(320) })),
  'learning.reset': command<LearnedView>()(nothing),

  ...ATTACHMENT_COMMANDS,
  ...INVITATION_COMMANDS,

  ...DRAFT_COMMANDS,
  /** An answer in plain text, addressed by itself: of the command line, the evening review, invitations. */
  'reply.send': command<DeliveryView>()(
    z.object({
      conversation: rowId,
      text: text.min(1),
      /** null: after the undo time. */
      sendAt: instant.nullable(),
      /** Skip the undo time (command line with --now). */
      now: z.boolean(),
      cannedId: rowId.nullable(),
    }),
  ),
  'outbox.list': query<readonly DeliveryView[]>()(nothing),
  /** Takes a queued message back; answers its draft so that the composer can show it again. */
  'outbox.undo': command<LetterBack>()(z.object({ id: rowId })),
  'outbox.run': command<readonly DeliveryView[]>()(nothing),
  'outbox.retry': command<DeliveryView>()(z.object({ id: rowId })),
  /** The owner's answer when we do not know whether a message left. */
  'outbox.resolve': command<DeliveryView>()(z.object({ id: rowId, as: z.enum(['sent', 'send-again', 'check']) })),

  /** What was sent, what would have been, and what not and why; the newest first. */
  'acknowledgements.list': query<AcknowledgementOverview>()(z.object({ limit: z.number().int().min(1).max(500) })),
  /** Switching on begins the week of rehearsal; it ends early only by the owner's yes after reading ('live'). */
  'acknowledgements.switch': command<AcknowledgementMode>()(acknowledgementSwitch),
  /** One to the owner himself, with example facts. */
  'acknowledgements.sendTest': command<DeliveryView>()(acknowledgementTest),

  ...CANNED_COMMANDS,

  search: query<SearchPage>()(
    z.object({
      query: z.string().max(500),
      limit: z.number().int().min(1).max(500),
      /** One hit a conversation, with its best message; without it, one a message. */
      byConversation: z.boolean().optional(),
      /** The last word is still being typed, and found by its beginning. */
      isTyping: z.boolean().optional(),
    }),
  ),

  /** A file or a folder of mail, as history. `account` null: own addresses decide, else an archive that is connected to nothing. */
  'data.import': command<ImportReport>()(
    z.object({
      path: z.string().min(1).max(4_096),
      account: z.string().nullable(),
      /** Addresses the owner wrote from before, lower case. */
      ownAddresses: z.array(z.email().max(254)).max(100),
    }),
  ),
  /** Into a folder that is new or empty. `contact` is an address; null: everything. */
  'data.export': command<ExportReport>()(
    z.object({ folder: z.string().min(1).max(4_096), contact: z.string().max(320).nullable() }),
  ),
  'data.lookAtPerson': query<ErasureOutlook>()(z.object({ address: z.string().min(3).max(320) })),
  /** Cannot be taken back. `onServer`: the mails are removed from the mail server too. */
  'data.erase': command<ErasureReport>()(z.object({ address: z.string().min(3).max(320), onServer: z.boolean() })),
  /** An import or export that is running stops after what it has in hand. */
  'data.stop': command<null>()(nothing),

  /** What can be said of the mail that this conversation waits with. */
  'sources.look': query<SourceLook>()(z.object({ conversation: rowId })),
  /** How many open mails would come out otherwise. */
  'sources.preview': query<{ readonly messages: number }>()(saidOfMail),
  'sources.say': command<{ readonly messages: number; readonly rule: number | null }>()(saidOfMail),
  'sources.servers': query<readonly ServerWord[]>()(nothing),
  'sources.rules': query<readonly RuleView[]>()(nothing),
  /** What it made of mail that is here stays. */
  'sources.removeRule': command<null>()(z.object({ id: rowId })),

  'report.figures': query<ReportView>()(reportPeriod),
  /** The longest wait first. */
  'report.answers': query<readonly AnswerView[]>()(answersWanted),
  /** All answers of a period as CSV (RFC 4180, with semicolons, as Dutch and Belgian spreadsheets read it). */
  'report.csv': query<string>()(reportPeriod.extend({ language: z.enum(UI_LANGUAGES) })),

  'evening.state': query<EveningState>()(nothing),
  /** Begins the review of the working day that closed last, or goes on with it. */
  'evening.open': command<ReviewView>()(z.object({ limit: z.number().int().min(1).max(10_000).optional() })),
  'evening.decide': command<ReviewView>()(z.object({ conversation: rowId, choice: eveningChoice })),
  /** To the end of the row. */
  'evening.skip': command<ReviewView>()(z.object({ conversation: rowId })),
  /** Takes back what was decided about a conversation; null: the last decision. */
  'evening.undo': command<TakenBack>()(z.object({ conversation: rowId.nullable() })),
  /** Only when nothing is left to decide. */
  'evening.close': command<ReviewView>()(nothing),

  /** null: the working day that runs now or comes next. */
  'dayPlan.open': query<DayPlanView>()(z.object({ day: workingDay.nullable() })),
  /** The owner saw the plan of today. */
  'dayPlan.seen': command<null>()(nothing),
  /** What is planned for a day as an iCalendar file (RFC 5545). Names nobody where notifications do not either. */
  'dayPlan.calendar': command<string>()(z.object({ day: workingDay.nullable(), language: z.enum(UI_LANGUAGES) })),

  /** The owner begins without mail: from now on the desk is one. */
  'note.begin': command<null>()(nothing),
  /** What the owner writes down himself. It begins a conversation. */
  'note.add': command<StoredNotes>()(newNote),
  /** In a conversation that is there, whatever its channel. */
  'note.append': command<StoredNotes>()(addedNote),
  /** Answers what makes it as it was. */
  'note.change': command<z.infer<typeof changedNote>>()(changedNote),
  /** With `decisions` the conversation stands as it did before they were written down. Answers what puts them back. */
  'note.remove': command<TakenNotes>()(notesToTake.extend({ decisions: decisions.nullable().optional() })),
  'note.putBack': command<StoredNotes>()(takenNotes.extend({ decisions })),
  /** Customers whose name, number or address holds this; '': the most recent ones. */
  'note.people': query<readonly KnownPerson[]>()(z.object({ text: z.string().max(200) })),

  /** Fails with when-not-understood, or with moment-past. */
  'when.parse': query<Instant>()(z.object({ text: z.string().max(200) })),

  /** Tells the engine that the machine woke up or the network changed: every connection is rebuilt, due work is done. */
  'host.resumed': command<null>()(nothing),
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandArgs<Name extends CommandName> = z.infer<(typeof COMMANDS)[Name]['args']>;
export type CommandValue<Name extends CommandName> =
  (typeof COMMANDS)[Name] extends CommandSpec<z.ZodType, infer Value> ? Value : never;
