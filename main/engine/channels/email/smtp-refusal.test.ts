import { describe, expect, it } from 'vitest';
import { messageTooLarge, refusalOf } from './smtp-refusal.ts';

describe("a server's no", () => {
  it.each([
    ['550 5.1.1 <jan@klant.example>: Recipient address rejected', 'recipient', 'recipient-refused'],
    ['550-5.1.1 The email account that you tried to reach does not exist.', 'recipient', 'recipient-refused'],
    ['550 5.2.1 mailbox disabled', 'recipient', 'recipient-refused'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'recipient', 'recipient-refused'],
    ['550 No such user here', 'recipient', 'recipient-refused'],
    ['550 User unknown', 'message', 'recipient-refused'],
    ['552 5.2.2 Mailbox full', 'recipient', 'recipient-mailbox-full'],
    ['452 4.2.2 The email account is over quota', 'recipient', 'recipient-mailbox-full'],
    ['552 Quota exceeded for this mailbox is full', 'message', 'recipient-mailbox-full'],
    ['552 5.3.4 Message size exceeds fixed limit', 'message', 'message-too-large'],
    ['552 Message size limit exceeded', 'sender', 'message-too-large'],
    ['554 5.2.3 message larger than this mailbox takes', 'message', 'message-too-large'],
    ['553 5.7.1 <x@y>: Sender address rejected: not owned by user', 'sender', 'sender-refused'],
    ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'message', 'sender-refused'],
    ['550 5.7.1 Message rejected as spam', 'message', 'refused-as-spam'],
    ['554 Your IP is listed on a blocklist', 'recipient', 'refused-as-spam'],
    ['550 5.7.26 This mail is unauthenticated', 'message', 'refused-by-policy'],
    ['554 5.7.1 <jan@klant.example>: Relay access denied', 'recipient', 'refused-by-policy'],
    ['554 5.7.0 Message content not accepted', 'message', 'refused-by-policy'],
    ['554 Transaction failed', 'message', 'server-refused'],
  ] as const)('%s (about the %s) is %s', (reply, at, refusal) => {
    expect(refusalOf(reply, at)).toBe(refusal);
  });
});

describe('a message that does not fit', () => {
  it('is told its size and the limit, which never read as the same where they are not', () => {
    expect(messageTooLarge(10_400_000, 10_000_000).values).toEqual({ size: '11 MB', limit: '10 MB' });
    expect(messageTooLarge(1_100_300, 1_000_000).values).toEqual({ size: '1101 kB', limit: '1000 kB' });
  });
});
