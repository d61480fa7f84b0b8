// Who the other party of a message is, and whether it is ours or theirs. A web form often writes from the owner's own address, or
// from one that nobody reads, with the visitor in Reply-To: then the visitor is the customer, and the message comes in.
import type { Address, Channel, Direction } from '../../domain/conversation/message.ts';
import type { ArrivedMessage } from './arrived.ts';

const NOBODY: Address = { name: '', address: '' };

/** Own addresses are lower case. */
export function directionOf(
  { mail, direction }: Pick<ArrivedMessage, 'mail' | 'direction'>,
  own: ReadonlySet<string>,
  isInSent: boolean,
): Direction {
  if (direction === 'in' || isInSent) return direction;
  return isFromFormOf(mail.from, mail.replyTo, own) ? 'in' : 'out';
}

/** Of a mail from ourselves to ourselves that is our own address. */
export function customerOf(
  { mail, channel }: Pick<ArrivedMessage, 'mail' | 'channel'>,
  direction: Direction,
  own: ReadonlySet<string>,
): Address {
  const isOther = ({ address }: Address): boolean => address !== '' && !own.has(address.toLowerCase());
  if (direction === 'in') {
    const isForm = isFromFormOf(mail.from, mail.replyTo, own) || isFromForm(mail.from[0], channel);
    const visitor = isForm ? mail.replyTo.find(isOther) : undefined;
    if (visitor !== undefined) return visitor;
    return mail.from[0] ?? mail.replyTo[0] ?? NOBODY;
  }
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  return recipients.find(isOther) ?? recipients[0] ?? mail.from[0] ?? NOBODY;
}

const isFromFormOf = (from: readonly Address[], replyTo: readonly Address[], own: ReadonlySet<string>): boolean =>
  from.length > 0 &&
  own.has((from[0]?.address ?? '').toLowerCase()) &&
  replyTo.length > 0 &&
  replyTo.every(({ address }) => !own.has(address.toLowerCase()));

/** Addresses that forms write from, as their makers set them (WordPress, Wix, Squarespace, Jotform, and own sites). */
const FORM_NAMES =
  /^(?:wordpress|web(?:site|master|form(?:ulier)?)?|site|(?:contact-?)?form(?:s|ulier|ulaire|-submission)?|contact|no[-_.]?reply|do[-_]?not[-_]?reply|notifications?|mailer)$/i;

const isFromForm = (from: Address | undefined, channel: Channel): boolean =>
  channel === 'webform' || FORM_NAMES.test(from?.address.split('@')[0] ?? '');
