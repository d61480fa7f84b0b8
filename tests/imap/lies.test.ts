import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fetched,
  startScriptedImap,
  type ImapScript,
  type ScriptedImap,
  type ScriptedMail,
} from '../helpers/scripted-imap.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const mailsUpTo = (count: number): ScriptedMail[] =>
  Array.from({ length: count }, (_, index) => ({
    uid: index + 1,
    raw: customerMail(`Vraag ${index + 1}`, { messageId: `l${index + 1}@x.example` }),
  }));

const inRange = (uid: number, args: string): boolean =>
  (args.split(' ')[0] ?? '').split(',').some((range) => {
    const [first = 0, last = first] = range.split(':').map(Number);
    return uid >= first && uid <= last;
  });
const inboxOf = (desk: SyncDesk): number =>
  desk.store.mailboxes.list('a1').find(({ role }) => role === 'inbox')?.id ?? 0;

describe('a server that does not do as it should', () => {
  let server: ScriptedImap;
  let desk: SyncDesk;
  beforeEach(async () => {
    server = await startScriptedImap({ mails: mailsUpTo(40) });
    desk = openSyncDesk({ imap: plainAt(server.port) });
  });
  afterEach(async () => {
    await desk.stop();
    await server.stop();
  });
  const sync = () => desk.watch().syncNow({ mailbox: null, full: false });

  describe('gives less than was asked for', () => {
    const bodiesOfFirst =
      (count: number, isAboutBatches: boolean): ImapScript =>
      ({ name, args }) => {
        const isBatch = /^\d+[:,]/.test(args);
        if (name !== 'UID FETCH' || !args.includes('BODY.PEEK[]') || (isAboutBatches && !isBatch)) return null;
        const shown = server.mails.filter(({ uid }) => uid <= count && inRange(uid, args));
        return `${shown.map((mail) => fetched(mail.uid, mail, args)).join('')}$TAG OK done\r\n`;
      };
    it('14 of 40 in a batch: the others are asked for again, one by one', async () => {
      server.script(bodiesOfFirst(14, true));
      expect(await sync()).toMatchObject({ ok: true, value: { messages: 40 } });
    });

    it('14 of 40 always: the 26 are noted, not passed over, and come when it is honest again', async () => {
      server.script(bodiesOfFirst(14, false));
      const watch = desk.watch();
      expect(await watch.syncNow({ mailbox: null, full: false })).toMatchObject({ ok: true, value: { messages: 14 } });
      expect(desk.store.mailboxes.troubles(inboxOf(desk))).toHaveLength(26);
      server.script(() => null);
      expect(await watch.syncNow({ mailbox: null, full: false })).toMatchObject({ ok: true, value: { messages: 40 } });
      expect(desk.store.mailboxes.troubles(inboxOf(desk))).toEqual([]);
    });

    it('a refusal of one message does not hold up the others', async () => {
      server.script(({ name, args }) => {
        const isBad = name === 'UID FETCH' && args.includes('BODY.PEEK[]') && inRange(7, args);
        return isBad ? '$TAG NO [UNAVAILABLE] cannot read it\r\n' : null;
      });
      expect(await sync()).toMatchObject({ ok: true, value: { messages: 39 } });
    });

    it('an OK without any message is not the end of the mailbox', async () => {
      server.script(({ name, args }) => (name === 'UID FETCH' && args.includes('BODY') ? '$TAG OK done\r\n' : null));
      await sync();
      server.script(() => null);
      desk.watch();
      await expect.poll(() => desk.store.mailboxes.countMessages('a1'), { timeout: 15_000 }).toBe(40);
    });

    it('an empty list is not believed while the mailbox counts messages', async () => {
      const watch = desk.watch();
      await watch.syncNow({ mailbox: null, full: false });
      server.script(({ name }) => (name === 'UID SEARCH' ? '* SEARCH\r\n$TAG OK done\r\n' : null));
      expect(await watch.syncNow({ mailbox: null, full: true })).toMatchObject({ error: { code: 'server-nonsense' } });
      expect(desk.store.mailboxes.countPlaces(inboxOf(desk))).toBe(40);
    });
  });

  it('answers about messages nobody asked for, and without a UID, are left aside', async () => {
    server.script(({ name, args, before }) => {
      if (name !== 'UID FETCH' || !args.includes('BODY.PEEK[]') || before > 8) return null;
      const stray = '* 3 FETCH (FLAGS (\\Seen))\r\n* 999 FETCH (UID 4711 FLAGS (\\Seen))\r\n';
      return `${stray}${server.mails.map((mail, index) => fetched(index + 1, mail, args)).join('')}$TAG OK done\r\n`;
    });
    expect(await sync()).toMatchObject({ ok: true, value: { messages: 40 } });
  });

  it('two answers for one message are one message', async () => {
    server.script(({ name, args, before }) => {
      if (name !== 'UID FETCH' || !args.includes('BODY.PEEK[]') || before > 8) return null;
      const twice = server.mails.map(
        (mail, index) => `${fetched(index + 1, mail, args)}* ${index + 1} FETCH (UID ${mail.uid} FLAGS (\\Seen))\r\n`,
      );
      return `${twice.join('')}$TAG OK done\r\n`;
    });
    expect(await sync()).toMatchObject({ ok: true, value: { messages: 40 } });
    expect(desk.store.messages.withMessageId('a1', 'l5@x.example')).toHaveLength(1);
  });

  it('999999 messages announced, 40 there', async () => {
    server.script(({ name }) =>
      name === 'SELECT'
        ? '* 999999 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 41] ok\r\n$TAG OK [READ-WRITE] selected\r\n'
        : null,
    );
    expect(await sync()).toMatchObject({ ok: true, value: { messages: 40 } });
  });

  it('a literal of 900 MB closes the line before it fills the memory; that mail becomes a card, the others come', async () => {
    server.script(({ name, args }) =>
      name === 'UID FETCH' && args.includes('BODY.PEEK[]') && inRange(7, args)
        ? '* 7 FETCH (UID 7 BODY[]<0> {943718400}\r\nabc'
        : null,
    );
    const watch = desk.watch();
    await expect
      .poll(async () => (await watch.syncNow({ mailbox: null, full: false })).ok, { timeout: 20_000, interval: 1 })
      .toBe(true);
    expect(desk.store.mailboxes.countPlaces(inboxOf(desk))).toBe(40);
    const card = desk.store.messages.get(desk.store.mailboxes.messageAt(inboxOf(desk), 7) ?? 0);
    expect(card).toMatchObject({ note: 'too-large', subject: '' });
    expect(process.memoryUsage().rss).toBeLessThan(700_000_000);
  });

  it('mail that brings the line down each time is found, and the others do not wait for it', async () => {
    server.script(({ name, args }) =>
      name === 'UID FETCH' && args.includes('BODY.PEEK[]') && inRange(7, args) ? 'close' : null,
    );
    const watch = desk.watch();
    await expect
      .poll(async () => (await watch.syncNow({ mailbox: null, full: false })).ok, { timeout: 20_000, interval: 1 })
      .toBe(true);
    expect(desk.store.mailboxes.countPlaces(inboxOf(desk))).toBe(40);
    expect(desk.subjects().filter((subject) => subject === '')).toHaveLength(1);
  });

  it('new mail that brings the line down does not keep later mail away', async () => {
    const watch = desk.watch();
    await watch.syncNow({ mailbox: null, full: false });
    server.script(({ name, args }) =>
      name === 'UID FETCH' && args.includes('BODY.PEEK[]') && inRange(41, args) ? 'close' : null,
    );
    server.mails.push({ uid: 41, raw: customerMail('Gif') }, { uid: 42, raw: customerMail('Na het gif') });
    await expect
      .poll(async () => (await watch.syncNow({ mailbox: null, full: false })).ok, { timeout: 20_000, interval: 1 })
      .toBe(true);
    expect(desk.subjects()).toContain('Na het gif');
  });

  it('a message that is refused pass after pass becomes a card in the end', async () => {
    server.script(({ name, args }) =>
      name === 'UID FETCH' && args.includes('BODY.PEEK[]') && inRange(7, args) ? '$TAG NO [SERVERBUG] no\r\n' : null,
    );
    const watch = desk.watch();
    await watch.syncNow({ mailbox: null, full: false });
    for (let pass = 0; pass < 2; pass += 1) {
      const [trouble] = desk.store.mailboxes.troubles(inboxOf(desk));
      if (trouble === undefined) throw new Error('no trouble noted');
      // As if the time had passed.
      desk.store.mailboxes.noteTrouble(inboxOf(desk), { ...trouble, nextTryAt: 0 });
      await watch.syncNow({ mailbox: null, full: false });
    }
    expect(desk.store.mailboxes.troubles(inboxOf(desk))).toEqual([]);
    const card = desk.store.messages.get(desk.store.mailboxes.messageAt(inboxOf(desk), 7) ?? 0);
    // Its header could be had.
    expect(card).toMatchObject({ note: 'not-fetched', subject: 'Vraag 7' });
    server.script(() => null);
    expect(await watch.syncNow({ mailbox: null, full: true })).toMatchObject({ ok: true, value: { messages: 40 } });
    expect(desk.store.messages.get(card?.id ?? 0)).toMatchObject({ note: null, subject: 'Vraag 7' });
    expect(desk.store.bodies.text(card?.id ?? 0)).toContain('Kunt u mij helpen?');
  });

  it('a card that could say nothing gives way to the message once the server gives it', async () => {
    server.script(({ name, args }) =>
      name === 'UID FETCH' && args.includes('BODY.PEEK[') && inRange(7, args) ? 'close' : null,
    );
    const watch = desk.watch();
    await expect
      .poll(async () => (await watch.syncNow({ mailbox: null, full: false })).ok, { timeout: 20_000, interval: 1 })
      .toBe(true);
    expect(desk.subjects()).toContain('');
    await watch.stop();
    server.script(() => null);
    expect(await desk.watch().syncNow({ mailbox: null, full: true })).toMatchObject({ value: { messages: 40 } });
    expect(desk.subjects()).not.toContain('');
    expect(desk.subjects()).toContain('Vraag 7');
    expect(desk.store.check.counts()).toMatchObject({ messages: 40, conversations: 40 });
  });

  it('new numbers for all messages: each is found back under its own', async () => {
    const watch = desk.watch();
    await watch.syncNow({ mailbox: null, full: false });
    const before = desk.store.messages.withMessageId('a1', 'l1@x.example')[0];
    await watch.stop();
    // The oldest gets the highest number: an old UID would point at another message.
    for (const [index, mail] of server.mails.entries()) server.mails[index] = { ...mail, uid: 41 - mail.uid };
    server.mails.sort((a, b) => a.uid - b.uid);
    server.setUidValidity(8);
    expect(await sync()).toMatchObject({ ok: true, value: { added: 0, messages: 40 } });
    const after = desk.store.messages.withMessageId('a1', 'l1@x.example')[0];
    expect(after?.id).toBe(before?.id);
    expect(desk.store.mailboxes.placesOf(after?.id ?? 0)).toMatchObject([{ uid: 40, uidValidity: '8' }]);
  });

  it('other numbers in the middle of a pass: nothing is taken for something else, and the next pass is complete', async () => {
    server.script(({ name, args, before }) => {
      // Given out anew while the bodies come in, when Sent was looked at in between.
      if (name === 'SELECT' && args.includes('INBOX') && before > 1) server.setUidValidity(9);
      return null;
    });
    const watch = desk.watch();
    await expect
      .poll(async () => (await watch.syncNow({ mailbox: null, full: true })).ok, { timeout: 20_000, interval: 1 })
      .toBe(true);
    expect(desk.store.mailboxes.countMessages('a1')).toBe(40);
    for (const mail of [1, 20, 40])
      expect(desk.store.messages.withMessageId('a1', `l${mail}@x.example`)).toHaveLength(1);
  });

  it('never more than two connections, also when much is asked at once', async () => {
    desk.watch();
    await desk.untilState('live');
    let most = 0;
    server.script(() => {
      most = Math.max(most, server.open());
      return null;
    });
    await Promise.all(
      Array.from({ length: 6 }, (_, nr) => desk.connector.findSent(desk.account, 'x', `zoek-${nr}@x.example`)),
    );
    expect(most).toBe(2);
  });

  it('without IDLE the account is polled', async () => {
    const poor = await startScriptedImap({ mails: mailsUpTo(3), capabilities: 'IMAP4rev1' });
    const other = openSyncDesk({ imap: plainAt(poor.port) });
    other.watch();
    await other.untilState('polling');
    expect(other.store.mailboxes.countMessages('a1')).toBe(3);
    await other.stop();
    await poor.stop();
  });
});
