// Who a note is about: what the owner typed, brought to addresses that are the same each time, and the customer they belong to.
// Pure but for the store it looks him up in.
import { z } from 'zod';
import type { CustomerReach, NotePerson } from '../../contract/hand-entered.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import { phoneNumber, type HomeCountry } from '../../domain/contact/phone-number.ts';
import { addressOf, handleFrom, ONLY_NAMED, pageFrom, wayTo, type Way } from '../../domain/contact/way.ts';
import type { HandChannel } from '../../domain/conversation/hand-channels.ts';
import type { Store } from '../store/store.ts';
import { BY_HAND } from '../channels/manual/manual-account.ts';

/** Fails with the first of them that is not what it should be. */
export function waysFrom(person: NotePerson, channel: HandChannel, home: HomeCountry): Result<readonly Way[]> {
  const ways: Way[] = [];
  const phone = person.phone?.trim() ?? '';
  if (phone !== '') {
    const number = phoneNumber(phone, home);
    if (number === null) return notUnderstood(phone);
    ways.push({ kind: 'phone', number });
  }
  const email = person.email?.trim() ?? '';
  if (email !== '') {
    if (!z.email().safeParse(email).success) return notUnderstood(email);
    ways.push({ kind: 'email', address: email });
  }
  const name = person.handle?.trim() ?? '';
  if (name !== '') {
    const handle = handleFrom(name);
    if (handle === null) return notUnderstood(name);
    ways.push({ kind: 'handle', channel, handle });
  }
  const link = person.link?.trim() ?? '';
  if (link !== '') {
    const url = pageFrom(link);
    if (url === null) return notUnderstood(link);
    ways.push({ kind: 'link', url });
  }
  return ok(ways);
}

const notUnderstood = (what: string): Result<never> => failed('contact-not-understood', 'user', what, { what });

/** Asked of the channel first: who sends a WhatsApp is his number, who writes on Instagram his name there. */
const FIRST: Readonly<Record<Way['kind'], (channel: HandChannel) => number>> = {
  phone: (channel) => (channel === 'phone' || channel === 'whatsapp' || channel === 'sms' ? 0 : 3),
  handle: () => 1,
  email: () => 2,
  // A page is no name: two people may share one.
  link: () => Infinity,
};

/** Enough to tell one Jan from another. */
const NAME_DIGITS = 12;

/** By whose address the note is kept: the known customer whom one of these belongs to, or a new one. */
export function customerAddress(
  { customers, contacts }: Pick<Store, 'customers' | 'contacts'>,
  ways: readonly Way[],
  channel: HandChannel,
  uuid: string,
): string {
  const naming = ways
    .filter(({ kind }) => kind !== 'link')
    .toSorted((a, b) => FIRST[a.kind](channel) - FIRST[b.kind](channel));
  const addresses = naming.map(addressOf);
  const onlyNamed = `${ONLY_NAMED}${uuid.replaceAll('-', '').slice(-NAME_DIGITS)}`;
  return customers.behind(addresses.flatMap(contacts.handlesOf), BY_HAND) ?? addresses[0] ?? onlyNamed;
}

/** From all that was written down, the newest first. */
export function reachOf(addresses: readonly string[]): CustomerReach {
  const ways = [...new Set(addresses)].map(wayTo).filter((way) => way !== null);
  return {
    phone: ways.find((way) => way.kind === 'phone')?.number ?? null,
    email: ways.find((way) => way.kind === 'email')?.address ?? null,
    handles: ways.flatMap((way) => (way.kind === 'handle' ? [{ channel: way.channel, handle: way.handle }] : [])),
    links: ways.flatMap((way) => (way.kind === 'link' ? [way.url] : [])),
  };
}
