// A conversation piece by piece: a line of every message, the messages asked for, where words occur in it, and what a message is
// made of. A conversation of thousands is walked by its lines; bodies come for what is open.
import { z } from 'zod';
import type { Address, Channel, Direction, MailKind } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import { query, rowId } from './command-spec.ts';
import type { ConversationId, MessageRowId, MessageView } from './views.ts';

export type MessageLine = {
  readonly id: MessageRowId;
  readonly direction: Direction;
  readonly channel: Channel;
  readonly kind: MailKind;
  /** The person, also where a network's notice carried what he wrote. */
  readonly from: Address;
  readonly at: Instant;
  /** The first own words; '' where there are none. */
  readonly preview: string;
  readonly isUnread: boolean;
  /** Everybody can read it where it was written. */
  readonly isPublic: boolean;
};

export type FoundInMessage = { readonly message: MessageRowId; readonly count: number };

/** Another conversation with the same person that is not done. */
export type AlsoOpen = {
  readonly conversation: ConversationId;
  readonly subject: string;
  readonly channel: Channel;
  readonly lastAt: Instant;
  /** null: it is not ours to answer. */
  readonly replyBy: Instant | null;
};

/** As it is kept here: without the stamps of the relays on the way, and decoded. */
export type MessageSource = {
  readonly conversation: ConversationId;
  /** In the order in which they came; names in lower case. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html: string | null;
  /** Written down by the owner: there never was a mail. */
  readonly isByHand: boolean;
};

/** The bytes as they travelled. */
export type OriginalMail = { readonly fileName: string; readonly bytes: Uint8Array };

/** A screenful and what lies around it; a printer asks more than once. */
export const MOST_MESSAGES = 200;
export const LONGEST_FIND = 200;

export const STORY_COMMANDS = {
  /** Of all messages, oldest first. */
  'conversation.outline': query<readonly MessageLine[]>()(z.object({ id: rowId })),
  /** Those of them that are asked for, oldest first; what is not there any more is left out. */
  'conversation.messages': query<readonly MessageView[]>()(
    z.object({ id: rowId, messages: z.array(rowId).max(MOST_MESSAGES) }),
  ),
  /** Messages whose text holds these words as they stand, whatever their case and accents, oldest first; quoted text counts. */
  'conversation.find': query<readonly FoundInMessage[]>()(z.object({ id: rowId, text: z.string().max(LONGEST_FIND) })),
  /** Of the same person, under whichever of his addresses; the one with the latest word first. */
  'conversation.alsoOpen': query<readonly AlsoOpen[]>()(z.object({ id: rowId })),
  'message.source': query<MessageSource>()(z.object({ id: rowId })),
  /** From the outbox where it left from here, else from the server. Fails with not-found where the server has it no more. */
  'message.original': query<OriginalMail>()(z.object({ id: rowId })),
} as const;
