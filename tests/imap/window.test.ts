// How far back an account reaches: the owner's choice, that can be widened later.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../main/domain/instant.ts';
import { hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

describe.skipIf(!hasDovecot())('a window of history', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  const ago = (days: number): number => Date.now() - days * DAY_MS;
  const full = { mailbox: null, full: true };
  const inbox = () => desk.store.mailboxes.list('a1').find(({ role }) => role === 'inbox');
  beforeEach(async () => {
    dovecot = await startDovecot();
    for (let nr = 0; nr < 60; nr += 1) dovecot.deliver(customerMail(`Dag ${nr * 10}`), { at: ago(nr * 10) });
    desk = openSyncDesk({ imap: plainAt(dovecot.port), own: { historyFrom: ago(365) } });
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });

  it('leaves older mail where it is, and counts it', async () => {
    const watch = desk.watch();
    const synced = await watch.syncNow({ mailbox: null, full: false });
    // A day more than asked for: SEARCH knows days only.
    expect(synced).toMatchObject({ ok: true, value: { messages: 37 } });
    expect(inbox()).toMatchObject({ serverCount: 60, olderCount: 23 });
    const again = await watch.syncNow(full);
    expect(again).toMatchObject({ ok: true, value: { added: 0, removed: 0, messages: 37 } });
    const compared = await desk.connector.compare(desk.account, 'geheim-Wachtw00rd!');
    expect(compared.ok && compared.value.find(({ mailbox }) => mailbox === 'INBOX')?.wanted).toHaveLength(37);
  });

  it('fetches the rest when it is widened, and keeps everything when it is narrowed again', async () => {
    const watch = desk.watch();
    await watch.syncNow({ mailbox: null, full: false });
    await watch.stop();
    const widened = desk.watch({ historyFrom: 0 });
    expect(await widened.syncNow({ mailbox: null, full: false })).toMatchObject({
      ok: true,
      value: { added: 23, messages: 60 },
    });
    expect(inbox()).toMatchObject({ olderCount: 0 });
    await widened.stop();
    const narrowed = desk.watch({ historyFrom: ago(30) });
    expect(await narrowed.syncNow({ mailbox: null, full: false })).toMatchObject({
      ok: true,
      value: { added: 0, removed: 0, messages: 60 },
    });
  });

  it('goes on where it was when the account was paused in the middle', async () => {
    const watch = desk.watch({ historyFrom: 0 });
    await desk.until('the first messages', () => desk.store.mailboxes.countMessages('a1') > 0);
    await watch.stop();
    const sofar = desk.store.mailboxes.countMessages('a1');
    const resumed = await desk.watch({ historyFrom: 0 }).syncNow({ mailbox: null, full: false });
    expect(resumed).toMatchObject({ ok: true, value: { added: 60 - sofar, messages: 60 } });
  });

  it('new mail is noticed whatever lies outside, and an expunge of old mail there changes nothing here', async () => {
    const watch = desk.watch();
    await watch.syncNow({ mailbox: null, full: false });
    const client = await dovecot.otherProgram();
    await client.mailboxOpen('INBOX');
    // In the order of delivery the oldest are the last ones.
    await client.messageDelete('60', {});
    client.close();
    dovecot.deliver(customerMail('Vandaag'));
    await expect.poll(desk.subjects, { timeout: 15_000, interval: 20 }).toContain('Vandaag');
    expect(await watch.syncNow(full)).toMatchObject({ ok: true, value: { messages: 38 } });
  });
});
