// What the owner should know about who sent a mail, and only what matters: no shields on every message. The own mail server's word
// (server-habit.ts) comes first; the rest is what can be seen by comparing with whom he knows.
import type { Address, MailKind } from '../conversation/message.ts';
import { disguiseOf, takenFor } from '../link/look-alike.ts';
import { shownAddressIn } from '../link/shown-host.ts';
import { chosenName, siteOf } from '../link/site.ts';
import type { MethodResult } from '../mail-source/authentication-results.ts';
import { domainOf, type SenderProof } from '../mail-source/sender-proof.ts';
import { nameKey, type Acquaintances } from './acquaintances.ts';
import type { ChangedAccount } from './changed-account.ts';
import { borrowedDomain, borrowedName, playsKeeper } from './house-names.ts';
import { asksForMoney, asksForNewAccount } from './money-words.ts';

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
  /** The name of a bank, a parcel service or another house that is often forged, from a domain that is not its own. */
  | { readonly kind: 'house-name'; readonly name: string; readonly domain: string }
  /** Another bank account than the sender named before. */
  | { readonly kind: 'other-account'; readonly account: string; readonly known: string }
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
  /** A bank account that is new to the sender's house (changed-account.ts). */
  readonly changed: ChangedAccount | null;
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
    ...accountDoubts(facts),
    ...domainDoubts(facts, domain, known, owner),
    ...nameDoubts(facts, known, owner),
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

const accountDoubts = ({ changed }: SenderFacts): readonly SenderDoubt[] =>
  changed === null ? [] : [{ kind: 'other-account', account: changed.account, known: changed.before }];

function domainDoubts(facts: SenderFacts, domain: string, known: Acquaintances, owner: Owner): readonly SenderDoubt[] {
  if (disguiseOf(domain) !== null) return [{ kind: 'disguised', domain }];
  const site = siteOf(domain);
  const own = [...owner.addresses].map((address) => siteOf(domainOf(address)));
  if (known.sites.has(site) || own.includes(site)) return [];
  const others = [...own, ...known.sites];
  const other = takenFor(domain, others) ?? borrowedDomain(domain) ?? besideKnown(facts, site, others);
  return other === null ? [] : [{ kind: 'looks-like', domain, known: other }];
}

/**
 * zaak.nl beside zaak.be is usually one firm, and zaak-facturen.be may be: where the letter names another account, it is worth a word.
 */
function besideKnown({ subject, text }: SenderFacts, site: string, others: readonly string[]): string | null {
  const name = chosenName(site);
  const known = others.find((other) => {
    const known = chosenName(other);
    return known.length >= SHORTEST_KNOWN && (name === known || name.startsWith(`${known}-`));
  });
  return known !== undefined && asksForNewAccount(`${subject}\n${text}`) ? known : null;
}

/** Shorter ones are the beginning of too many names. */
const SHORTEST_KNOWN = 6;

function nameDoubts(facts: SenderFacts, known: Acquaintances, owner: Owner): readonly SenderDoubt[] {
  const { name } = facts.from;
  const address = facts.from.address.toLowerCase();
  const domain = domainOf(address);
  if (owner.addresses.has(address)) return [];
  const shown = shownAddressIn(name);
  if (shown !== null) {
    // "info@zaak.be" before noreply@mail.zaak.be is one house.
    const isOther = siteOf(domainOf(shown)) !== siteOf(domain);
    return isOther ? [{ kind: 'name-is-address', shown, address }] : [];
  }
  if (known.isKnown(address)) return [];
  const isOfStranger = !known.sites.has(siteOf(domain)) && !isOwnSite(domain, owner);
  const said = `${facts.subject}\n${facts.text}`;
  if (isOfStranger && (borrowedName(name, domain) !== null || playsKeeper(name, said))) {
    return [{ kind: 'house-name', name, domain }];
  }
  if (owner.names.some((own) => isNamed(own, name, asksForMoney(facts)))) return [{ kind: 'own-name', name, address }];
  const others = [...known.named(name), ...known.ofHouse(name)];
  // A second address in the same house is what firms do.
  const isSameHouse = others.some((other) => siteOf(domainOf(other)) === siteOf(domain));
  return others.length === 0 || isSameHouse || isSentFor(facts, known)
    ? []
    : [{ kind: 'known-name', name, known: [...new Set(others)] }];
}

const isOwnSite = (domain: string, { addresses }: Owner): boolean =>
  [...addresses].some((address) => siteOf(domainOf(address)) === siteOf(domain));

/** "T. Claes" is anybody's, save where it asks for money. */
function isNamed(own: string, name: string, isAboutMoney: boolean): boolean {
  const key = nameKey(own);
  if (key === null) return false;
  if (nameKey(name) === key) return true;
  const [first = '', ...last] = own.trim().split(/\s+/);
  return isAboutMoney && lettersOf(name) === lettersOf(first.charAt(0) + last.join(''));
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, '');

/** A bookkeeping program that the house writes by: vouched for, and the answer goes to whom the owner knows. */
const isSentFor = ({ kind, proof, replyTo }: SenderFacts, known: Acquaintances): boolean =>
  kind !== 'human' &&
  proof === 'proven' &&
  replyTo.length > 0 &&
  replyTo.every(({ address }) => known.isKnown(address));

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
