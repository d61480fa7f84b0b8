// What becomes of a claim: believed, or shown as the plain mail it is, with the reason where the owner can do something about it.
// A mail that lies about its network is no more than mail; a form that is believed says only who the customer is.
import type { MailKind } from '../conversation/message.ts';
import type { SenderProof } from './sender-proof.ts';
import type { MailSource, SourceClaim } from './source.ts';

/**
 * accepted: it is what it says. by-owner: the owner said so. unproven: the own mail server does not say whether it comes from
 * there. refuted: the own mail server says that it does not. unknown-shape: comes from there, but of a shape we do not know.
 * ask: looks like a form or a voicemail, of which only the owner can know whether it is his.
 */
export const STANDINGS = ['accepted', 'by-owner', 'unproven', 'refuted', 'unknown-shape', 'ask'] as const;
export type Standing = (typeof STANDINGS)[number];

export const isBelieved = (standing: Standing): boolean => standing === 'accepted' || standing === 'by-owner';

/** `isOwnDomain`: the sender's domain is one that the owner has an address at. */
export function judgeClaim(claim: SourceClaim, proof: SenderProof, isOwnDomain: boolean): Standing {
  if (proof === 'failed') return 'refuted';
  if (!isOfKnownSender(claim.source)) {
    // Somebody else's form is for the owner to know; a forwarded one has its real sender only in its text.
    return claim.source === 'form' && isOwnDomain && proof === 'proven' ? 'accepted' : 'ask';
  }
  if (proof === 'silent') return 'unproven';
  return claim.shape === 'message' || claim.shape === 'notice' ? 'accepted' : 'unknown-shape';
}

/** A notice comes from a robot; whoever waits behind it is a person. What may be a customer stays in the queue. */
export function kindOfSource(claim: SourceClaim, standing: Standing, kind: MailKind): MailKind {
  if (kind === 'bounce' || kind === 'complaint' || kind === 'auto-reply') return kind;
  if (standing === 'accepted' && claim.shape === 'notice') return 'notification';
  if (standing === 'refuted') return kind;
  return claim.shape === 'message' || claim.shape === 'maybe-message' ? 'human' : kind;
}

/** Claims of these are made only for mail from the network's or service's own domain. */
export const isOfKnownSender = (source: MailSource): boolean =>
  source !== 'form' && source !== 'forwarded-form' && source !== 'voicemail';
