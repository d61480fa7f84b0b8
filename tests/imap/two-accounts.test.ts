// One customer's mail that reaches two mailboxes of the same owner is one message.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOVECOT_USER, hasDovecot, OTHER_USER, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const SOON = { timeout: 15_000, interval: 20 };
const all = { mailbox: null, full: false };

describe.skipIf(!hasDovecot())('a mail that lies in two accounts', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  beforeEach(async () => {
    dovecot = await startDovecot();
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    // info@ sends everything on to jan@: the same letter with another line of Received.
    const letter = customerMail('Offerte', { messageId: 'o@x.example' });
    dovecot.deliver(letter);
    dovecot.deliver(`Received: from info\n${letter}`, { user: OTHER_USER });
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });
  const jan = { id: 'a2', email: OTHER_USER, user: OTHER_USER, addresses: [OTHER_USER] };
  const rows = () => desk.store.messages.withMessageId(null, 'o@x.example');

  it.each([
    ['first in the one it was written to', [{}, jan]],
    ['first in the other', [jan, {}]],
  ])('is one, with a place in both, and is answered from where the customer wrote to: seen %s', async (_, order) => {
    for (const own of order) await desk.watch(own).syncNow(all);
    expect(rows()).toHaveLength(1);
    const [row] = rows();
    expect(
      desk.store.mailboxes
        .placesOf(row?.id ?? 0)
        .map(({ account }) => account)
        .toSorted(),
    ).toEqual(['a1', 'a2']);
    expect(row?.account).toBe('a1');
    expect(desk.store.conversations.get(row?.conversation ?? 0)?.account).toBe('a1');
  });

  it('read in one is read in both', async () => {
    for (const own of [{}, jan]) await desk.watch(own).syncNow(all);
    desk.store.mailboxes.queueAction('a1', rows()[0]?.id ?? 0, 'mark-seen', Date.now());
    const isSeenBy = (user: string) => dovecot.doveadm('search', '-u', user, 'mailbox', 'INBOX', 'seen');
    await expect.poll(() => isSeenBy(DOVECOT_USER), SOON).not.toBe('');
    await expect.poll(() => isSeenBy(OTHER_USER), SOON).not.toBe('');
  });
});
