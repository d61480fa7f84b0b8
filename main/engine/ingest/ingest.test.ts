import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, CUSTOMER, OWNER, sampleMail, TUESDAY_TEN, type FakeDesk } from './fake-desk.ts';

let desk: FakeDesk;
beforeEach(() => {
  desk = createFakeDesk();
});
const own = (messageId: string, inReplyTo: string) => ({
  account: 'mertens',
  channel: 'email' as const,
  direction: 'out' as const,
  at: desk.ports.clock.now(),
  size: 500,
  mail: sampleMail({
    from: [OWNER],
    to: [CUSTOMER],
    subject: 'Re: Vraag over een fiets',
    messageId,
    inReplyTo: [inReplyTo],
  }),
  place: null,
});

describe('a message that is here already', () => {
  it('is one with two places when it lies in two mailboxes', () => {
    const first = desk.receive({ messageId: 'a@x', uid: 1 });
    const again = desk.ingest([
      {
        account: 'mertens',
        channel: 'email',
        direction: 'in',
        at: TUESDAY_TEN,
        size: 1_000,
        mail: sampleMail({ messageId: 'a@x' }),
        place: { mailboxId: desk.sent, uid: 9, flags: [] },
      },
    ]);
    expect(again).toEqual({ rows: [first], added: 0 });
    expect(desk.store.mailboxes.placesOf(first).map(({ uid }) => uid)).toEqual([1, 9]);
  });
  it('is shown twice when only the Message-ID is the same: one mail must not hide another', () => {
    const real = desk.receive({ messageId: 'a@x', text: 'Gelieve te betalen op BE01' });
    const forged = desk.receive({ messageId: 'a@x', text: 'Gelieve te betalen op LT99' });
    expect(forged).not.toBe(real);
    expect(desk.store.check.counts().messages).toBe(2);
  });
  it('is recognised by sender, date, subject and size where it has no Message-ID', () => {
    const first = desk.receive({ messageId: null, date: TUESDAY_TEN, uid: 1 });
    const moved = desk.receive({ messageId: null, date: TUESDAY_TEN, uid: 2 });
    const other = desk.receive({ messageId: null, date: TUESDAY_TEN + 1_000, uid: 3 });
    expect(moved).toBe(first);
    expect(other).not.toBe(first);
  });
  it('is our own answer found back in Sent, even where the server rewrote its words', () => {
    desk.receive({ messageId: 'q@x' });
    const [ours] = desk.ingest([own('our@desk', 'q@x')]).rows;
    const found = desk.sentElsewhere({
      messageId: 'our@desk',
      inReplyTo: ['q@x'],
      text: 'Ja hoor.\n\n-- rewritten by the server',
    });
    expect(found).toBe(ours);
    expect(desk.store.mailboxes.placesOf(found)).toHaveLength(1);
  });
  it('cannot hide behind our answer by taking its Message-ID', () => {
    desk.receive({ messageId: 'q@x' });
    const [ours] = desk.ingest([own('our@desk', 'q@x')]).rows;
    const forged = desk.receive({ messageId: 'our@desk', from: [OWNER], text: 'Betaal nu' });
    expect(forged).not.toBe(ours);
  });
  it('is no answer when it only says to be from us: the customer still waits', () => {
    const question = desk.receive({ messageId: 'q@x', text: 'Kan u een offerte maken?' });
    desk.receive({ messageId: 'forged@elsewhere', inReplyTo: ['q@x'], from: [OWNER], text: 'Is al geregeld.' });
    expect(desk.store.conversations.get(desk.conversationOf(question))?.turn).toBe('ours');
  });
  it('stays the same after the mailbox was renumbered, with what was decided', () => {
    const row = desk.receive({ messageId: 'a@x', uid: 1 });
    const conversation = desk.conversationOf(row);
    desk.store.conversations.decide(conversation, {
      doneAt: TUESDAY_TEN,
      doneBecause: 'owner',
      snoozedUntil: null,
      replyByHand: null,
      sortedAs: null,
    });
    desk.store.mailboxes.renumber(desk.inbox, '2');
    expect(desk.receive({ messageId: 'a@x', uid: 77 })).toBe(row);
    expect(desk.store.conversations.get(conversation)?.decisions.doneBecause).toBe('owner');
  });
  it('takes the words over once it can be read', () => {
    const row = desk.receive({ messageId: 'a@x', text: '', note: 'not-fetched', uid: 4 });
    desk.receive({ messageId: 'a@x', text: 'Graag een offerte', uid: 4 });
    expect(desk.store.bodies.text(row)).toBe('Graag een offerte');
    expect(desk.store.messages.get(row)?.note).toBeNull();
    expect(desk.store.fullText.counts().indexed).toBe(1);
  });
  it('counts as read and answered when any copy is', () => {
    const row = desk.receive({ messageId: 'a@x', uid: 1 });
    desk.receive({ messageId: 'a@x', uid: 2, flags: ['\\Seen', '\\Answered'] });
    expect(desk.store.messages.get(row)).toMatchObject({ isSeen: true, isAnswered: true });
    expect(desk.item(row).section).toBe('waiting');
  });
});

describe('a batch', () => {
  it('is stored whole or not at all', () => {
    const good = {
      account: 'mertens',
      channel: 'email' as const,
      direction: 'in' as const,
      at: TUESDAY_TEN,
      size: 1,
      mail: sampleMail({ messageId: 'a@x' }),
      place: null,
    };
    expect(() => desk.ingest([good, { ...good, account: 'nobody' }])).toThrow(
      'message for an account that is not there',
    );
    expect(desk.store.check.counts().messages).toBe(0);
    expect(desk.events.filter(({ kind }) => kind === 'message-stored')).toEqual([]);
  });
  it('answers the rows in the order given, and gives them ids in order of arrival', () => {
    const at = (minutes: number, messageId: string) => ({
      account: 'mertens',
      channel: 'email' as const,
      direction: 'in' as const,
      at: TUESDAY_TEN - minutes * MINUTE_MS,
      size: 1,
      mail: sampleMail({ messageId, subject: messageId }),
      place: null,
    });
    const { rows, added } = desk.ingest([at(1, 'new'), at(9, 'old'), at(5, 'middle')]);
    expect(added).toBe(3);
    expect(rows.map((row) => desk.store.messages.get(row)?.subject)).toEqual(['new', 'old', 'middle']);
    expect(rows.toSorted((a, b) => a - b)).toEqual([rows[1], rows[2], rows[0]]);
  });
  it('tells of messages only once the transaction around it is on disk', () => {
    desk.events.length = 0;
    desk.store.transaction(() => {
      desk.receive({ messageId: 'a@x' });
      expect(desk.events).toEqual([]);
    });
    expect(desk.events.map(({ kind }) => kind)).toEqual(['message-stored', 'conversations-changed']);
  });
});

describe('what arrives', () => {
  it('before the account was added is history: kept, searchable, never in the queue', () => {
    const row = desk.receive({ at: TUESDAY_TEN - 60 * DAY_MS });
    expect(desk.item(row)).toMatchObject({ section: 'done', replyBy: null });
    expect(desk.queue.counts()).toMatchObject({ overdue: 0, now: 0, soon: 0, fyi: 0, done: 1 });
  });
  it('from a server whose clock runs ahead counts as arrived now', () => {
    const row = desk.receive({ at: TUESDAY_TEN + 2 * HOUR_MS });
    expect(desk.store.messages.get(row)?.at).toBe(TUESDAY_TEN);
  });
  it('as our answer never stands before what it answers, though our clock runs behind', () => {
    const question = desk.receive({ messageId: 'q@x' });
    desk.ports.jumpTo(TUESDAY_TEN - 5 * MINUTE_MS);
    desk.ingest([own('our@desk', 'q@x')]);
    expect(desk.item(question)).toMatchObject({ turn: 'theirs', section: 'waiting' });
  });
  it('from our own address with the visitor in Reply-To is a form that a customer filled in', () => {
    const visitor = { name: 'An', address: 'an@visitor.be' };
    const row =
      desk.ingest([
        {
          account: 'mertens',
          channel: 'email',
          direction: 'out',
          at: TUESDAY_TEN,
          size: 1,
          mail: sampleMail({ from: [OWNER], replyTo: [visitor], messageId: 'f@x' }),
          place: { mailboxId: desk.inbox, uid: 5, flags: [] },
        },
      ]).rows[0] ?? 0;
    expect(desk.item(row)).toMatchObject({ who: 'An', address: 'an@visitor.be', turn: 'ours' });
  });
  it('as a bounce of our first mail does not make the mail server our customer; the customer who answers is it', () => {
    const ours = desk.sentElsewhere({ messageId: 'o@x', subject: 'Uw fiets is klaar', to: [CUSTOMER] });
    const daemon = { name: 'Mail Delivery', address: 'mailer-daemon@x.be' };
    desk.receive({ inReplyTo: ['o@x'], from: [daemon], kind: 'bounce' });
    expect(desk.item(ours).address).toBe(CUSTOMER.address);
    desk.receive({ inReplyTo: ['o@x'], from: [{ ...CUSTOMER, name: 'Jan P.' }] });
    expect(desk.item(ours).who).toBe('Jan Peeters');
  });
  it('from ourselves to ourselves asks nobody anything', () => {
    const row =
      desk.ingest([
        {
          account: 'mertens',
          channel: 'email',
          direction: 'out',
          at: TUESDAY_TEN,
          size: 1,
          mail: sampleMail({ from: [OWNER], to: [OWNER], messageId: 's@x' }),
          place: { mailboxId: desk.inbox, uid: 5, flags: [] },
        },
      ]).rows[0] ?? 0;
    expect(desk.item(row)).toMatchObject({ section: 'fyi', turn: 'nobody' });
  });
  it('disappears from the full text with its account', () => {
    desk.receive({ messageId: 'a@x' });
    desk.store.accounts.remove('mertens');
    expect(desk.store.fullText.counts().indexed).toBe(0);
    expect(desk.store.check.counts().messages).toBe(0);
  });
});
