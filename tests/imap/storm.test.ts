// A mailbox that does not hold still while it is read: another program adds, moves, expunges and flags all through the first sync.
// At the end the desk holds what the server holds, nothing twice, nothing less. Seeded: a failure can be played again.
import { afterEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../main/domain/instant.ts';
import { DOVECOT_PASSWORD, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const MAILBOXES = ['INBOX', 'Klanten', 'Sent'] as const;
const AT_FIRST = 400;
const ROUNDS = 60;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe.skipIf(!hasDovecot())('a mailbox that changes while it is synced', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });

  const storm = async (seed: number): Promise<void> => {
    const draw = drawFrom(seed);
    const below = (count: number): number => Math.floor(draw() * count);
    const client = await dovecot.otherProgram();
    await client.mailboxCreate('Sent');
    let made = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const mailbox = MAILBOXES[below(MAILBOXES.length)] ?? 'INBOX';
      const lock = await client.getMailboxLock(mailbox);
      const count = client.mailbox === false ? 0 : client.mailbox.exists;
      const some = `${Math.max(1, below(count))}:${Math.max(1, below(count))}`;
      const one = String(1 + below(Math.max(1, count)));
      switch (below(6)) {
        case 0:
        case 1:
          made += 1;
          await client.append(
            mailbox,
            customerMail(`Storm ${made}`, { messageId: `s${made}@storm.example` }).replaceAll('\n', '\r\n'),
          );
          break;
        case 2:
          if (count > 0) await client.messageFlagsAdd(some, ['\\Seen']);
          break;
        case 3:
          if (count > 0) await client.messageFlagsRemove(some, ['\\Seen']);
          break;
        case 4:
          if (count > 0) await client.messageDelete(one);
          break;
        default:
          if (count > 0) await client.messageMove(one, mailbox === 'INBOX' ? 'Klanten' : 'INBOX');
      }
      lock.release();
    }
    await client.logout();
  };

  it.each([
    [1, ''],
    [7, ''],
    [2026, ''],
    // No mod-sequences, no ESEARCH, no LIST-STATUS: numbers and flags are compared.
    [31, 'imap_capability = IMAP4rev1 IDLE NAMESPACE UIDPLUS MOVE'],
  ])('ends as the server has it, seed %i %s', async (seed, extra) => {
    dovecot = await startDovecot({ extra });
    for (let nr = 1; nr <= AT_FIRST; nr += 1) {
      dovecot.deliver(customerMail(`Vraag ${nr}`, { messageId: `v${nr}@storm.example` }), {
        mailbox: nr % 4 === 0 ? 'Klanten' : 'INBOX',
        at: Date.now() - nr * HOUR_MS,
      });
    }
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
    const watch = desk.watch();
    await Promise.all([storm(seed), watch.syncNow({ mailbox: null, full: false })]);
    expect(await watch.syncNow({ mailbox: null, full: extra !== '' })).toMatchObject({ ok: true });

    const compared = await desk.connector.compare(desk.account, DOVECOT_PASSWORD);
    if (!compared.ok) throw new Error(compared.error.detail);
    const rows = desk.store.mailboxes.list('a1');
    for (const { mailbox, uids } of compared.value) {
      const row = rows.find(({ path }) => path === mailbox);
      expect([mailbox, desk.store.mailboxes.uids(row?.id ?? 0)]).toEqual([mailbox, uids]);
    }
    const seen: string[] = [];
    for (const { id, path } of rows) {
      const listed = (await dovecot.doveadm('search', '-u', desk.account.user, 'mailbox', path, 'seen')).trim();
      const there = listed === '' ? 0 : listed.split('\n').length;
      const here = desk.store.mailboxes
        .uids(id)
        .map((uid) => desk.store.messages.get(desk.store.mailboxes.messageAt(id, uid) ?? 0)?.isSeen);
      // A message is seen when any of its copies is; here each has one.
      if (there !== here.filter(Boolean).length && path !== 'Sent') seen.push(path);
    }
    expect(seen).toEqual([]);
    for (let nr = 1; nr <= AT_FIRST; nr += 1) {
      expect(desk.store.messages.withMessageId('a1', `v${nr}@storm.example`).length).toBeLessThanOrEqual(1);
    }
    expect(desk.store.check.integrity()).toBe('ok');
  });
});
