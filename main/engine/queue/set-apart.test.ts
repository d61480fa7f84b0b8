// What comes in and asks nothing lies in "Ter info" with its reason; what may ask something is in the queue. From the message to the
// list, as the owner sees it.
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { NO_DECISIONS, type Decisions } from '../../domain/queue/decisions.ts';
import type { MailKind } from '../../domain/conversation/message.ts';
import type { ParsedAttachment } from '../channels/parsed-mail.ts';
import { createFakeDesk, CUSTOMER, OWNER, sampleAccount, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';

let desk: FakeDesk;
beforeEach(() => {
  desk = createFakeDesk();
});
const later = (minutes = 5): void => desk.ports.jumpTo(desk.ports.clock.now() + minutes * MINUTE_MS);
/** A question, and our answer to it. */
const answered = (text: string): number => {
  const id = desk.conversationOf(desk.receive({ messageId: 'q@x' }));
  later();
  desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['q@x'], text });
  later();
  return id;
};
const theySay = (text: string, other: { readonly attachments?: readonly ParsedAttachment[] } = {}): void =>
  void desk.receive({
    inReplyTo: ['a@x'],
    references: ['q@x', 'a@x'],
    subject: 'Re: Vraag over een fiets',
    text,
    ...other,
  });
const decide = (id: number, decided: Partial<Decisions>): void => {
  desk.store.conversations.decide(id, { ...NO_DECISIONS, ...decided });
  desk.settle([id]);
};
const seen = (id: number) => desk.queue.item(id);

describe('mail that no person waits behind', () => {
  it.each<MailKind>(['newsletter', 'notification', 'auto-reply', 'bounce', 'complaint'])('a %s', (kind) => {
    expect(desk.item(desk.receive({ kind }))).toMatchObject({ section: 'fyi', why: { kind: 'machine', mail: kind } });
  });
  it('mail from an address of our own', () => {
    desk.store.accounts.update({
      ...sampleAccount(TUESDAY_TEN - 30 * 24 * HOUR_MS),
      addresses: [OWNER.address, 'winkel@fietsenmertens.be'],
    });
    const alias = { name: 'Fietsen Mertens', address: 'winkel@fietsenmertens.be' };
    expect(desk.item(desk.receive({ from: [alias] }))).toMatchObject({ section: 'fyi', why: { kind: 'own-mail' } });
  });
  it('thanks that begin a conversation', () => {
    expect(desk.item(desk.receive({ subject: 'Dank!', text: 'Bedankt voor de snelle service!' }))).toMatchObject({
      section: 'fyi',
      why: { kind: 'rests', because: 'closer' },
    });
  });
});

describe('thanks', () => {
  it.each(['Bedankt!', 'Super, dankjewel', 'Thanks!', 'Merci beaucoup !', '👍', 'Danke!', 'Top, tot vrijdag!'])(
    '"%s" after our answer does not reopen',
    (text) => {
      const id = answered('De fiets staat klaar, tot vrijdag.');
      theySay(text);
      expect(seen(id)).toMatchObject({ section: 'fyi', turn: 'nobody' });
    },
  );
  it('leave what is done as it is', () => {
    const id = desk.conversationOf(desk.receive({ messageId: 'a@x' }));
    decide(id, { doneAt: desk.ports.clock.now(), doneBecause: 'phone', settledUntil: desk.ports.clock.now() });
    later();
    theySay('Bedankt!');
    expect(seen(id)?.section).toBe('done');
  });
  it('wake nothing that was put off', () => {
    const id = answered('De fiets staat klaar.');
    decide(id, { snoozedUntil: desk.ports.clock.now() + 9 * HOUR_MS });
    theySay('Bedankt!');
    expect(seen(id)?.section).toBe('snoozed');
  });
  it('do not end what was asked before them', () => {
    const id = desk.conversationOf(desk.receive({ messageId: 'a@x' }));
    later();
    theySay('Alvast bedankt!');
    expect(seen(id)).toMatchObject({ turn: 'ours', why: { kind: 'asks' } });
  });
  it('with a file under them may be the signed quote', () => {
    const id = answered('Hierbij de offerte.');
    const signed: ParsedAttachment = {
      fileName: 'offerte-getekend.pdf',
      contentType: 'application/pdf',
      contentId: null,
      isInline: false,
      size: 5,
      content: new Uint8Array(5),
      part: '2',
    };
    theySay('Bedankt!', { attachments: [signed] });
    expect(seen(id)?.turn).toBe('ours');
  });
});

describe('a yes to what we asked', () => {
  it('comes back to the queue, and says so', () => {
    const id = answered('Zal ik de blauwe voor je bestellen?');
    theySay('Ja, is goed!');
    expect(seen(id)).toMatchObject({ turn: 'ours', why: { kind: 'yes' } });
  });
  it('wakes what was put off', () => {
    const id = answered('Past vrijdag 10 uur?');
    decide(id, { snoozedUntil: desk.ports.clock.now() + 9 * HOUR_MS });
    theySay('Prima!');
    expect(seen(id)?.section).not.toBe('snoozed');
  });
  it('reopens what was done meanwhile', () => {
    const id = answered('Past vrijdag 10 uur?');
    decide(id, { doneAt: desk.ports.clock.now(), doneBecause: 'owner', settledUntil: desk.ports.clock.now() });
    later();
    theySay('Ok!');
    expect(seen(id)?.section).not.toBe('done');
  });
});

describe('in the queue stays', () => {
  it('an invitation, whatever stands beside it', () => {
    expect(desk.item(desk.receive({ kind: 'invite', text: 'Bedankt!' }))).toMatchObject({ why: { kind: 'invite' } });
  });
  it('what is not certain, lower than what is', () => {
    const waits = desk.item(desk.receive({ from: [CUSTOMER], subject: 'Vanavond', text: 'tafel voor 6 vanavond 20u' }));
    const rests = desk.item(
      desk.receive({ from: [{ name: 'Els', address: 'els@x.example' }], subject: 'Stand', text: 'ben onderweg' }),
    );
    const points = ({ factors }: typeof waits): number =>
      factors.find(({ name }) => name === 'needs-answer')?.points ?? 0;
    expect([waits.turn, rests.turn]).toEqual(['ours', 'ours']);
    expect(points(waits)).toBeGreaterThan(points(rests));
    expect(rests.why).toEqual({ kind: 'uncertain' });
  });
});
