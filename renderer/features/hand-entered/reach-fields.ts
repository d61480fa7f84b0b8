// What the owner typed of how somebody can be reached, read as the engine will read it. Pure.
import { phoneNumber, type HomeCountry } from '../../../main/domain/contact/phone-number.ts';
import { handleFrom, pageFrom } from '../../../main/domain/contact/way.ts';
import type { HandChannel } from '../../../main/domain/conversation/hand-channels.ts';

export type Reach = { readonly phone: string; readonly email: string; readonly network: string };
export const NO_REACH: Reach = { phone: '', email: '', network: '' };

/** Networks on which people go by a name; the others go by number. */
export const hasNetworkName = (channel: HandChannel): boolean =>
  channel !== 'phone' && channel !== 'counter' && channel !== 'whatsapp' && channel !== 'sms';

/** The way that goes with a channel: asked for at once. Who stands at the counter left none. */
export function waysOf(channel: HandChannel): {
  readonly first: readonly (keyof Reach)[];
  readonly more: readonly (keyof Reach)[];
} {
  if (hasNetworkName(channel)) return { first: ['network'], more: ['phone', 'email'] };
  return channel === 'counter' ? { first: [], more: ['phone', 'email'] } : { first: ['phone'], more: ['email'] };
}

/** The first field that is not what it should be; null: all are. */
export function wrongIn({ phone, email, network }: Reach, home: HomeCountry): keyof Reach | null {
  if (phone.trim() !== '' && phoneNumber(phone, home) === null) return 'phone';
  if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email.trim())) return 'email';
  if (network.trim() === '') return null;
  return (isPage(network) ? pageFrom(network) : handleFrom(network)) === null ? 'network' : null;
}

/** As the command wants it: a page is a link, anything else a name. */
export function reachArgs({ phone, email, network }: Reach, channel: HandChannel) {
  const given = hasNetworkName(channel) ? network.trim() : '';
  return {
    phone: phone.trim(),
    email: email.trim(),
    handle: isPage(given) ? '' : given,
    link: isPage(given) ? given : '',
  };
}

const isPage = (text: string): boolean => text.includes('/');

/** Who only typed a number named no one: it is the number. */
export function whoAndReach(
  who: string,
  reach: Reach,
  home: HomeCountry,
): { readonly who: string; readonly reach: Reach } {
  const isNumber = reach.phone.trim() === '' && phoneNumber(who, home) !== null;
  return isNumber ? { who: '', reach: { ...reach, phone: who } } : { who: who.trim(), reach };
}
