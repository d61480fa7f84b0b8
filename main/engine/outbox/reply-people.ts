// Who an answer goes to and from which own address it leaves. Pure; the window shows the very same before sending.
import type { AccountRow } from '../store/account-table.ts';
import type { Address, Direction } from '../../domain/conversation/message.ts';

export type AnsweredMessage = {
  readonly direction: Direction;
  readonly from: Address;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** Delivered-To and X-Original-To: an alias or a blind copy shows only there. */
  readonly deliveredTo: readonly string[];
  /** A form or a network carried it: Reply-To is the person behind it, and nobody else knows of it. */
  readonly isCarried?: boolean;
};

export type ReplyPeople = {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
};

/**
 * `own` holds every address of every account, lower case. An answer to our own message (nobody wrote back yet) goes to those
 * it went to. Others whom the customer wrote to stay in copy: he expects them to read along.
 */
export function replyPeople(
  answered: AnsweredMessage,
  account: Pick<AccountRow, 'email' | 'name' | 'addresses'>,
  own: ReadonlySet<string>,
): ReplyPeople {
  const isOurs = ({ address }: Address): boolean => own.has(address.toLowerCase());
  const others = (people: readonly Address[]): readonly Address[] =>
    people.filter((person) => person.address !== '' && !isOurs(person));
  if (answered.direction === 'out') {
    const to = distinct(others(answered.to));
    return {
      from: { name: account.name, address: ownAddressIn([answered.from.address], account) },
      to,
      cc: without(distinct(others(answered.cc)), to),
    };
  }
  const addressed = [...answered.to, ...answered.cc].map(({ address }) => address);
  const from = { name: account.name, address: ownAddressIn([...addressed, ...answered.deliveredTo], account) };
  if (answered.isCarried === true) return { from, to: distinct(others(answered.replyTo)), cc: [] };
  const named = others(answered.replyTo);
  const to = distinct(named.length > 0 ? named : others([answered.from]));
  return {
    from,
    to,
    cc: without(distinct(others([...answered.to, ...answered.cc])), to),
  };
}

function ownAddressIn(addresses: readonly string[], account: Pick<AccountRow, 'email' | 'addresses'>): string {
  const own = new Set(account.addresses);
  const written = addresses.find((address) => own.has(address.toLowerCase()));
  return written ?? account.email;
}

function distinct(people: readonly Address[]): readonly Address[] {
  const seen = new Set<string>();
  return people.filter(({ address }) => {
    const key = address.toLowerCase();
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

const without = (people: readonly Address[], taken: readonly Address[]): readonly Address[] => {
  const names = new Set(taken.map(({ address }) => address.toLowerCase()));
  return people.filter(({ address }) => !names.has(address.toLowerCase()));
};
