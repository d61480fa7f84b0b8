// Whether two people the desk knows apart may be one. Proposed to the owner, never done by itself: so a rule may be wrong now and
// then, but must be one that he sees the reason of.
import { companyGuess } from './company-guess.ts';
import { plainName } from './name-words.ts';
import { personName } from './person-name.ts';
import { isMailAddress } from './way.ts';

export const SAME_REASONS = ['same-mailbox', 'same-number', 'signature', 'same-name-and-firm', 'same-name'] as const;
/** The surest first. */
export type SameReason = (typeof SAME_REASONS)[number];

export type KnownAs = {
  /** All his addresses, lower case. */
  readonly handles: readonly string[];
  readonly names: readonly string[];
  /** Addresses that stand below his own letters: his other ones, as a rule. */
  readonly signed: readonly string[];
};

/** null: nothing says so. The two have no address in common. */
export function samePerson(one: KnownAs, other: KnownAs): SameReason | null {
  const mailboxes = new Set(one.handles.filter(isMailAddress).map(mailboxOf));
  if (other.handles.some((address) => isMailAddress(address) && mailboxes.has(mailboxOf(address)))) {
    return 'same-mailbox';
  }
  if (meet(one.signed.filter(isNumber), [...other.handles, ...other.signed].filter(isNumber))) return 'same-number';
  if (meet(one.handles.filter(isNumber), other.signed)) return 'same-number';
  if (meet(one.signed, other.handles) || meet(one.handles, other.signed)) return 'signature';
  if (!haveSameName(one.names, other.names)) return null;
  if (meet(firmsOf(one.handles), firmsOf(other.handles))) return 'same-name-and-firm';
  // Two mailboxes at a provider where everyone has one: there is more than one Jan Peeters. Whoever has none is met on the phone, at the
  // counter or on a network, where one name is often all there is.
  return one.handles.some(isMailAddress) !== other.handles.some(isMailAddress) ? 'same-name' : null;
}

const isNumber = (address: string): boolean => address.startsWith('tel:');

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));

/** Into which box it falls: what follows a plus is the owner's own mark (RFC 5233), and Gmail takes no notice of dots. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const [local = ''] = address.slice(0, at).split('+');
  return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
}

/** A first name alone, or initials, is borne by too many. */
function haveSameName(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(others.flatMap(nameKey));
  return some.flatMap(nameKey).some((key) => keys.has(key));
}

function nameKey(name: string): readonly string[] {
  const { first, last } = personName(name);
  return first === null || last === null ? [] : [plainName(`${first} ${last}`)];
}

/** Domains of firms, not of providers. */
const firmsOf = (handles: readonly string[]): readonly string[] =>
  handles.flatMap((address) =>
    isMailAddress(address) && companyGuess(address) !== null ? [address.slice(address.lastIndexOf('@') + 1)] : [],
  );
