// What a mail says when it only carries a message from somewhere else: a network's notice, a form on a site, a voicemail. A claim
// until the owner's own mail server has vouched for the sender: judge-claim.ts.
import type { Address, Channel } from '../conversation/message.ts';

export const MAIL_SOURCES = [
  'linkedin',
  'marktplaats',
  'tweedehands',
  'airbnb',
  'booking',
  'etsy',
  'google-review',
  'facebook',
  'instagram',
  'wix',
  'squarespace',
  'jotform',
  'form',
  'forwarded-form',
  'voicemail',
] as const;
export type MailSource = (typeof MAIL_SOURCES)[number];

/** 'open-link': only in the network itself, or by telephone. */
export const ANSWER_MODES = ['mail-to-sender', 'relay-mail', 'open-link', 'none'] as const;
export type AnswerMode = (typeof ANSWER_MODES)[number];

/** What is looked at. Header names are lower case, values unfolded and decoded. */
export type SourceFacts = {
  readonly from: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly attachments: readonly { readonly contentType: string }[];
};

/**
 * message: somebody waits for an answer. notice: the network's own news. unknown: from there, of a shape we do not know; maybe-message
 * the same, from a sender that carries messages.
 */
export type SourceShape = 'message' | 'notice' | 'unknown' | 'maybe-message';

export type SourceClaim = {
  readonly source: MailSource;
  readonly channel: Channel;
  readonly shape: SourceShape;
  /** The real person. Where the network tells no address, a handle ("linkedin:jan-peeters") or a number of its own stands for it. */
  readonly person: Address;
  /** Where an answer by mail goes; empty where none can. */
  readonly replyTo: readonly Address[];
  /** The same for every notice of one thread; null: by subject and references, as mail. */
  readonly key: string | null;
  /** The customer's own words; '' where the notice does not carry them. */
  readonly text: string;
  readonly mode: AnswerMode;
  /** https on the network's own host, made anew from its id so that no token of the mail is in it; or tel:. */
  readonly link: string | null;
};

/** What is written there can be read by everybody. */
export const isPublicChannel = (channel: Channel): boolean => channel === 'google-review';

/** The network's own mail: nobody to answer, and nothing made of it. */
export const unanswerable = (
  claim: Pick<SourceClaim, 'source' | 'channel'>,
  { from }: Pick<SourceFacts, 'from'>,
  shape: Exclude<SourceShape, 'message'>,
): SourceClaim => ({
  ...claim,
  shape,
  person: from[0] ?? { name: '', address: '' },
  replyTo: [],
  key: null,
  text: '',
  mode: 'none',
  link: null,
});
