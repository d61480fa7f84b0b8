// The ways to reach a customer beside mail, and how each is written as one address. None of these forms is a mail address: RFC 5321
// allows no bare ":" before the "@", and none of them holds an "@".
import { CHANNELS, type Address, type Channel } from '../conversation/message.ts';
import { phoneNumber, shownPhone, type HomeCountry } from './phone-number.ts';

export type Way =
  /** E.164. */
  | { readonly kind: 'phone'; readonly number: string }
  | { readonly kind: 'email'; readonly address: string }
  /** A name on a network, without its "@". */
  | { readonly kind: 'handle'; readonly channel: Channel; readonly handle: string }
  /** A page of his, always https. */
  | { readonly kind: 'link'; readonly url: string };

/** Begins the address of somebody who was only named: it tells him from others of that name, and reaches nobody. */
export const ONLY_NAMED = 'noted:';
/** Begins the address of somebody whom only the network knows, by a number of its own: "within:airbnb/2213344556". */
export const ONLY_THERE = 'within:';

export function addressOf(way: Way): string {
  switch (way.kind) {
    case 'phone':
      return `tel:${way.number}`;
    case 'email':
      return way.address.toLowerCase();
    case 'handle':
      return `${way.channel}:${way.handle.toLowerCase()}`;
    case 'link':
      return way.url;
  }
}

/** null: it reaches nobody. */
export function wayTo(address: string): Way | null {
  const [, scheme = '', rest = ''] = /^([a-z-]+):(.+)$/s.exec(address) ?? [];
  if (scheme === 'tel') return { kind: 'phone', number: rest };
  if (scheme === 'https') return { kind: 'link', url: address };
  const channel = CHANNELS.find((one) => one === scheme);
  if (channel !== undefined) return { kind: 'handle', channel, handle: rest };
  return isMailAddress(address) ? { kind: 'email', address } : null;
}

export const isMailAddress = (address: string): boolean => address.includes('@') && !/^[a-z-]+:/.test(address);

/** Whom the owner means when he types an address: also a telephone number, in whatever form. */
export function meantAddress(written: string, home: HomeCountry): string {
  const trimmed = written.trim();
  const number = isMailAddress(trimmed) ? null : phoneNumber(trimmed, home);
  return number === null ? trimmed.toLowerCase() : addressOf({ kind: 'phone', number });
}

const isNoAddress = (address: string): boolean => address.startsWith(ONLY_NAMED) || address.startsWith(ONLY_THERE);

/** As people write it; '' for somebody who was only named, or is known in his network alone. */
export function shownAddress(address: string): string {
  const way = wayTo(address);
  if (way === null) return isNoAddress(address) ? '' : address;
  switch (way.kind) {
    case 'phone':
      return shownPhone(way.number);
    case 'email':
    case 'link':
      return address;
    case 'handle':
      return `@${way.handle}`;
  }
}

/** As he is called in lists: who left no name goes by his number or address. */
export const customerName = ({ name, address }: Address): string => name || shownAddress(address);

/** "@fietsjan", "fietsjan" and the address of his page are the same; null: a name has no blanks in it, and letters. */
export function handleFrom(written: string): string | null {
  const handle = written.trim().replace(/^@/, '');
  return /^[\p{L}\p{N}._-]{1,60}$/u.test(handle) ? handle : null;
}

/** Long enough for any page of a person; what is longer is something else. */
const LONGEST_LINK = 2_000;

/** As it is kept; "instagram.com/jan" gets its https. null: no page that may be opened. */
export function pageFrom(written: string): string | null {
  const trimmed = written.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (whole.length > LONGEST_LINK || /\s/.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  const isPage = url.protocol === 'https:' && /\.[a-z]{2,}$/i.test(url.hostname);
  return isPage && url.username === '' && url.password === '' ? url.href : null;
}
