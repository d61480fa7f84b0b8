// Who the other party of a message is, and whether it is ours or theirs. A web form often writes from the owner's own address,
// with the visitor in Reply-To: then the visitor is the customer, and the message comes in.
import type { Address, Direction } from '../../domain/conversation/message.ts';
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
export function customerOf(mail: ArrivedMessage['mail'], direction: Direction, own: ReadonlySet<string>): Address {
  const isOther = ({ address }: Address): boolean => address !== '' && !own.has(address.toLowerCase());
  if (direction === 'in') {
    if (isFromFormOf(mail.from, mail.replyTo, own)) return mail.replyTo.find(isOther) ?? NOBODY;
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
