// What a channel hands to ingest. Ingest is the one way in: sync, the demo desk and our own outbox all use it, so that every
// message is threaded, indexed, and counts for the queue in the same transaction that stores it.
import type { AccountId, ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Channel, Direction } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ArrivedMail } from './prepared-mail.ts';

/** Ends the Message-ID that we give to the card of a message of which not even the header could be had. */
export const CARD_DOMAIN = '@not-fetched.invalid';

export type Place = {
  readonly mailboxId: number;
  readonly uid: number;
  readonly flags: readonly string[];
  /** The server's own number for it, where it gives one. */
  readonly emailId?: string | null;
};

export type ArrivedMessage = {
  readonly account: AccountId;
  readonly channel: Channel;
  readonly direction: Direction;
  /** When the server took it in. */
  readonly at: Instant;
  readonly size: number;
  readonly mail: ArrivedMail;
  /** null: ours, on its way out, not on any server yet. */
  readonly place: Place | null;
  /** It never opens the clock, whenever it arrived: mail out of an archive, or filed before we saw it. */
  readonly isHistory?: boolean;
  /** The owner says when it was: it stands there, also before what is here already. */
  readonly isDated?: boolean;
  /** Ours: which conversation it answers, also where what it answers has no Message-ID to refer to. */
  readonly conversation?: ConversationId;
};

export type IngestReport = {
  /** Row ids in the order of the messages given, without erased ones; an old id where the message was known already. */
  readonly rows: readonly MessageRowId[];
  readonly added: number;
};

/** Synchronous and atomic: when it returns, all of it is on disk and `message-stored` events are out. */
export type Ingest = (messages: readonly ArrivedMessage[]) => IngestReport;
