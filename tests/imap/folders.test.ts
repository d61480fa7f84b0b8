// All mailboxes of an account: what is read, what is only followed, and what becomes of mail that goes from one to another.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelWatch } from '../../main/engine/channels/connector.ts';
import { DAY_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import { DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const SOON = { timeout: 15_000, interval: 20 };
const MAILBOXES = `
namespace inbox {
  mailbox Archief {
    special_use = \\Archive
    auto = create
  }
  mailbox Ongewenst {
    special_use = \\Junk
    auto = create
  }
}
`;

describe.skipIf(!hasDovecot())('all mailboxes of an account', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  let watch: ChannelWatch;
  const customer = 'An Peeters <an@peeters.example>';
  beforeEach(async () => {
    dovecot = await startDovecot({ extra: MAILBOXES });
    desk = openSyncDesk({ imap: plainAt(dovecot.port), queueFrom: Date.now() - 30 * DAY_MS });
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });
  const begin = async (): Promise<void> => {
    watch = desk.watch();
    await desk.untilState('live');
  };
  const pass = () => watch.syncNow({ mailbox: null, full: false });
  const messageOf = (messageId: string) => {
    const [row] = desk.store.messages.withMessageId(null, messageId);
    if (row === undefined) throw new Error(`no message ${messageId}`);
    return row;
  };
  const places = (messageId: string) => desk.store.mailboxes.placesOf(messageOf(messageId).id).map((p) => p.mailbox);
  /** Of each session that ended, as the server counted. */
  const bytesSent = () => [...dovecot.log().matchAll(/Disconnected.* out=(\d+)/g)].map((match) => Number(match[1]));
  const inOtherProgram = async (
    mailbox: string,
    work: (client: Awaited<ReturnType<Dovecot['otherProgram']>>) => Promise<unknown>,
  ): Promise<void> => {
    const client = await dovecot.otherProgram();
    try {
      await client.mailboxOpen(mailbox);
      await work(client);
    } finally {
      client.close();
    }
  };

  it('mail in a folder of the owner is the history of the conversation, and is found', async () => {
    dovecot.deliver(customerMail('Dakgoot', { from: customer, messageId: 'oud@x.example' }), {
      mailbox: 'Klanten/Peeters',
      flags: 'S',
      at: Date.now() - 10 * DAY_MS,
    });
    const headers = 'In-Reply-To: <oud@x.example>\n';
    dovecot.deliver(customerMail('Re: Dakgoot', { from: customer, messageId: 'nieuw@x.example', headers }));
    await begin();
    expect(messageOf('oud@x.example').conversation).toBe(messageOf('nieuw@x.example').conversation);
    expect(places('oud@x.example')).toEqual(['Klanten/Peeters']);
    expect(desk.store.fullText.counts().indexed).toBe(2);
  });

  it('what was filed never opens the clock; what a rule of the server put there unread does', async () => {
    const recent = { at: Date.now() - DAY_MS };
    dovecot.deliver(customerMail('Gelezen', { messageId: 'g@x.example' }), {
      mailbox: 'Klanten/Peeters',
      flags: 'S',
      ...recent,
    });
    dovecot.deliver(customerMail('Archief', { messageId: 'a@x.example' }), { mailbox: 'Archief', ...recent });
    dovecot.deliver(customerMail('Regel', { messageId: 'r@x.example' }), { mailbox: 'Offertes', ...recent });
    await begin();
    const turnOf = (messageId: string) => desk.store.conversations.get(messageOf(messageId).conversation)?.turn;
    expect([turnOf('g@x.example'), turnOf('a@x.example')]).toEqual(['nobody', 'nobody']);
    expect(turnOf('r@x.example')).toBe('ours');
  });

  it('spam and drafts are not fetched', async () => {
    dovecot.deliver(customerMail('Gewonnen!'), { mailbox: 'Ongewenst' });
    dovecot.deliver(customerMail('Half af'), { mailbox: 'Concepten' });
    dovecot.deliver(customerMail('Weg ermee'), { mailbox: 'Prullenbak' });
    dovecot.deliver(customerMail('Vraag'));
    await begin();
    expect(desk.subjects()).toEqual(['Vraag']);
  });

  it('what leaves the spam folder for the inbox is new mail', async () => {
    dovecot.deliver(customerMail('Toch geen spam'), { mailbox: 'Ongewenst' });
    await begin();
    await inOtherProgram('Ongewenst', (client) => client.messageMove('1:*', 'INBOX'));
    await expect.poll(desk.subjects, SOON).toEqual(['Toch geen spam']);
  });

  it('our answer from another program is noticed in Sent without anybody asking', async () => {
    await begin();
    dovecot.deliver(customerMail('Re: Vraag', { from: DOVECOT_USER }), { mailbox: 'Sent', flags: 'S' });
    await expect.poll(desk.subjects, SOON).toEqual(['Re: Vraag']);
  });

  it('a folder that the owner renames keeps its messages, without reading them again', async () => {
    await begin();
    await inOtherProgram('INBOX', async (client) => {
      await client.mailboxCreate('Klanten/Oud');
      await client.append('Klanten/Oud', customerMail('Blijft', { messageId: 'b@x.example' }).replaceAll('\n', '\r\n'));
    });
    await pass();
    const before = messageOf('b@x.example').id;
    await inOtherProgram('INBOX', (client) => client.mailboxRename('Klanten/Oud', 'Klanten/Anders'));
    expect(await pass()).toMatchObject({ ok: true, value: { added: 0, messages: 1 } });
    expect(messageOf('b@x.example')).toMatchObject({ id: before, isGone: false });
    expect(places('b@x.example')[0]).toBe('Klanten/Anders');
  });

  it('a new folder is noticed at the next pass', async () => {
    await begin();
    await inOtherProgram('INBOX', async (client) => {
      await client.mailboxCreate('Klanten/Nieuw');
      await client.append('Klanten/Nieuw', customerMail('In een nieuwe map').replaceAll('\n', '\r\n'));
    });
    await pass();
    expect(desk.subjects()).toEqual(['In een nieuwe map']);
  });

  describe('a message that another program moves', () => {
    beforeEach(async () => {
      for (const nr of [1, 2, 3]) {
        dovecot.deliver(customerMail(`Vraag ${nr}`, { messageId: `v${nr}@x.example`, body: 'woord '.repeat(4_000) }), {
          at: Date.now() - nr * MINUTE_MS,
        });
      }
      await begin();
    });

    it('to the archive keeps its row and what was decided, is not gone, and is not downloaded again', async () => {
      const before = messageOf('v2@x.example');
      desk.store.conversations.decide(before.conversation, {
        doneAt: null,
        doneBecause: null,
        snoozedUntil: Date.now() + DAY_MS,
        replyByHand: null,
        sortedAs: null,
      });
      await inOtherProgram('INBOX', (client) => client.messageMove('1:*', 'Archief', { uid: true }));
      await expect.poll(() => places('v2@x.example'), SOON).toEqual(['Archief']);
      const passed = await pass();
      expect(passed).toMatchObject({ ok: true, value: { added: 0, messages: 3 } });
      expect(messageOf('v2@x.example')).toEqual({ ...before, isGone: false });
      expect(desk.store.conversations.get(before.conversation)?.decisions.snoozedUntil).not.toBeNull();
      await watch.stop();
      await expect.poll(() => bytesSent().length, SOON).toBe(2);
      // Three messages of 24 kB: once each, and not a second time.
      expect(Math.max(...bytesSent())).toBeLessThan(1.5 * 3 * 24_000);
    });

    it('to Trash is known to lie there, and gone once Trash is emptied', async () => {
      await inOtherProgram('INBOX', (client) => client.messageMove('2', 'Prullenbak'));
      await expect.poll(() => places('v2@x.example'), SOON).toEqual(['Prullenbak']);
      expect(messageOf('v2@x.example').isGone).toBe(false);
      await inOtherProgram('Prullenbak', (client) => client.messageDelete('1:*'));
      await pass();
      expect(messageOf('v2@x.example')).toMatchObject({ isGone: true });
    });

    it('as a copy lies in both, and is gone only when both are', async () => {
      await inOtherProgram('INBOX', (client) => client.messageCopy('1', 'Archief'));
      await pass();
      expect(places('v3@x.example')).toEqual(['INBOX', 'Archief']);
      await inOtherProgram('INBOX', (client) => client.messageDelete('1'));
      await expect.poll(() => places('v3@x.example'), SOON).toEqual(['Archief']);
      expect(messageOf('v3@x.example').isGone).toBe(false);
    });

    it('is not mistaken for another that only claims its Message-ID', async () => {
      dovecot.deliver(customerMail('Vals', { messageId: 'v1@x.example', body: 'Betaal op LT99' }), {
        mailbox: 'Archief',
        at: messageOf('v1@x.example').at,
      });
      await pass();
      expect(
        desk.store.messages
          .withMessageId(null, 'v1@x.example')
          .map(({ subject }) => subject)
          .toSorted(),
      ).toEqual(['Vals', 'Vraag 1']);
    });
  });
});
