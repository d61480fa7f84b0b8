// An address as the owner types it on a card, or as a file of cards has it, brought to the form in which it is known again.
import { phoneNumber, type HomeCountry } from './phone-number.ts';
import { addressOf, isMailAddress, ONLY_NAMED, ONLY_THERE, pageFrom, wayTo } from './way.ts';

/** One "@", something on both sides, a dot behind it: what servers make of the rest is theirs. */
const MAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]{2,}$/;

/** null: a mail address, a telephone number or a page it is not. What is kept in this form already stays as it is. */
export function handleMeant(written: string, home: HomeCountry): string | null {
  const trimmed = written.trim();
  const mail = trimmed.replace(/^mailto:/i, '');
  if (isMailAddress(mail)) return MAIL.test(mail) ? mail.toLowerCase() : null;
  const number = phoneNumber(trimmed, home);
  if (number !== null) return addressOf({ kind: 'phone', number });
  if (trimmed.startsWith(ONLY_NAMED) || trimmed.startsWith(ONLY_THERE)) return trimmed;
  const way = wayTo(trimmed);
  if (way?.kind === 'handle') return addressOf(way);
  return /[./]/.test(trimmed) && !trimmed.startsWith('tel:') ? pageFrom(trimmed) : null;
}
