// What commands answer with: plain data, ready for the window and for the command line.
import type { Address, Channel, Direction, Language, MailKind, MessageNote } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { FollowUp } from '../domain/follow-up/follow-up.ts';
import type { Decisions } from '../domain/queue/decisions.ts';
import type { Factor } from '../domain/queue/factor.ts';
import type { WhyHere } from '../domain/queue/why-here.ts';
import type { ReplyBySource, Section, Turn } from '../domain/queue/sections.ts';
import type { SearchKey } from '../domain/search/search-keys.ts';
import type { AttachmentView } from './attachments.ts';
import type { ErrorCode, Failure } from './errors.ts';
import type { CustomerReach } from './hand-entered.ts';
import type { CommitmentView } from './commitments.ts';
import type { AnswerRoute, SourceView } from './mail-source.ts';
import type { DraftView } from './drafts.ts';
import type { AccountId, ConversationId, DeliveryId, MessageRowId } from './ids.ts';
import type { DeskNews } from './storage.ts';

export type { AccountId, ConversationId, DeliveryId, MessageRowId } from './ids.ts';

export const SECURITIES = ['tls', 'starttls', 'plain'] as const;
export type Security = (typeof SECURITIES)[number];
export type ServerAddress = { readonly host: string; readonly port: number; readonly security: Security };

/** Whose own page may grant us the access, instead of a password. */
export const OAUTH_PROVIDERS = ['google', 'microsoft'] as const;
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number];

/** How much of the mail that was there already is fetched, as the owner chooses it. */
export const HISTORY_WINDOWS = ['3m', '1y', '5y', 'all'] as const;
export type HistoryWindow = (typeof HISTORY_WINDOWS)[number];

export type AccountState =
  | { readonly kind: 'new' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'first-sync'; readonly done: number; readonly total: number; readonly msLeft: number | null }
  | { readonly kind: 'live'; readonly since: Instant }
  | { readonly kind: 'polling'; readonly nextAt: Instant }
  | { readonly kind: 'waiting'; readonly error: Failure; readonly since: Instant; readonly nextTryAt: Instant }
  | { readonly kind: 'needs-owner'; readonly error: Failure; readonly since: Instant }
  | { readonly kind: 'paused' }
  /** No longer connected; its mail stays for reading and searching. */
  | { readonly kind: 'detached'; readonly since: Instant };

export type AccountView = {
  readonly id: AccountId;
  readonly email: string;
  readonly name: string;
  readonly user: string;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  /** The main one first, then the others under which mail to the owner arrives. */
  readonly addresses: readonly string[];
  /** The owner's own certificate authority in PEM. */
  readonly ca: string | null;
  readonly plainAllowed: boolean;
  /** null: signs in with a password. */
  readonly oauthProvider: OAuthProvider | null;
  /** Mail that arrived before this instant is not fetched. 0: everything. */
  readonly historyFrom: Instant;
  readonly archiveDone: boolean;
  /** Place in the palette of account colours, 0 to 7. */
  readonly colour: number;
  readonly isDemo: boolean;
  /** Where what it signs in with is kept now: a keychain that did not take it leaves it in memory. */
  readonly keep: 'session' | 'keychain';
  readonly state: AccountState;
  readonly lastFullCheckAt: Instant | null;
  readonly messages: number;
  /** Silent longer than is its habit: since when, and the longest open time without mail before. null: nothing out of the ordinary. */
  readonly quiet: { readonly since: Instant; readonly usuallyMs: number } | null;
};

/** One mailbox of an account: what is here beside what the server has. */
export type MailboxView = {
  readonly path: string;
  readonly role: 'inbox' | 'sent' | 'drafts' | 'archive' | 'junk' | 'trash' | 'all' | null;
  /** live: new mail is seen within seconds; schedule: every few minutes; not-fetched: what lies there is never read. */
  readonly isWatched: 'live' | 'schedule' | 'not-fetched';
  /** Read to the end at least once; false also for one that the server will not open. */
  readonly isRead: boolean;
  readonly here: number;
  readonly onServer: number;
  /** Left on the server because it is older than the account's window of history. */
  readonly older: number;
  readonly missing: {
    /** The server names them but does not hand them over; they are tried again. */
    readonly refused: number;
    /** Still to be fetched. */
    readonly notYet: number;
  };
  readonly lastLookedAt: Instant | null;
  readonly lastFullCheckAt: Instant | null;
  readonly oldestAt: Instant | null;
};

export type ServerSuggestion = {
  readonly provider: string;
  readonly source: 'ispdb' | 'nl-be-extra' | 'autoconfig' | 'srv' | 'mx' | 'guess';
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly user: string;
  /** What the provider wants instead of the ordinary password. */
  readonly signIn: 'password' | 'app-password' | 'browser-only';
  readonly helpUrl: string | null;
  /** Whose page can grant the access instead of a password, and whether a client id for it is configured here. */
  readonly oauth: { readonly provider: OAuthProvider; readonly isSetUp: boolean } | null;
};

/** Steps of the connection test, in order; each is shown while it runs. */
export type TestStep = 'browser' | 'imap-connect' | 'imap-sign-in' | 'imap-mailboxes' | 'smtp-connect' | 'smtp-sign-in';
export type ConnectionTest = {
  readonly imap: { readonly capabilities: readonly string[]; readonly mailboxes: number; readonly messages: number };
  readonly smtp: { readonly maxBytes: number | null };
};

export type QueueItem = {
  readonly conversation: ConversationId;
  readonly account: AccountId;
  readonly section: Section;
  readonly channel: Channel;
  readonly who: string;
  readonly address: string;
  readonly subject: string;
  readonly preview: string;
  readonly language: Language | null;
  readonly turn: Turn;
  readonly replyBy: Instant | null;
  readonly replyByFrom: ReplyBySource | null;
  readonly waitingSince: Instant | null;
  readonly lastAt: Instant;
  readonly snoozedUntil: Instant | null;
  /** When the owner takes it in hand, where he planned that. */
  readonly plannedAt: Instant | null;
  /** The promise that is open and due first, or else the one that waits for the owner's yes. */
  readonly promise: CommitmentView | null;
  /** The watch on our last answer, where one runs. */
  readonly followUp: FollowUp | null;
  /** What the reply-by was reckoned from, for where it says so. */
  readonly reckoned: { readonly targetMinutes: number | null; readonly windowClosesAt: Instant | null };
  readonly messages: number;
  readonly isUnread: boolean;
  readonly hasAttachments: boolean;
  readonly delivery: DeliveryState | null;
  readonly score: number;
  readonly factors: readonly Factor[];
  /** Why it waits here or lies in "Ter info"; null where its place says it. */
  readonly why: WhyHere | null;
};

export type QueuePage = { readonly items: readonly QueueItem[]; readonly total: number };
export type QueueCounts = Readonly<Record<Section, number>>;

export type MessageView = {
  readonly id: MessageRowId;
  readonly messageId: string | null;
  readonly direction: Direction;
  readonly channel: Channel;
  readonly kind: MailKind;
  readonly from: Address;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly at: Instant;
  /** The Date header, shown when it is more than a day away from `at`. */
  readonly headerDate: Instant | null;
  readonly subject: string;
  /** The whole plain text. */
  readonly text: string;
  /** The part of `text` that is not quoted and not a signature. */
  readonly ownText: string;
  /** Raw HTML of the mail: only ever shown through the sanitizer and the sandboxed frame. */
  readonly html: string | null;
  readonly note: MessageNote | null;
  /** What it stands for, where that is not mail. */
  readonly source: SourceView | null;
  /** The owner wrote it down himself, and may mend it. */
  readonly isByHand: boolean;
  readonly isUnread: boolean;
  readonly isGoneOnServer: boolean;
  readonly attachments: readonly AttachmentView[];
  readonly delivery: DeliveryView | null;
  /** To whom the owner passed it on; left out where he did not. */
  readonly passedOnTo?: readonly string[];
};

export type ConversationView = {
  readonly item: QueueItem;
  readonly decisions: Decisions;
  /** The newest so many as were asked for, oldest first; `item.messages` says how many there are. */
  readonly messages: readonly MessageView[];
  /** From which own address an answer leaves: the one the customer wrote to. */
  readonly replyFrom: Address;
  readonly replyTo: readonly Address[];
  readonly replyCc: readonly Address[];
  readonly answer: AnswerRoute;
  /** Beside mail, as far as the owner wrote it down. */
  readonly reach: CustomerReach;
  /** The customer's newest word came by a route that Balie does not see: it is answered there. */
  readonly isAnsweredByHand: boolean;
  readonly customer: {
    readonly name: string;
    readonly address: string;
    readonly isVip: boolean;
    readonly conversations: number;
    readonly firstSeenAt: Instant;
  };
  readonly draft: DraftView | null;
  /** In the order in which they were made. */
  readonly commitments: readonly CommitmentView[];
};

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'unknown'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type DeliveryView = {
  readonly id: DeliveryId;
  readonly conversation: ConversationId;
  readonly account: AccountId;
  readonly messageId: string;
  readonly to: readonly string[];
  /** As the owner calls them, in the same order; in the list of the outbox only. */
  readonly names?: readonly string[];
  readonly subject: string;
  readonly state: DeliveryState;
  /** Nothing is on the wire before this instant. */
  readonly leavesAt: Instant;
  readonly undoUntil: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly error: Failure | null;
  /** Recipients that the server refused although it took the message for the others: what it is about, and its own words. */
  readonly refused: readonly { readonly address: string; readonly why: ErrorCode; readonly reply: string }[];
  /** Where the Sent copy stands. */
  readonly filed: 'pending' | 'done' | 'by-server' | 'failed';
};

export type SearchHit = {
  readonly conversation: ConversationId;
  readonly message: MessageRowId;
  readonly who: string;
  readonly subject: string;
  readonly at: Instant;
  readonly score: number;
  /** How many messages its conversation has. */
  readonly messages: number;
  /** What stands on the card of somebody on it, where that and not the message holds what was looked for. */
  readonly onCard: string | null;
  /** The subject in pieces; [] where nothing of it was looked for. */
  readonly inSubject: readonly TextPiece[];
  readonly snippet: readonly TextPiece[];
};
/** `isMatch` ones are highlighted. */
export type TextPiece = { readonly text: string; readonly isMatch: boolean };
export type SearchFilter = {
  readonly kind: SearchKey;
  /** Exactly as typed, so that it can be taken out again. */
  readonly text: string;
  readonly value: string;
  readonly isExcluded: boolean;
  /** How a date was understood: from the first instant up to the second. */
  readonly span: { readonly from: Instant; readonly until: Instant } | null;
};
export type SearchPage = {
  readonly hits: readonly SearchHit[];
  /** There are more than were asked for. */
  readonly hasMore: boolean;
  /** What was understood as more than words, in the order in which it was typed. */
  readonly filters: readonly SearchFilter[];
  /** Looked like a condition, made no sense as one, and was searched for as words. */
  readonly asWords: readonly string[];
  readonly indexed: number;
  readonly messages: number;
};

export type TrayEntry = {
  readonly conversation: ConversationId;
  readonly who: string;
  readonly replyBy: Instant;
  readonly replyByFrom: ReplyBySource | null;
};
export type TraySummary = {
  /** Customers that wait too long: what the tray and dock badge show. */
  readonly overdue: number;
  readonly now: number;
  readonly late: readonly TrayEntry[];
  /** What must be answered next today, the first first. */
  readonly next: readonly TrayEntry[];
};

export type SyncSummary = {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly messages: number;
  readonly bytesIn: number;
  readonly ms: number;
};

export type CheckReport = {
  readonly ok: boolean;
  readonly integrity: string;
  readonly messages: number;
  readonly conversations: number;
  readonly outbox: Readonly<Record<DeliveryState, number>>;
  readonly gaps: readonly {
    readonly account: AccountId;
    readonly mailbox: string;
    readonly missing: readonly number[];
    readonly extra: readonly number[];
  }[];
};

export type DeskStatus = {
  readonly version: string;
  readonly dataFolder: string;
  readonly isDemo: boolean;
  /** Add to the machine's clock to get the desk's: not 0 only in the demo desk, whose clock starts on a working morning. */
  readonly clockOffsetMs: number;
  readonly secrets: 'keychain' | 'session';
  /** Why passwords are kept for this session only, or null. */
  readonly secretsTrouble: string | null;
  readonly lastEventSeq: number;
  /** The owner writes things down himself here: a desk, also without any account. */
  readonly hasNotes: boolean;
  /** What happened to the desk's file that the owner has not read yet. */
  readonly news: DeskNews | null;
};
