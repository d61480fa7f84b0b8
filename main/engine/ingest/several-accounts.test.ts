import { beforeEach, describe, expect, it } from 'vitest';
import type { ArrivedMessage } from './arrived.ts';
import { createFakeDesk, CUSTOMER, OWNER, sampleAccount, sampleMail, TUESDAY_TEN, type FakeDesk } from './fake-desk.ts';

const JAN = { name: 'Jan', address: 'jan@fietsenmertens.be' };

describe('two accounts of one owner', () => {
  let desk: FakeDesk;
  let janInbox: number;
  beforeEach(() => {
    desk = createFakeDesk();
    desk.store.accounts.add({
      ...sampleAccount(TUESDAY_TEN - 30 * 24 * 3_600_000),
      id: 'jan',
      email: JAN.address,
      addresses: [JAN.address],
    });
    const [inbox] = desk.store.mailboxes.relist('jan', [{ path: 'INBOX', role: 'inbox', isSynced: true }]);
    janInbox = inbox?.id ?? 0;
    desk.store.mailboxes.renumber(janInbox, '1');
  });
  let uid = 100;
  const atJan = (mail: Parameters<typeof sampleMail>[0], direction: ArrivedMessage['direction'] = 'in'): number => {
    uid += 1;
    const message: ArrivedMessage = {
      account: 'jan',
      channel: 'email',
      direction,
      at: desk.ports.clock.now(),
      // Another line of Received.
      size: 1_050,
      mail: sampleMail(mail),
      place: { mailboxId: janInbox, uid, flags: [] },
    };
    return desk.ingest([message]).rows[0] ?? 0;
  };
  const accountOf = (row: number) => desk.store.conversations.get(desk.conversationOf(row))?.account;

  it('a mail to both is answered from the address that stands first', () => {
    const to = [JAN, OWNER];
    const first = desk.receive({ messageId: 'a@x', to });
    expect(accountOf(first)).toBe('mertens');
    expect(atJan({ messageId: 'a@x', to })).toBe(first);
    expect(accountOf(first)).toBe('jan');
    expect(desk.store.messages.get(first)?.account).toBe('jan');
  });
  it('a forged copy of its Message-ID in the other account is shown as well', () => {
    const real = desk.receive({ messageId: 'a@x', text: 'Gelieve te betalen op BE01' });
    expect(atJan({ messageId: 'a@x', text: 'Gelieve te betalen op LT99' })).not.toBe(real);
  });
  it('a customer who goes on at the other address stays in his conversation, and is answered from there', () => {
    const question = desk.receive({ messageId: 'a@x' });
    const more = atJan({ messageId: 'b@x', inReplyTo: ['a@x'], to: [JAN] });
    expect(desk.conversationOf(more)).toBe(desk.conversationOf(question));
    expect(accountOf(question)).toBe('jan');
  });
  it('what one account writes to the other is from ourselves to ourselves, whichever copy is seen first', () => {
    const mail = { messageId: 'i@x', from: [OWNER], to: [JAN], subject: 'Voor jou', text: 'Doe jij deze?' };
    const row = atJan(mail);
    expect(desk.sentElsewhere(mail)).toBe(row);
    expect(desk.item(row)).toMatchObject({ turn: 'nobody', section: 'fyi' });
  });

  describe('one of which is removed', () => {
    const leave = (id: string): readonly number[] => {
      const kept: number[] = [];
      while (desk.store.accounts.emptySome(id, 1, (conversations) => kept.push(...conversations)) > 0);
      desk.store.accounts.remove(id);
      desk.settle(kept);
      return kept;
    };
    it('leaves what also lies in the other, with the whole conversation', () => {
      const shared = desk.receive({ messageId: 'a@x' });
      atJan({ messageId: 'a@x' });
      const answer = desk.sentElsewhere({ messageId: 'r@x', inReplyTo: ['a@x'] });
      const own = desk.receive({ messageId: 'b@x', subject: 'Alleen hier' });
      expect(leave('mertens')).toEqual([desk.conversationOf(shared)]);
      expect(desk.store.messages.get(own)).toBeNull();
      expect(desk.store.messages.get(shared)).toMatchObject({ account: 'jan', isGone: false });
      expect(accountOf(answer)).toBe('jan');
      expect(desk.item(shared)).toMatchObject({ turn: 'theirs', messages: 2 });
      expect(desk.store.mailboxes.placesOf(shared).map(({ account }) => account)).toEqual(['jan']);
      expect(desk.store.check.integrity()).toBe('ok');
    });
    it('takes its own messages out of nobody else’s conversation', () => {
      const question = desk.receive({ messageId: 'a@x' });
      atJan({ messageId: 'b@x', inReplyTo: ['a@x'], to: [JAN] });
      leave('mertens');
      expect(desk.store.messages.get(question)?.account).toBe('jan');
      expect(accountOf(question)).toBe('jan');
    });
    it('leaves nothing where nothing was shared', () => {
      desk.receive({ messageId: 'a@x', from: [CUSTOMER] });
      expect(leave('mertens')).toEqual([]);
      expect(desk.store.check.counts()).toMatchObject({ messages: 0, conversations: 0 });
    });
  });
});
