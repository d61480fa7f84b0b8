// What an outgoing server's "no" is about, from its reply alone: the enhanced status code first (RFC 3463; 5.x.y in RFC 5248's
// registry), then the words that servers without one are known to use. When to try again is smtp-failure.ts.
import type { ErrorCode, Failure } from '../../../contract/errors.ts';
import { failed } from '../../../contract/errors.ts';

export type Refusal = Extract<
  ErrorCode,
  | 'recipient-refused'
  | 'recipient-mailbox-full'
  | 'sender-refused'
  | 'message-too-large'
  | 'refused-as-spam'
  | 'refused-by-policy'
  | 'server-refused'
>;

/** At which line it was said: a bare "5.7.1" is about whoever that line named. */
export type RefusedAt = 'sender' | 'recipient' | 'message';

const SPAM_WORDS = /spam|unsolicited|\bbulk\b|blac?k-?list|block-?list|\brbl\b|dnsbl|reputation|virus|malware|phish/i;
const FULL_WORDS = /(mailbox|account|inbox)( is|'s)? (full|over quota)|over ?quota|quota exceeded|out of storage/i;
const SIZE_WORDS = /too (large|big)|(message|mail) size|size limit|exceeds .{0,30}size/i;
const NOBODY_WORDS =
  /(no such|unknown|invalid|non-?existent|inactive|disabled) (user|recipient|mailbox|address|account)|user unknown|does not exist|not found/i;

export function refusalOf(reply: string, at: RefusedAt): Refusal {
  const [, subject = '', detail = ''] = /\b[45]\.(\d{1,3})\.(\d{1,3})\b/.exec(reply) ?? [];
  const code = subject === '' ? '' : `${subject}.${detail}`;
  // Microsoft 365 says 5.2.2 for a mailbox there and 5.2.3 for a message larger than that mailbox takes.
  if (code === '2.2') return 'recipient-mailbox-full';
  if (code === '2.3' || code === '3.4') return 'message-too-large';
  if (code === '1.7' || code === '1.8' || code === '7.60') return 'sender-refused';
  if (subject === '1' || code === '2.1' || code === '2.4') return 'recipient-refused';
  // 7.20 to 7.29: signatures and sending addresses that do not check out (DKIM, SPF, DMARC, reverse DNS); 7.28 is a flood of mail.
  if (subject === '7' && Number(detail) >= 20 && Number(detail) <= 29) return 'refused-by-policy';
  if (SPAM_WORDS.test(reply)) return 'refused-as-spam';
  if (FULL_WORDS.test(reply)) return 'recipient-mailbox-full';
  if (SIZE_WORDS.test(reply)) return 'message-too-large';
  if (at === 'sender') return 'sender-refused';
  if (at === 'recipient')
    return subject === '7' && !NOBODY_WORDS.test(reply) ? 'refused-by-policy' : 'recipient-refused';
  if (subject === '7') return 'refused-by-policy';
  return NOBODY_WORDS.test(reply) ? 'recipient-refused' : 'server-refused';
}

/** Known before a byte of it leaves: from the last session, or from what this one announced (RFC 1870). */
export const messageTooLarge = (bytes: number, maxBytes: number): Failure =>
  failed('message-too-large', 'never', `${bytes} bytes, the server takes ${maxBytes}`, {
    size: sizeWords(bytes, Math.ceil),
    limit: sizeWords(maxBytes, Math.floor),
  }).error;

/** In whole MB or kB, rounded so that what is too large never reads as what fits. */
const sizeWords = (bytes: number, round: (value: number) => number): string =>
  bytes >= 2_000_000 ? `${round(bytes / 1_000_000)} MB` : `${round(bytes / 1_000)} kB`;
