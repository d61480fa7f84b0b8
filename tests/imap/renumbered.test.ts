// Promise P5: whatever a server does to its numbers, and wherever mail is moved meanwhile, each message stays itself.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import { DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const MESSAGES = 400;

describe.skipIf(!hasDovecot())('a mailbox whose numbers change', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  beforeEach(async () => {
    dovecot = await startDovecot();
    for (let nr = 0; nr < MESSAGES; nr += 1) {
      // Every tenth has no Message-ID and can be told by its size and moment only.
      const mail = customerMail(`Vraag ${nr}`, { messageId: `v${nr}@x.example`, body: 'w'.repeat(nr) });
      dovecot.deliver(nr % 10 === 0 ? mail.replace(/^Message-ID.*\n/m, '') : mail, {
        at: Date.now() - nr * MINUTE_MS,
      });
    }
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });
  const bySubject = (): ReadonlyMap<string, string> => {
    const inbox = desk.store.mailboxes
      .list('a1')
      .flatMap(({ id }) => desk.store.mailboxes.uids(id).map((uid) => desk.store.mailboxes.messageAt(id, uid)));
    return new Map(
      inbox.flatMap((id) => {
        const row = id === null ? null : desk.store.messages.get(id);
        if (row === null) return [];
        const decided = desk.store.conversations.get(row.conversation)?.decisions;
        return [[row.subject, JSON.stringify([row.id, row.isGone, decided])]];
      }),
    );
  };

  it('while a part of it is moved and new mail comes in: all 400 keep their rows and decisions', async () => {
    const watch = desk.watch();
    expect(await watch.syncNow({ mailbox: null, full: false })).toMatchObject({ value: { messages: MESSAGES } });
    await watch.stop();
    for (const row of desk.store.conversations.withClock()) {
      const known = desk.store.conversations.get(row);
      if (known === null) continue;
      desk.store.conversations.decide(row, {
        ...known.decisions,
        doneAt: row % 3 === 0 ? Date.now() : null,
        doneBecause: row % 3 === 0 ? 'owner' : null,
        snoozedUntil: row % 3 === 1 ? Date.now() + DAY_MS : null,
        replyByHand: row % 3 === 2 ? Date.now() + DAY_MS : null,
      });
    }
    const before = bySubject();
    expect(before.size).toBe(MESSAGES);

    await dovecot.doveadm('mailbox', 'create', '-u', DOVECOT_USER, 'Klanten');
    await dovecot.doveadm('move', '-u', DOVECOT_USER, 'Klanten', 'mailbox', 'INBOX', '1:50');
    await dovecot.doveadm('mailbox', 'update', '-u', DOVECOT_USER, '--uid-validity', '99887766', 'INBOX');
    dovecot.deliver(customerMail('Nieuw'));
    const summary = await desk.watch().syncNow({ mailbox: null, full: false });

    expect(summary).toMatchObject({ ok: true, value: { messages: MESSAGES + 1 } });
    const after = bySubject();
    expect([...before].filter(([subject, state]) => after.get(subject) !== state)).toEqual([]);
    expect(after.size).toBe(MESSAGES + 1);
  });
});
