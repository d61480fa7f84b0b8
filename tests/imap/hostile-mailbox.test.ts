// A mailbox in which every hostile mail lies among 400 ordinary ones (P11): all of it is listed, the ordinary ones whole, and the
// process stays of a size that a machine can bear.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IMAP_LIMITS } from '../../main/engine/channels/email/imap-session.ts';
import { hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';
import { HOSTILE_MAILS } from '../hostile/hostile-mails.ts';

const ORDINARY = 400;
/** The promise of 300 MB is for one of them (tests/engine/hostile-mail.test.ts); here all come in one pass, with the test's own copies. */
const MOST_GROWTH = 500 * 1024 * 1024;

describe.skipIf(!hasDovecot())('a mailbox with every hostile mail', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'balie-hostile-'));
    dovecot = await startDovecot();
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true });
  });

  it('is listed like any other', { timeout: 240_000 }, async () => {
    const step = Math.floor(ORDINARY / HOSTILE_MAILS.length);
    let delivered = 0;
    let ordinary = 0;
    const deliverOrdinary = (count: number): void => {
      for (let left = count; left > 0 && ordinary < ORDINARY; left -= 1) {
        ordinary += 1;
        dovecot.deliver(customerMail(`gewoon ${ordinary}`, { body: `Vraag nummer ${ordinary}` }));
        delivered += 1;
      }
    };
    for (const { raw } of HOSTILE_MAILS) {
      deliverOrdinary(step);
      dovecot.deliver(raw.toString('latin1'));
      delivered += 1;
    }
    deliverOrdinary(ORDINARY);

    // The server itself takes seconds to describe a hundred thousand parts: the owner's own patience, not the tests'.
    desk = openSyncDesk({ imap: plainAt(dovecot.port), limits: IMAP_LIMITS, file: join(folder, 'desk.db') });
    const before = process.memoryUsage().rss;
    const summary = await desk.watch().syncNow({ mailbox: null, full: false });
    expect(summary).toMatchObject({ ok: true });
    const inbox = desk.store.mailboxes.list('a1').find(({ role }) => role === 'inbox')?.id ?? 0;
    const uids = desk.store.mailboxes.uids(inbox);
    const troubles = desk.store.mailboxes.troubles(inbox);
    expect(uids.length + troubles.length).toBe(delivered);
    expect(troubles).toEqual([]);
    const rows = uids.map((uid) => desk.store.messages.get(desk.store.mailboxes.messageAt(inbox, uid) ?? 0));
    const whole = rows.filter((row) => row !== null && /^gewoon \d+$/.test(row.subject) && row.note === null);
    expect(whole).toHaveLength(ORDINARY);
    // The same Message-ID does not make two mails one, and a Date of nonsense does not move any.
    expect(new Set(rows.map((row) => row?.id)).size).toBe(delivered);
    const now = Date.now();
    expect(rows.filter((row) => row === null || row.at > now + 60_000)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_GROWTH);
  });
});
