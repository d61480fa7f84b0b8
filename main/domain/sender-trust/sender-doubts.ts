// What the owner should know about who sent a mail, and only what matters: no shields on every message. The own mail server's word
// (server-habit.ts) comes first; the rest is what can be seen by comparing with whom he knows.
import type { Address, MailKind } from '../conversation/message.ts';
import { disguiseOf, takenFor } from '../link/look-alike.ts';
import { shownAddressIn } from '../link/shown-host.ts';
import { siteOf } from '../link/site.ts';
import type { MethodResult } from '../mail-source/authentication-results.ts';
import { domainOf, type SenderProof } from '../mail-source/sender-proof.ts';
import { nameKey, type Acquaintances } from './acquaintances.ts';
import { asksForMoney } from './money-words.ts';

export type SenderDoubt =
  /** The own mail server says that it does not come from there; `failed`: by which checks, in lower case. */
  | { readonly kind: 'not-from-there'; readonly domain: string; readonly failed: readonly string[] }
  /** The name shown is itself an address, another one. */
  | { readonly kind: 'name-is-address'; readonly shown: string; readonly address: string }
  /** The owner's own name, from an address that is not his. */
  | { readonly kind: 'own-name'; readonly name: string; readonly address: string }
  /** A name that the owner knows under other addresses. */
  | { readonly kind: 'known-name'; readonly name: string; readonly known: readonly string[] }
  /** Nearly the domain of somebody he knows, or of one that is forged often. */
  | { readonly kind: 'looks-like'; readonly domain: string; readonly known: string }
  | { readonly kind: 'disguised'; readonly domain: string }
  /** It speaks of money, and the answer would go to another domain. */
  | { readonly kind: 'answers-elsewhere'; readonly address: string; readonly domain: string };

export type SenderFacts = {
  readonly from: Address;
  readonly replyTo: readonly Address[];
  readonly kind: MailKind;
  readonly subject: string;
  readonly text: string;
  readonly proof: SenderProof;
  /** What the own mail server found; null where it wrote nothing. */
  readonly results: readonly MethodResult[] | null;
  /** A list or a mailing passed it on, which breaks signatures without any ill will. */
  readonly isPassedOn: boolean;
};

export type Owner = {
  /** Lower case. */
  readonly addresses: ReadonlySet<string>;
  readonly names: readonly string[];
};

/** The worst first. */
export function senderDoubts(facts: SenderFacts, known: Acquaintances, owner: Owner): readonly SenderDoubt[] {
  const address = facts.from.address.toLowerCase();
  const domain = domainOf(address);
  // Notes of the owner's own and networks' handles are no mail.
  if (!address.includes('@') || domain === '') return [];
  const proven = provenDoubt(facts, domain);
  return [
    ...(proven === null ? [] : [proven]),
    ...domainDoubts(domain, known, owner),
    ...nameDoubts(facts.from.name, address, known, owner),
    ...answerDoubts(facts, domain, known, owner),
  ];
}

function provenDoubt({ proof, results, isPassedOn }: SenderFacts, domain: string): SenderDoubt | null {
  const failed = [...new Set((results ?? []).filter(({ result }) => result === 'fail').map(({ method }) => method))];
  if (proof === 'failed') return { kind: 'not-from-there', domain, failed };
  if (proof === 'proven' || results === null || isPassedOn) return null;
  const hasPassed = results.some(({ method, result }) => result === 'pass' && CHECKS.has(method));
  const hasFailed = failed.some((method) => CHECKS.has(method));
  return hasFailed && !hasPassed ? { kind: 'not-from-there', domain, failed } : null;
}

/** Others (arc, iprev, auth) say nothing about the sender. */
const CHECKS: ReadonlySet<string> = new Set(['spf', 'dkim', 'dmarc']);

function domainDoubts(domain: string, known: Acquaintances, { addresses }: Owner): readonly SenderDoubt[] {
  if (disguiseOf(domain) !== null) return [{ kind: 'disguised', domain }];
  if (known.sites.has(siteOf(domain))) return [];
  const own = [...addresses].map((address) => siteOf(domainOf(address)));
  if (own.includes(siteOf(domain))) return [];
  const other = takenFor(domain, [...own, ...known.sites]);
  return other === null ? [] : [{ kind: 'looks-like', domain, known: other }];
}

function nameDoubts(name: string, address: string, known: Acquaintances, owner: Owner): readonly SenderDoubt[] {
  if (owner.addresses.has(address)) return [];
  const shown = shownAddressIn(name);
  if (shown !== null) {
    // "info@zaak.be" before noreply@mail.zaak.be is one house.
    const isOther = siteOf(domainOf(shown)) !== siteOf(domainOf(address));
    return isOther ? [{ kind: 'name-is-address', shown, address }] : [];
  }
  const key = nameKey(name);
  if (key === null || known.isKnown(address)) return [];
  if (owner.names.some((own) => nameKey(own) === key)) return [{ kind: 'own-name', name, address }];
  const others = known.named(name);
  // A second address in the same house is what firms do.
  const isSameHouse = others.some((other) => siteOf(domainOf(other)) === siteOf(domainOf(address)));
  return others.length === 0 || isSameHouse ? [] : [{ kind: 'known-name', name, known: others }];
}

function answerDoubts(
  { kind, replyTo, subject, text, isPassedOn }: SenderFacts,
  domain: string,
  known: Acquaintances,
  { addresses }: Owner,
): readonly SenderDoubt[] {
  if (kind !== 'human' || isPassedOn || !asksForMoney({ subject, text })) return [];
  const elsewhere = replyTo.find(({ address }) => {
    const lower = address.toLowerCase();
    return (
      lower.includes('@') &&
      siteOf(domainOf(lower)) !== siteOf(domain) &&
      !addresses.has(lower) &&
      !known.isKnown(lower)
    );
  });
  return elsewhere === undefined
    ? []
    : [{ kind: 'answers-elsewhere', address: elsewhere.address.toLowerCase(), domain }];
}
