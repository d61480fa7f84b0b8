// What is done here leaves the inbox on the server too, and comes back when that is taken back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startScriptedImap } from '../helpers/scripted-imap.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const SOON = { timeout: 15_000, interval: 20 };

describe.skipIf(!hasDovecot())('the archive on a real server', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  beforeEach(async () => {
    dovecot = await startDovecot();
    for (const nr of [1, 2]) {
      dovecot.deliver(customerMail(`Vraag ${nr}`, { messageId: `v${nr}@x.example` }), { at: Date.now() - nr * 60_000 });
    }
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    desk.watch();
    await desk.untilState('live');
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });
  const rowOf = (nr: number) => desk.store.messages.withMessageId('a1', `v${nr}@x.example`)[0]?.id ?? 0;
  const places = (nr: number) => desk.store.mailboxes.placesOf(rowOf(nr)).map(({ mailbox }) => mailbox);
  const decide = (nr: number, kind: 'archive' | 'unarchive' | 'mark-seen' | 'mark-unseen') =>
    desk.store.mailboxes.queueAction('a1', rowOf(nr), kind, Date.now());
  const settled = () => expect.poll(() => desk.store.mailboxes.actions('a1'), SOON).toEqual([]);
  const subjectsIn = async (mailbox: string): Promise<string> =>
    dovecot.doveadm('fetch', '-u', DOVECOT_USER, 'hdr.subject', 'mailbox', mailbox);

  it('is made where the server has none, in the language of its other mailboxes; the message is the same as before', async () => {
    const before = rowOf(1);
    decide(1, 'archive');
    await settled();
    expect(await subjectsIn('Archief')).toContain('Vraag 1');
    expect(await subjectsIn('INBOX')).not.toContain('Vraag 1');
    await expect.poll(() => places(1), SOON).toEqual(['Archief']);
    expect(rowOf(1)).toBe(before);
    expect(desk.store.messages.get(before)?.isGone).toBe(false);
    expect(desk.store.mailboxes.countMessages('a1')).toBe(2);
  });

  it('gives back what was taken back, and nothing is raised as new by it', async () => {
    decide(1, 'archive');
    await settled();
    await expect.poll(() => places(1), SOON).toEqual(['Archief']);
    decide(1, 'unarchive');
    await settled();
    await expect.poll(() => places(1), SOON).toEqual(['INBOX']);
    expect(await subjectsIn('INBOX')).toContain('Vraag 1');
    expect(desk.store.mailboxes.countMessages('a1')).toBe(2);
  });

  it('is not touched when it is taken back before it was done', async () => {
    decide(2, 'archive');
    decide(2, 'unarchive');
    await settled();
    expect(await subjectsIn('INBOX')).toContain('Vraag 2');
  });

  it('read and unread go to the server as well', async () => {
    decide(1, 'mark-seen');
    await settled();
    const seen = () => dovecot.doveadm('search', '-u', DOVECOT_USER, 'mailbox', 'INBOX', 'seen');
    expect((await seen()).trim().split('\n')).toHaveLength(1);
    expect(desk.store.messages.get(rowOf(1))?.isSeen).toBe(true);
    decide(1, 'mark-unseen');
    await settled();
    expect((await seen()).trim()).toBe('');
    expect(desk.store.messages.get(rowOf(1))?.isSeen).toBe(false);
  });
});

it('a server that can neither move nor remove a single message is left alone, and the owner is told', async () => {
  const server = await startScriptedImap({
    mails: [{ uid: 1, raw: customerMail('Vraag', { messageId: 'v@x.example' }) }],
    mailboxes: ['INBOX', '(\\Sent) Sent', '(\\Archive) Archief'],
  });
  const desk = openSyncDesk({ imap: plainAt(server.port) });
  try {
    desk.watch();
    await desk.untilState('live');
    const row = desk.store.messages.withMessageId('a1', 'v@x.example')[0]?.id ?? 0;
    desk.store.mailboxes.queueAction('a1', row, 'archive', Date.now());
    await expect.poll(() => desk.store.mailboxes.actions('a1'), SOON).toEqual([]);
    expect(server.lines.some((line) => /\b(MOVE|COPY|STORE|EXPUNGE)\b/.test(line))).toBe(false);
    expect(desk.events).toContainEqual(
      expect.objectContaining({ kind: 'trouble', error: expect.objectContaining({ code: 'cannot-archive' }) }),
    );
  } finally {
    await desk.stop();
    await server.stop();
  }
});
