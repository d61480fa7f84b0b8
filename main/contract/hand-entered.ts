// What the owner writes down himself: a call, somebody at the counter, a message in an app on his phone. It stands in the queue like
// anything else; what is asked for and answered here crosses the boundary with commands.ts.
import { z } from 'zod';
import { HAND_CHANNELS, NOTE_KINDS } from '../domain/conversation/hand-channels.ts';
import { CHANNELS, type Channel } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { Decisions } from '../domain/queue/decisions.ts';

const rowId = z.number().int().positive();
const instant = z.number().int().min(0).max(8_640_000_000_000_000);
const noteText = z.string().max(100_000);
const channel = z.enum(HAND_CHANNELS);
/** As the owner typed it; '' or absent: not known. */
const typed = z.string().max(2_000).optional();

const person = z.object({
  who: z.string().max(200),
  phone: typed,
  email: typed,
  /** A name on the network that `channel` is. */
  handle: typed,
  /** A page of his, https. */
  link: typed,
});
export type NotePerson = z.infer<typeof person>;

export const newNote = person.extend({
  /** The address of a known customer whom the owner pointed at. Absent or null: known by what was typed, or new. */
  customer: z.string().min(1).max(320).nullable().optional(),
  channel,
  text: noteText.min(1),
  /** Absent or null: now. */
  at: instant.nullable().optional(),
  /** By hand. Absent or null: the channel's target. */
  replyBy: instant.nullable().optional(),
  /** It was answered at once; with which words, or ''. Absent or null: it is ours to answer. */
  answered: noteText.nullable().optional(),
});

export const addedNote = z.object({
  conversation: rowId,
  kind: z.enum(NOTE_KINDS),
  channel,
  text: noteText,
  at: instant.nullable().optional(),
  /** The canned reply that the answer began with. */
  cannedId: rowId.nullable().optional(),
});

export const changedNote = person.partial().extend({
  message: rowId,
  channel: channel.optional(),
  text: noteText.min(1).optional(),
});

/** A note as it was, whole enough to be put back. */
const takenNote = z.object({
  kind: z.enum(NOTE_KINDS),
  channel: z.enum(CHANNELS),
  from: z.object({ name: z.string().max(998), address: z.string().max(998) }),
  reach: z.array(z.string().max(2_000)).max(20),
  text: noteText,
  at: instant,
});
export type TakenNote = z.infer<typeof takenNote>;

export const takenNotes = z.object({
  /** null: the conversation went with its last message. */
  conversation: rowId.nullable(),
  notes: z.array(takenNote).min(1).max(10),
});
export type TakenNotes = z.infer<typeof takenNotes> & { readonly decisions: Decisions };

export const notesToTake = z.object({ messages: z.array(rowId).min(1).max(10) });

export type StoredNotes = {
  readonly conversation: number;
  readonly messages: readonly number[];
  /** What was decided about the conversation before. null: it began with this. */
  readonly before: Decisions | null;
};

/** Somebody the owner may mean by the first letters of a name, a number or an address. */
export type KnownPerson = {
  readonly name: string;
  readonly address: string;
  /** How his number, handle or mail address is shown; '' for one who was only named. */
  readonly shown: string;
  /** 0 where he never wrote. */
  readonly lastAt: Instant;
  readonly conversations: number;
  /** His latest conversation that is not done. */
  readonly open: { readonly conversation: number; readonly subject: string } | null;
};

/** How the customer of a conversation can be reached beside the answer by mail, as far as the owner wrote it down. */
export type CustomerReach = {
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly handles: readonly { readonly channel: Channel; readonly handle: string }[];
  readonly links: readonly string[];
};
