// What is thrown away here goes to the trash of a real server, and back to where it lay.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startScriptedImap } from '../helpers/scripted-imap.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const SOON = { timeout: 15_000, interval: 20 };

describe.skipIf(!hasDovecot())('the trash on a real server', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  beforeEach(async () => {
    dovecot = await startDovecot();
    dovecot.deliver(customerMail('Vraag', { messageId: 'v@x.example' }), { at: Date.now() - 60_000 });
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    desk.watch();
    await desk.untilState('live');
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });
  const row = () => desk.store.messages.withMessageId('a1', 'v@x.example')[0]?.id ?? 0;
  const places = () => desk.store.mailboxes.placesOf(row()).map(({ role }) => role);
  const queue = (kind: 'trash' | 'untrash' | 'archive') =>
    desk.store.mailboxes.queueAction('a1', row(), kind, Date.now());
  const settled = () => expect.poll(() => desk.store.mailboxes.actions('a1'), SOON).toEqual([]);
  const trashPath = () => desk.store.mailboxes.list('a1').find(({ role }) => role === 'trash')?.path ?? 'Trash';
  const subjectsIn = async (mailbox: string): Promise<string> =>
    dovecot.doveadm('fetch', '-u', DOVECOT_USER, 'hdr.subject', 'mailbox', mailbox);

  it('takes a mail out of the archive and gives it back there; it is the same message all along', async () => {
    const before = row();
    queue('archive');
    await settled();
    queue('trash');
    await settled();
    expect(await subjectsIn(trashPath())).toContain('Vraag');
    expect(places()).toEqual(['trash']);
    expect(desk.store.messages.get(before)?.isGone).toBe(false);
    queue('untrash');
    await settled();
    expect(await subjectsIn('Archief')).toContain('Vraag');
    expect(await subjectsIn(trashPath())).not.toContain('Vraag');
    await expect.poll(places, SOON).toEqual(['archive']);
    expect(row()).toBe(before);
    expect(desk.store.mailboxes.countMessages('a1')).toBe(1);
  });

  it('never hears of what was taken back before it left', async () => {
    queue('trash');
    queue('untrash');
    await settled();
    expect(await subjectsIn('INBOX')).toContain('Vraag');
  });
});

it('a server without a trash keeps the mail, and the owner is told', async () => {
  const server = await startScriptedImap({
    mails: [{ uid: 1, raw: customerMail('Vraag', { messageId: 'v@x.example' }) }],
    mailboxes: ['INBOX', '(\\Sent) Sent'],
  });
  const desk = openSyncDesk({ imap: plainAt(server.port) });
  try {
    desk.watch();
    await desk.untilState('live');
    const row = desk.store.messages.withMessageId('a1', 'v@x.example')[0]?.id ?? 0;
    desk.store.mailboxes.queueAction('a1', row, 'trash', Date.now());
    await expect.poll(() => desk.store.mailboxes.actions('a1'), SOON).toEqual([]);
    expect(server.lines.some((line) => /\b(MOVE|COPY|STORE|EXPUNGE|CREATE)\b/.test(line))).toBe(false);
    expect(desk.events).toContainEqual(
      expect.objectContaining({ kind: 'trouble', error: expect.objectContaining({ code: 'cannot-trash' }) }),
    );
  } finally {
    await desk.stop();
    await server.stop();
  }
});
