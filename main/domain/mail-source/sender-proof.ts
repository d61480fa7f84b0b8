// Whether a mail comes from the domain that it says to come from, by what the owner's own mail server found (RFC 8601, 7489).
import type { Address } from '../conversation/message.ts';
import type { MethodResult } from './authentication-results.ts';
import { believedResults, type ServerHabit } from './server-habit.ts';

/** silent: the own server says nothing about it. failed: it says that this is not from there. */
export type SenderProof = 'proven' | 'failed' | 'silent';

export type ProofFacts = {
  readonly from: readonly Address[];
  /** How many From fields its header has; two are a trick (RFC 5322 3.6), and a signature may cover the other one. */
  readonly fromFields: number;
  /** Authentication-Results from the top down. */
  readonly authentication: readonly string[];
};

export function senderProof({ from, fromFields, authentication }: ProofFacts, habit: ServerHabit): SenderProof {
  const results = believedResults(authentication, habit);
  const sender = from[0];
  if (results === null || sender === undefined) return 'silent';
  if (from.length > 1 || fromFields > 1) return 'failed';
  const domain = domainOf(sender.address);
  if (domain === '') return 'silent';
  if (results.some((result) => vouchesFor(result, domain))) return 'proven';
  return results.some(({ method, result }) => method === 'dmarc' && result === 'fail') ? 'failed' : 'silent';
}

function vouchesFor({ method, result, properties }: MethodResult, domain: string): boolean {
  if (result !== 'pass') return false;
  // SPF passes for the envelope, which the owner never sees: it vouches for nothing here.
  if (method === 'dmarc') return domainOf(properties['header.from'] ?? '') === domain;
  if (method !== 'dkim') return false;
  // Google names the identity (header.i) only; its domain lies at or below that of the signature (RFC 6376 3.5).
  const signed = domainOf(properties['header.d'] ?? properties['header.i'] ?? '');
  return signed.includes('.') && isWithin(domain, signed);
}

/**
 * The domain itself, or below it. Relaxed alignment (RFC 7489 3.1.1) also lets a signature below the sender's domain count; which
 * needs the list of public suffixes, or anybody's shop.platform.com would vouch for platform.com. A dmarc result has seen to that.
 */
export const isWithin = (domain: string, upper: string): boolean => domain === upper || domain.endsWith(`.${upper}`);

/** Of an address, or of a bare domain; lower case, without the dot at its end. */
export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '');
