// Mail that stands for something else, as the window shows it, and the owner's own rules about such mail.
import { z } from 'zod';
import { CHANNELS, type Address, type Channel } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { FormField } from '../domain/mail-source/form-fields.ts';
import type { Standing } from '../domain/mail-source/judge-claim.ts';
import { PERSON_PLACES, type OwnerRule } from '../domain/mail-source/owner-rule.ts';
import type { AnswerMode, MailSource, SourceShape } from '../domain/mail-source/source.ts';

export type SourceView = {
  readonly source: MailSource;
  readonly standing: Standing;
  /** Where it came from, or says that it did. */
  readonly channel: Channel;
  readonly shape: SourceShape;
  /** Who really wrote, or is said to have. */
  readonly person: Address;
  /** His own words without the notice around them; '' where they are not in it. */
  readonly text: string;
  readonly mode: AnswerMode;
  readonly link: string | null;
};

/** How a conversation is answered. */
export type AnswerRoute = {
  readonly mode: AnswerMode;
  readonly channel: Channel;
  /** https on the network's own host, or tel:. */
  readonly link: string | null;
  /** Everybody can read the answer. */
  readonly isPublic: boolean;
};

/** What the owner may say about the mail of one conversation, with what can be guessed of it. */
export type SourceLook = {
  readonly message: number;
  readonly sender: string;
  /** His mail server vouches for that sender. refuted: it says that the mail is not from there. */
  readonly proof: 'proven' | 'silent' | 'failed';
  readonly channel: Channel;
  readonly personFrom: OwnerRule['personFrom'];
  /** Reply-To, where it names somebody else. */
  readonly replyTo: Address | null;
  /** The fields that hold a mail address first. */
  readonly fields: readonly FormField[];
  /** The label of the field that names him best, or ''. */
  readonly field: string;
  readonly person: Address | null;
};

/** Whether the mail server of an account vouches for senders on all that it takes in. */
export type ServerWord = { readonly email: string; readonly vouches: boolean };

export type RuleView = OwnerRule & { readonly id: number; readonly madeAt: Instant };

const line = z.string().max(320);

/** The owner's word: who is behind this mail, and for which mail that holds. */
export const saidOfMail = z.object({
  message: z.number().int().positive(),
  channel: z.enum(CHANNELS),
  /** 'typed': whom the owner names himself, for this one mail. */
  personFrom: z.enum([...PERSON_PLACES, 'typed']),
  person: z.object({ name: z.string().max(200), address: z.email().max(254) }).optional(),
  field: line,
  /** Only this mail, all of its sender, or all of his domain. */
  scope: z.enum(['message', 'sender', 'domain']),
  /** Words that the subject must have; ''. */
  subject: line,
});
export type SaidOfMail = z.infer<typeof saidOfMail>;
