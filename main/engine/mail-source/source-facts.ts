// What a mail says about its source, read where the mail is read: in the parse threads. The engine's thread only weighs it, by what
// it knows of the account's own server and of the owner's rules.
import { findClaim } from '../../domain/mail-source/find-claim.ts';
import type { SourceClaim, SourceFacts } from '../../domain/mail-source/source.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';

export type SourceFound = {
  readonly claim: SourceClaim | null;
  /** Authentication-Results from the top down. */
  readonly authentication: readonly string[];
  readonly fromFields: number;
};

/** A server writes a few; the rest is the sender's. */
const MOST_FIELDS = 6;

export const findSource = (mail: SourceFacts): SourceFound => ({
  claim: findClaim(mail),
  authentication: authenticationOf(mail.headers),
  fromFields: fieldsOf(mail.headers, 'from').length,
});

export const authenticationOf = (headers: ParsedMail['headers']): readonly string[] =>
  fieldsOf(headers, 'authentication-results').slice(0, MOST_FIELDS);

const fieldsOf = (headers: ParsedMail['headers'], name: string): readonly string[] =>
  Object.hasOwn(headers, name) ? (headers[name] ?? []) : [];
