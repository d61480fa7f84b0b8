// What every channel must be able to do, so that sync, outbox and queue need not know what a mailbox is.
// E-mail is in email/; the demo desk's channel that reaches nobody is in demo/.
import type { AccountState, ConnectionTest, SyncSummary, TestStep } from '../../contract/views.ts';
import type { Failure, Result } from '../../contract/errors.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { CopyPlace } from '../store/delivery-table.ts';

/** Runs for as long as the app does: first sync, then watching. All its findings go through ingest. */
export type ChannelWatch = {
  /** One complete pass now. Several calls at once share a pass. */
  readonly syncNow: (options: {
    readonly mailbox: string | null;
    readonly full: boolean;
  }) => Promise<Result<SyncSummary>>;
  /** Drop every connection and begin again: the machine slept, or the network changed. */
  readonly reconnect: () => void;
  readonly state: () => AccountState;
  /** Resolves when every connection is closed and nothing more will be written. */
  readonly stop: () => Promise<void>;
};

/** What one attempt to send came to. Only 'sent' and 'refused' are final. */
export type SendOutcome =
  | {
      readonly kind: 'sent';
      readonly accepted: readonly string[];
      readonly refused: readonly { readonly address: string; readonly reply: string }[];
      readonly serverReply: string;
    }
  /** The server said no for good (5xx): trying again gives the same answer. */
  | {
      readonly kind: 'refused';
      readonly error: Failure;
      readonly refused: readonly { readonly address: string; readonly reply: string }[];
    }
  /** Nothing of the body left, or the server said "later" (4xx): safe to try again. */
  | { readonly kind: 'try-later'; readonly error: Failure }
  /** The body left and no answer came: nobody knows. Never sent again before Sent was searched. */
  | { readonly kind: 'unknown'; readonly error: Failure };

export type OutgoingMail = {
  readonly messageId: string;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
};

/** Where a search for what was sent found it: where sent mail is kept, as a copy that came to ourselves, or not at all. */
export type SentTrace = 'filed' | 'arrived' | 'nowhere';

/** What one visit to Sent came to. 'not-yet': this server files by itself, and takes its time. */
export type Filing =
  | { readonly kind: 'by-server' }
  | { readonly kind: 'not-yet' }
  /** The place is null where the server does not tell the number of what it took (no UIDPLUS). */
  | { readonly kind: 'done'; readonly place: CopyPlace | null };

export type FilingWish = {
  /** What was learned of this account's server, or null. */
  readonly filesSent: 'server' | 'client' | null;
  /** A server that files by itself, and still has not, is not waited for any longer. */
  readonly isLastLook: boolean;
};

/** The copy of a draft: marked as ours, with a Message-ID of its own that the letter will not bear. */
export type OwnDraft = { readonly messageId: string; readonly raw: Uint8Array };

/** Valid only under this UIDVALIDITY. */
export type MailPlace = { readonly mailbox: string; readonly uidValidity: string; readonly uid: number };
export type AttachmentPlace = MailPlace & { readonly part: string };

export type Connector = {
  readonly test: (
    account: AccountRow,
    password: string,
    onStep: (step: TestStep) => void,
  ) => Promise<Result<ConnectionTest>>;
  readonly watch: (account: AccountRow) => ChannelWatch;
  /** `onBodyStart` has returned, and what it wrote is on disk, before the first byte of the body may leave. */
  readonly send: (
    account: AccountRow,
    password: string,
    mail: OutgoingMail,
    onBodyStart: () => void,
    signal: AbortSignal,
  ) => Promise<SendOutcome>;
  /** Looks for a message with this Message-ID in Sent, and wherever else a provider or a rule may have put it. */
  readonly findSent: (account: AccountRow, password: string, messageId: string) => Promise<Result<SentTrace>>;
  /** One visit: puts a copy in Sent, unless it is there or the server is about to do so. Never waits. */
  readonly fileSent: (
    account: AccountRow,
    password: string,
    mail: OutgoingMail,
    wish: FilingWish,
  ) => Promise<Result<Filing>>;
  /** Takes our copy out again where the server has put one of its own beside it; else leaves everything as it is. */
  readonly withdrawCopy: (
    account: AccountRow,
    password: string,
    messageId: string,
    place: CopyPlace,
  ) => Promise<Result<'alone' | 'withdrawn'>>;
  /** Puts a copy of a draft among the server's, in the place of the one before it. False: this account keeps none. */
  readonly keepDraft: (account: AccountRow, password: string, draft: OwnDraft) => Promise<Result<boolean>>;
  /** Takes our copies out again; what is not there any more is no failure. */
  readonly dropDrafts: (
    account: AccountRow,
    password: string,
    messageIds: readonly string[],
  ) => Promise<Result<boolean>>;
  /** Many in one visit, told one by one; what is not there any more is left out. Fails where the server cannot be asked. */
  readonly fetchAttachments: (
    account: AccountRow,
    password: string,
    places: readonly AttachmentPlace[],
    onBytes: (index: number, bytes: Uint8Array) => void,
  ) => Promise<Result<null>>;
  /** For good, not into a bin; nothing else in the mailbox is touched. Answers how many are gone now. */
  readonly removeForGood: (
    account: AccountRow,
    password: string,
    places: readonly MailPlace[],
  ) => Promise<Result<number>>;
  readonly fetchAttachment: (
    account: AccountRow,
    password: string,
    place: { readonly mailbox: string; readonly uidValidity: string; readonly uid: number; readonly part: string },
  ) => Promise<Result<Uint8Array>>;
  /** The whole message as it lies there. */
  readonly fetchOriginal: (account: AccountRow, password: string, place: MailPlace) => Promise<Result<Uint8Array>>;
  /** UID sets against the server, mailbox by mailbox: all that are there, and which of them the owner's window of history wants. */
  readonly compare: (
    account: AccountRow,
    password: string,
  ) => Promise<
    Result<
      readonly { readonly mailbox: string; readonly uids: readonly number[]; readonly wanted: readonly number[] }[]
    >
  >;
};
