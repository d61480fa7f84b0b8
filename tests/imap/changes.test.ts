import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelWatch } from '../../main/engine/channels/connector.ts';
import { hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

/** Dovecot itself waits half a second before it tells of a change. */
const SOON = { timeout: 15_000, interval: 20 };

describe.skipIf(!hasDovecot())('what happens on the server is seen here', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  let watch: ChannelWatch;
  beforeEach(async () => {
    dovecot = await startDovecot();
    for (let nr = 1; nr <= 5; nr += 1) {
      dovecot.deliver(customerMail(`Vraag ${nr}`, { messageId: `v${nr}@x.example` }), {
        at: Date.now() - (10 - nr) * 60_000,
      });
    }
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    watch = desk.watch();
    await desk.untilState('live');
    if (desk.subjects().length !== 5) throw new Error('the mailbox is not here to begin with');
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });
  const messageOf = (nr: number) => {
    const row = desk.store.messages.withMessageId('a1', `v${nr}@x.example`)[0];
    if (row === undefined) throw new Error(`no message ${nr}`);
    return row;
  };
  const inOtherProgram = async (work: (client: Awaited<ReturnType<Dovecot['otherProgram']>>) => Promise<unknown>) => {
    const client = await dovecot.otherProgram();
    try {
      await client.mailboxOpen('INBOX');
      await work(client);
    } finally {
      client.close();
    }
  };

  it('a new message comes in by IDLE', async () => {
    dovecot.deliver(customerMail('Nieuw'));
    await expect.poll(desk.subjects, SOON).toContain('Nieuw');
  });

  it('syncing sets no \\Seen', async () => {
    expect(await dovecot.doveadm('fetch', '-u', 'info@dewinkel.example', 'flags', 'mailbox', 'INBOX')).not.toContain(
      'Seen',
    );
  });

  it('a message read elsewhere is read here', async () => {
    await inOtherProgram((client) => client.messageFlagsAdd('2', ['\\Seen']));
    await expect.poll(() => messageOf(2).isSeen, SOON).toBe(true);
    expect(messageOf(1).isSeen).toBe(false);
  });

  it('a message answered elsewhere is answered here', async () => {
    await inOtherProgram((client) => client.messageFlagsAdd('3', ['\\Answered']));
    await expect.poll(() => messageOf(3).isAnswered, SOON).toBe(true);
  });

  it('an expunged message stays here, marked as gone', async () => {
    await inOtherProgram((client) => client.messageDelete('1'));
    await expect.poll(() => messageOf(1).isGone, SOON).toBe(true);
    expect(messageOf(2).isGone).toBe(false);
  });

  it('one added and one expunged in the same moment: the count is the same, and both are seen', async () => {
    await inOtherProgram(async (client) => {
      await Promise.all([
        client.append('INBOX', customerMail('In ruil', { messageId: 'ruil@x.example' }).replace(/\n/g, '\r\n')),
        client.messageDelete('1'),
      ]);
    });
    await expect.poll(desk.subjects, SOON).toContain('In ruil');
    await expect.poll(() => messageOf(1).isGone, SOON).toBe(true);
  });

  it('a message that brings the number back to what it was is noticed too', async () => {
    await inOtherProgram((client) => client.messageDelete('1'));
    await expect.poll(() => messageOf(1).isGone, SOON).toBe(true);
    dovecot.deliver(customerMail('Daarna'));
    await expect.poll(desk.subjects, SOON).toContain('Daarna');
  });

  it('an emptied mailbox deletes nothing here', async () => {
    await inOtherProgram((client) => client.messageDelete('1:*'));
    await expect.poll(() => [1, 2, 3, 4, 5].every((nr) => messageOf(nr).isGone), SOON).toBe(true);
    expect(desk.store.mailboxes.countMessages('a1')).toBe(5);
  });

  it('our answer given in another program is found in Sent', async () => {
    dovecot.deliver(
      customerMail('Re: Vraag 4', {
        from: 'info@dewinkel.example',
        messageId: 'antwoord@x.example',
        headers: 'In-Reply-To: <v4@x.example>\nReferences: <v4@x.example>\n',
      }),
      { mailbox: 'Sent', flags: 'S' },
    );
    expect(await watch.syncNow({ mailbox: null, full: false })).toMatchObject({ ok: true, value: { added: 1 } });
    const answer = desk.store.messages.withMessageId('a1', 'antwoord@x.example')[0];
    expect(answer).toMatchObject({ direction: 'out', conversation: messageOf(4).conversation });
  });

  it('a message that was opened here is marked as read on the server', async () => {
    desk.store.mailboxes.queueAction('a1', messageOf(5).id, 'mark-seen', Date.now());
    await expect.poll(() => desk.store.mailboxes.actions('a1'), SOON).toEqual([]);
    const flags = await dovecot.doveadm('fetch', '-u', 'info@dewinkel.example', 'flags', 'mailbox', 'INBOX');
    expect(flags.match(/Seen/g)).toHaveLength(1);
  });

  it('a renumbered mailbox keeps every message and what was decided about it', async () => {
    const before = [1, 2, 3, 4, 5].map((nr) => messageOf(nr).id);
    await watch.stop();
    await dovecot.doveadm('mailbox', 'update', '-u', 'info@dewinkel.example', '--uid-validity', '99887766', 'INBOX');
    dovecot.deliver(customerMail('Tijdens de verhuizing'));
    const summary = await desk.watch().syncNow({ mailbox: null, full: false });
    expect(summary).toMatchObject({ ok: true, value: { added: 1 } });
    expect([1, 2, 3, 4, 5].map((nr) => messageOf(nr).id)).toEqual(before);
    expect([1, 2, 3, 4, 5].every((nr) => !messageOf(nr).isGone)).toBe(true);
    expect(desk.store.mailboxes.placesOf(messageOf(1).id)).toMatchObject([{ uidValidity: '99887766' }]);
  });

  it('messages that went elsewhere and came back are the same messages', async () => {
    const before = [1, 2, 3, 4, 5].map((nr) => messageOf(nr).id);
    const user = 'info@dewinkel.example';
    await dovecot.doveadm('mailbox', 'create', '-u', user, 'Elders');
    await dovecot.doveadm('move', '-u', user, 'Elders', 'mailbox', 'INBOX', 'all');
    const allLieIn = (mailbox: string): boolean =>
      before.every((id) => desk.store.mailboxes.placesOf(id).every((place) => place.mailbox === mailbox)) &&
      [1, 2, 3, 4, 5].every((nr) => !messageOf(nr).isGone);
    await expect.poll(() => allLieIn('Elders'), SOON).toBe(true);
    await dovecot.doveadm('move', '-u', user, 'INBOX', 'mailbox', 'Elders', 'all');
    await expect.poll(() => allLieIn('INBOX'), SOON).toBe(true);
    expect([1, 2, 3, 4, 5].map((nr) => messageOf(nr).id)).toEqual(before);
    expect(desk.store.mailboxes.countMessages('a1')).toBe(5);
  });

  it('a killed session is begun anew, and what came in meanwhile is there', async () => {
    expect(dovecot.killSessions()).toBeGreaterThan(0);
    dovecot.deliver(customerMail('Na de klap'));
    await expect.poll(desk.subjects, SOON).toContain('Na de klap');
    await desk.untilState('live');
  });
});
