// Pictures that lie elsewhere, and who a mail is really from, as the window asks for them.
import { z } from 'zod';
import type { SenderDoubt } from '../domain/sender-trust/sender-doubts.ts';
import type { Instant } from '../domain/instant.ts';
import { command, nothing, query, rowId } from './command-spec.ts';

/**
 * refused-place: it lies in the owner's own network, or at an odd port. spy: its only purpose is to tell that the mail was opened.
 * no-picture: what came is none that can be shown safely.
 */
export type PictureAnswer =
  | { readonly kind: 'picture'; readonly contentType: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'not';
      readonly why: 'refused-place' | 'no-answer' | 'too-large' | 'no-picture' | 'bad-address' | 'spy';
    };

export type MessageTrust = {
  /** The worst first; empty: nothing that needs a word. */
  readonly doubts: readonly SenderDoubt[];
  readonly pictures: {
    /** Lower case. */
    readonly sender: string;
    /** What the owner said so of before, this sender or its domain ("@bedrijf.nl"); and this mail is really from there. */
    readonly alwaysOf: string | null;
    /** His mail server vouches for the sender: "always" can be believed. */
    readonly isKeepable: boolean;
    /** "always" can be said of everybody there: its domain, where that is not anybody's. null: not. */
    readonly domain: string | null;
  };
};

export const REMOTE_WHOM = ['sender', 'domain'] as const;
/** An address, or all of a domain ("@bedrijf.nl"). */
export type RemoteSender = { readonly sender: string; readonly allowedAt: Instant };

export const REMOTE_COMMANDS = {
  /** What is to be said of who sent it, and whether its pictures from elsewhere may be fetched unasked. */
  'message.trust': query<MessageTrust>()(z.object({ message: rowId })),
  /** Only when the owner asked to see this message with its pictures, or always does so of its sender. */
  'remote.picture': query<PictureAnswer>()(z.object({ message: rowId, url: z.string().min(1).max(8_000) })),
  /** From now on, of the sender of this message or of all of his domain. Fails with sender-not-proven. */
  'remote.allow': command<MessageTrust>()(z.object({ message: rowId, whom: z.enum(REMOTE_WHOM) })),
  'remote.senders': query<readonly RemoteSender[]>()(nothing),
  /** Answers who is left. */
  'remote.forget': command<readonly RemoteSender[]>()(z.object({ sender: z.string().min(3).max(320) })),
} as const;
