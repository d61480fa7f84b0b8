import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestStep } from '../../main/contract/views.ts';
import { DOVECOT_PASSWORD, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startSmtp } from '../helpers/smtp.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const SOON = { timeout: 15_000, interval: 20 };

/** A drawing that makes the message too large to be fetched whole, and a logo that stands in the text. */
const DRAWING = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 251));
const LOGO = Buffer.from(Array.from({ length: 900 }, (_, index) => index % 256));
const lines = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\n');
const withDrawing = `From: Klant <klant@voorbeeld.example>
To: info@dewinkel.example
Subject: Tekening van de kast
Message-ID: <tekening@x.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=buiten

--buiten
Content-Type: multipart/related; boundary=binnen

--binnen
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Zie de tekening, caf=C3=A9.</p><img src=3D"cid:logo@x">
--binnen
Content-Type: image/png
Content-ID: <logo@x>
Content-Disposition: inline
Content-Transfer-Encoding: base64

${lines(LOGO)}
--binnen--
--buiten
Content-Type: application/pdf; name="kast.pdf"
Content-Disposition: attachment; filename="kast.pdf"
Content-Transfer-Encoding: base64

${lines(DRAWING)}
--buiten--
`;

describe.skipIf(!hasDovecot())('errands beside the watch', () => {
  let dovecot: Dovecot;
  let desk: SyncDesk;
  beforeEach(async () => {
    dovecot = await startDovecot();
    desk = openSyncDesk({ imap: plainAt(dovecot.port) });
  });
  afterEach(async () => {
    await desk.stop();
    await dovecot.stop();
  });
  const messageWith = (messageId: string) => {
    const row = desk.store.messages.withMessageId('a1', messageId)[0];
    if (row === undefined) throw new Error(`no ${messageId}`);
    return row;
  };

  it('of a large message the text and small pictures are here, the drawing comes when asked for', async () => {
    dovecot.deliver(withDrawing);
    const synced = await desk.watch().syncNow({ mailbox: null, full: false });
    expect(synced).toMatchObject({ ok: true, value: { added: 1 } });
    expect(synced.ok && synced.value.bytesIn).toBeLessThan(20_000);
    const message = messageWith('tekening@x.example');
    expect(desk.store.bodies.get(message.id)?.html).toContain('café');
    const attachments = desk.store.attachments.ofMessage(message.id);
    const drawing = attachments.find(({ fileName }) => fileName === 'kast.pdf');
    const logo = attachments.find(({ contentId }) => contentId === 'logo@x');
    expect(Buffer.from(desk.store.attachments.content(logo?.id ?? 0) ?? []).equals(LOGO)).toBe(true);
    expect(desk.store.attachments.content(drawing?.id ?? 0)).toBeNull();
    const [place] = desk.store.mailboxes.placesOf(message.id);
    if (place === undefined || drawing === undefined) throw new Error('no drawing');
    const fetched = await desk.connector.fetchAttachment(desk.account, DOVECOT_PASSWORD, {
      ...place,
      part: drawing.part,
    });
    expect(fetched.ok && Buffer.from(fetched.value).equals(DRAWING)).toBe(true);
  });

  it('the original of a message comes byte for byte, and leaves it unread', async () => {
    dovecot.deliver(withDrawing);
    await desk.watch().syncNow({ mailbox: null, full: false });
    const [place] = desk.store.mailboxes.placesOf(messageWith('tekening@x.example').id);
    if (place === undefined) throw new Error('nowhere');
    const fetched = await desk.connector.fetchOriginal(desk.account, DOVECOT_PASSWORD, place);
    expect(fetched.ok && Buffer.from(fetched.value).toString().replaceAll('\r\n', '\n')).toBe(withDrawing);
    await desk.watch().syncNow({ mailbox: null, full: true });
    expect(messageWith('tekening@x.example').isSeen).toBe(false);
    const renumbered = { ...place, uidValidity: '1' };
    expect(await desk.connector.fetchOriginal(desk.account, DOVECOT_PASSWORD, renumbered)).toMatchObject({
      error: { code: 'not-possible-now' },
    });
  });

  it('an attachment is not looked for under a number from before a renumbering', async () => {
    dovecot.deliver(withDrawing);
    await desk.watch().syncNow({ mailbox: null, full: false });
    const place = { mailbox: 'INBOX', uidValidity: '1', uid: 1, part: '2' };
    expect(await desk.connector.fetchAttachment(desk.account, DOVECOT_PASSWORD, place)).toMatchObject({
      error: { code: 'not-possible-now' },
    });
  });

  it('what we sent is filed in Sent once, read, and known as ours by the sync that meets it', async () => {
    const raw = Buffer.from(
      customerMail('Re: kast', { from: 'info@dewinkel.example', messageId: 'uit@x.example' }).replace(/\n/g, '\r\n'),
    );
    const mail = { messageId: 'uit@x.example', sender: 'info@dewinkel.example', recipients: [], raw };
    const wish = { filesSent: null, isLastLook: false };
    const file = () => desk.connector.fileSent(desk.account, DOVECOT_PASSWORD, mail, wish);
    expect(await desk.connector.findSent(desk.account, DOVECOT_PASSWORD, 'uit@x.example')).toEqual({
      ok: true,
      value: 'nowhere',
    });
    expect(await file()).toMatchObject({ ok: true, value: { kind: 'done', place: { mailbox: 'Sent', uid: 1 } } });
    expect(await file()).toEqual({ ok: true, value: { kind: 'by-server' } });
    expect(await desk.connector.findSent(desk.account, DOVECOT_PASSWORD, 'uit@x.example')).toEqual({
      ok: true,
      value: 'filed',
    });
    await desk.watch().syncNow({ mailbox: null, full: false });
    expect(messageWith('uit@x.example')).toMatchObject({ direction: 'out', isSeen: true });
    expect(desk.store.mailboxes.countMessages('a1')).toBe(1);
  });

  it('a copy that the server files itself, a little later, is waited for, and no second one made', async () => {
    const copy = customerMail('Re: kast', { from: 'info@dewinkel.example', messageId: 'zelf@x.example' });
    const mail = { messageId: 'zelf@x.example', sender: 'x', recipients: [], raw: Buffer.from(copy) };
    const wish = { filesSent: 'server', isLastLook: false } as const;
    const file = () => desk.connector.fileSent(desk.account, DOVECOT_PASSWORD, mail, wish);
    expect(await file()).toEqual({ ok: true, value: { kind: 'not-yet' } });
    dovecot.deliver(copy, { mailbox: 'Sent', flags: 'S' });
    expect(await file()).toEqual({ ok: true, value: { kind: 'by-server' } });
  });

  it('a copy that the server files beside ours takes its place; alone, ours stays', async () => {
    const copy = customerMail('Re: kast', { from: 'info@dewinkel.example', messageId: 'naast@x.example' });
    const mail = { messageId: 'naast@x.example', sender: 'x', recipients: [], raw: Buffer.from(copy) };
    const wish = { filesSent: null, isLastLook: false };
    const filed = await desk.connector.fileSent(desk.account, DOVECOT_PASSWORD, mail, wish);
    const place = filed.ok && filed.value.kind === 'done' ? filed.value.place : null;
    if (place === null) throw new Error('not filed');
    const withdraw = () => desk.connector.withdrawCopy(desk.account, DOVECOT_PASSWORD, mail.messageId, place);
    expect(await withdraw()).toEqual({ ok: true, value: 'alone' });
    dovecot.deliver(copy, { mailbox: 'Sent', flags: 'S' });
    expect(await withdraw()).toEqual({ ok: true, value: 'withdrawn' });
    expect(await withdraw()).toEqual({ ok: true, value: 'alone' });
    const left = await desk.connector.compare(desk.account, DOVECOT_PASSWORD);
    const sent = left.ok ? left.value.find(({ mailbox }) => mailbox === 'Sent') : undefined;
    expect(sent?.uids).toEqual([place.uid + 1]);
  });

  it.each([
    ['INBOX', 'arrived'],
    ['Prullenbak', 'filed'],
  ] as const)('what is in doubt is looked for in %s too', async (mailbox, trace) => {
    const copy = customerMail('Re: kast', { from: 'info@dewinkel.example', messageId: 'ergens@x.example' });
    dovecot.deliver(copy, { mailbox });
    expect(await desk.connector.findSent(desk.account, DOVECOT_PASSWORD, 'ergens@x.example')).toEqual({
      ok: true,
      value: trace,
    });
  });

  it('comparing tells exactly what the server has', async () => {
    for (let nr = 1; nr <= 4; nr += 1) dovecot.deliver(customerMail(`Vraag ${nr}`));
    await desk.watch().syncNow({ mailbox: null, full: false });
    const compared = await desk.connector.compare(desk.account, DOVECOT_PASSWORD);
    expect(compared).toMatchObject({ ok: true });
    expect(compared.ok && compared.value).toEqual(
      expect.arrayContaining([
        { mailbox: 'INBOX', uids: [1, 2, 3, 4], wanted: [1, 2, 3, 4] },
        { mailbox: 'Sent', uids: [], wanted: [] },
      ]),
    );
  });

  it('the connection test says each step and what it found', async () => {
    dovecot.deliver(customerMail('Vraag'));
    const smtp = await startSmtp({ security: 'plain' });
    const steps: TestStep[] = [];
    const account = { ...desk.account, smtp: plainAt(smtp.port) };
    const tested = await desk.connector.test(account, DOVECOT_PASSWORD, (step) => steps.push(step));
    expect(tested).toMatchObject({ ok: true, value: { imap: { mailboxes: 4, messages: 1 } } });
    expect(steps).toEqual(['imap-connect', 'imap-sign-in', 'imap-mailboxes', 'smtp-connect', 'smtp-sign-in']);
    await smtp.stop();
  });

  it('a wrong password in the test stops at signing in', async () => {
    const steps: TestStep[] = [];
    expect(await desk.connector.test(desk.account, 'fout', (step) => steps.push(step))).toMatchObject({
      error: { code: 'wrong-password' },
    });
    expect(steps).toEqual(['imap-connect', 'imap-sign-in']);
  });

  it('a first sync that is broken off goes on where it was', async () => {
    for (let nr = 1; nr <= 200; nr += 1) dovecot.deliver(customerMail(`Vraag ${nr}`));
    const watch = desk.watch();
    await expect.poll(() => desk.store.mailboxes.countMessages('a1'), { ...SOON, interval: 1 }).toBeGreaterThan(0);
    await watch.stop();
    const before = desk.store.mailboxes.countMessages('a1');
    const synced = await desk.watch().syncNow({ mailbox: null, full: false });
    expect(synced).toMatchObject({ ok: true, value: { added: 200 - before, messages: 200 } });
  });

  it('killed again and again, nothing is lost and nothing doubled', async () => {
    for (let nr = 1; nr <= 400; nr += 1) {
      dovecot.deliver(customerMail(`Vraag ${nr}`, { messageId: `k${nr}@x.example`, body: 'x'.repeat(3_000) }));
    }
    const watch = desk.watch();
    let kills = 0;
    for (let round = 0; round < 12; round += 1) {
      const pass = { isOver: false };
      const passing = watch.syncNow({ mailbox: null, full: false }).finally(() => (pass.isOver = true));
      let killed = 0;
      // A busy machine may not have signed in by then.
      for (let ms = 20 + round * 12; killed === 0 && !pass.isOver; ms = 10) {
        await new Promise((resolve) => setTimeout(resolve, ms));
        killed = dovecot.killSessions();
      }
      kills += killed;
      await passing;
    }
    expect(kills).toBeGreaterThan(3);
    await expect
      .poll(async () => (await watch.syncNow({ mailbox: null, full: true })).ok, { timeout: 30_000, interval: 200 })
      .toBe(true);
    expect(desk.store.mailboxes.countMessages('a1')).toBe(400);
    const inbox = desk.store.mailboxes.list('a1').find(({ role }) => role === 'inbox');
    expect(desk.store.mailboxes.uids(inbox?.id ?? 0)).toHaveLength(400);
    for (const nr of [1, 200, 400]) {
      expect(desk.store.messages.withMessageId('a1', `k${nr}@x.example`)).toHaveLength(1);
    }
  });

  it('a pass in which nothing changed costs next to nothing', async () => {
    for (let nr = 1; nr <= 50; nr += 1) dovecot.deliver(customerMail(`Vraag ${nr}`));
    const watch = desk.watch();
    await watch.syncNow({ mailbox: null, full: false });
    await desk.untilState('live');
    const idle = await watch.syncNow({ mailbox: null, full: false });
    expect(idle).toMatchObject({ ok: true, value: { added: 0, updated: 0, removed: 0 } });
    expect(idle.ok && idle.value.bytesIn).toBeLessThan(2_000);
  });
});
