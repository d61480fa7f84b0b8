// Guests of Airbnb and Booking.com: both relay an answer by mail. Airbnb's address changes with every message, so the newest one is
// answered and the thread is known by its link; Booking takes answers only from the address that the owner registered with it.
import { ONLY_THERE } from '../contact/way.ts';
import { nameFrom, nameInHeadline } from './notice-name.ts';
import { idInLinks, leadsElsewhere, linksOf } from './own-links.ts';
import { ownWords } from './own-words.ts';
import { domainOf, isWithin } from './sender-proof.ts';
import { unanswerable, type SourceClaim, type SourceFacts } from './source.ts';

/** Those of the countries around; Airbnb has one for most. */
export const AIRBNB_HOSTS = ['airbnb.com', 'airbnb.nl', 'airbnb.be', 'airbnb.fr', 'airbnb.de', 'airbnb.co.uk'];

export function readAirbnb(mail: SourceFacts): SourceClaim | null {
  const claim = { source: 'airbnb', channel: 'airbnb' } as const;
  const links = linksOf(mail);
  const relay = mail.replyTo.find(({ address }) => isWithin(domainOf(address), 'reply.airbnb.com'));
  const thread = idInLinks(
    links,
    AIRBNB_HOSTS,
    /^\/(?:hosting|messaging|z)\/(?:thread|qt_for_reservation)\/([\w-]{3,80})/,
  );
  if (relay === undefined) return unanswerable(claim, mail, 'unknown');
  if (leadsElsewhere(links, AIRBNB_HOSTS)) return unanswerable(claim, mail, 'maybe-message');
  const name = nameFrom({ from: [relay], subject: mail.subject }, 'airbnb') || nameInHeadline(mail.subject);
  const about = mail.subject
    .replace(/^(?:\s*(?:re|antw|aw|fwd?)\s*:)+/i, '')
    .trim()
    .toLowerCase();
  const key = thread ?? `${name.toLowerCase()} ${about}`;
  return {
    ...claim,
    shape: 'message',
    person: {
      name: name || 'Airbnb',
      address: `${ONLY_THERE}airbnb/${thread ?? name.toLowerCase().replaceAll(/\s+/g, '-')}`,
    },
    replyTo: [{ name, address: relay.address }],
    key,
    text: ownWords(mail.text, { hosts: AIRBNB_HOSTS, links, aside: [mail.subject, name] }),
    mode: 'relay-mail',
    link: null,
  };
}

const BOOKING = ['booking.com'];
const CHAT = /^(\d{4,20})-[\w.+-]{1,150}@mchat\.booking\.com$/i;
const GUEST = /^[\w.+'-]{1,100}\.(\d{4,20})@guest\.booking\.com$/i;

export function readBooking(mail: SourceFacts): SourceClaim | null {
  const claim = { source: 'booking', channel: 'booking' } as const;
  const links = linksOf(mail);
  const candidates = [...mail.replyTo, ...mail.from];
  const relay =
    candidates.find(({ address }) => CHAT.test(address)) ?? candidates.find(({ address }) => GUEST.test(address));
  if (relay === undefined) return unanswerable(claim, mail, 'unknown');
  if (leadsElsewhere(links, BOOKING)) return unanswerable(claim, mail, 'maybe-message');
  const number = (CHAT.exec(relay.address) ?? GUEST.exec(relay.address))?.[1] ?? '';
  const name = nameFrom(
    { from: [relay.name === '' ? (mail.from[0] ?? relay) : relay], subject: mail.subject },
    'booking',
  );
  return {
    ...claim,
    shape: 'message',
    person: { name: name || 'Booking.com', address: `${ONLY_THERE}booking/${number}` },
    replyTo: [{ name, address: relay.address }],
    key: number,
    text: ownWords(mail.text, { hosts: BOOKING, links, aside: [mail.subject, name] }),
    mode: 'relay-mail',
    link: null,
  };
}
