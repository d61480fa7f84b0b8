// Pictures that lie elsewhere, and who a mail is really from, as the window asks for them.
import type { SenderDoubt } from '../domain/sender-trust/sender-doubts.ts';
import type { Instant } from '../domain/instant.ts';

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
    /** The owner said so before, and this mail is really from there. */
    readonly isAlways: boolean;
    /** His mail server vouches for the sender: "always" can be believed. */
    readonly isKeepable: boolean;
  };
};

export type RemoteSender = { readonly sender: string; readonly allowedAt: Instant };
