import { beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../../contract/errors.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import type { ParsedAttachment } from '../channels/parsed-mail.ts';
import { createConversations, type Conversations } from './conversations.ts';

let desk: FakeDesk;
let commands: Conversations['handlers'];
let fetched: number;
let answer: ReturnType<typeof ok<Uint8Array>> | ReturnType<typeof failed>;
beforeEach(() => {
  desk = createFakeDesk();
  fetched = 0;
  answer = ok(new Uint8Array([7]));
  commands = createConversations({
    store: desk.store,
    clock: desk.ports.clock,
    emit: (event) => void desk.events.push(event),
    settle: desk.settle,
    queue: desk.queue,
    connectorFor: () => ({
      fetchAttachment: async () => {
        fetched += 1;
        return answer;
      },
    }),
    passwordFor: async () => ok('secret'),
  }).handlers;
});
const ask = (): number => desk.conversationOf(desk.receive({ messageId: 'q@x' }));
const section = (id: number) => desk.queue.item(id)?.section;
const open = async (id: number) => {
  const opened = await commands['conversation.open']({ id });
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value;
};

describe('opening a conversation', () => {
  it('tells the story with the words of each, who it goes to, and who the customer is', async () => {
    const id = ask();
    desk.sentElsewhere({
      inReplyTo: ['q@x'],
      text: 'Ja hoor.\n\nOp di 12 mei 2026 schreef Jan Peeters:\n> Is de blauwe fiets nog te koop?',
    });
    const { messages, replyTo, replyFrom, customer } = await open(id);
    expect(messages.map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(messages[1]?.ownText.trim()).toBe('Ja hoor.');
    expect(replyTo).toEqual([CUSTOMER]);
    expect(replyFrom.address).toBe(OWNER.address);
    expect(customer).toMatchObject({ name: 'Jan Peeters', conversations: 1, isVip: false, firstSeenAt: TUESDAY_TEN });
  });
  it('of thousands of messages reads only the newest that are asked for, and says how many there are', async () => {
    const id = ask();
    for (let more = 1; more < 30; more += 1)
      desk.receive({ messageId: `q${more}@x`, inReplyTo: ['q@x'], text: `${more}` });
    const opened = await commands['conversation.open']({ id, newest: 2 });
    if (!opened.ok) throw new Error(opened.error.detail);
    expect(opened.value.messages.map(({ text }) => text)).toEqual(['28', '29']);
    expect(opened.value.item.messages).toBe(30);
    expect((await open(id)).messages).toHaveLength(30);
  });
  it('that is not there says so', async () => {
    expect(await commands['conversation.open']({ id: 99 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
  it('does not mark it read by itself; reading does, here at once and later on the server', async () => {
    const id = ask();
    expect((await open(id)).item.isUnread).toBe(true);
    desk.events.length = 0;
    await commands['conversation.markRead']({ id });
    await commands['conversation.markRead']({ id });
    expect(desk.events).toEqual([{ kind: 'conversation-read', conversation: id }]);
    expect((await open(id)).item.isUnread).toBe(false);
    expect(desk.store.mailboxes.actions('mertens').map(({ kind }) => kind)).toEqual(['mark-seen']);
  });

  it('tells that its place changed when reading brought that up to date', async () => {
    const id = ask();
    const { targets } = desk.settings.get();
    desk.settings.set({ targets: { ...targets, email: { ...targets.email, firstMinutes: 30 } } });
    desk.events.length = 0;
    await commands['conversation.markRead']({ id });
    expect(desk.events).toEqual([{ kind: 'conversations-changed', conversations: [id] }]);
  });
});

describe('a decision', () => {
  it('can be taken back with what it answered', async () => {
    const id = ask();
    const before = await commands['conversation.done']({ id, because: 'phone' });
    expect(section(id)).toBe('done');
    expect(before.ok).toBe(true);
    if (!before.ok) return;
    await commands['conversation.restore']({ id, decisions: before.value });
    expect(desk.queue.item(id)).toMatchObject({ section: 'soon', waitingSince: TUESDAY_TEN });
  });
  it('is told to whoever shows it', async () => {
    const id = ask();
    desk.events.length = 0;
    await commands['conversation.done']({ id, because: 'owner' });
    expect(desk.events).toEqual([{ kind: 'conversations-changed', conversations: [id] }]);
  });
  it('done by phone leaves the next question a clock of its own', async () => {
    const id = ask();
    await commands['conversation.done']({ id, because: 'phone' });
    desk.ports.jumpTo(TUESDAY_TEN + DAY_MS);
    desk.receive({ inReplyTo: ['q@x'] });
    expect(desk.queue.item(id)).toMatchObject({ section: 'soon', waitingSince: TUESDAY_TEN + DAY_MS });
  });
  it('reopening brings the question back with its first clock', async () => {
    const id = ask();
    await commands['conversation.done']({ id, because: 'owner' });
    await commands['conversation.reopen']({ id });
    expect(desk.queue.item(id)).toMatchObject({ turn: 'ours', waitingSince: TUESDAY_TEN });
  });
  it('reopening history makes it ours to answer', async () => {
    const id = desk.conversationOf(desk.receive({ at: TUESDAY_TEN - 90 * DAY_MS }));
    expect(section(id)).toBe('done');
    await commands['conversation.reopen']({ id });
    expect(section(id)).toBe('overdue');
  });
  it('to sort as "Ter info" and back', async () => {
    const id = ask();
    await commands['conversation.sortAs']({ id, as: 'fyi' });
    expect(section(id)).toBe('fyi');
    await commands['conversation.sortAs']({ id, as: 'queue' });
    expect(section(id)).toBe('soon');
  });
});

describe('snoozing', () => {
  it('hides it until then, and the clock runs on', async () => {
    const id = ask();
    await commands['conversation.snooze']({ id, until: TUESDAY_TEN + HOUR_MS, replyBy: null });
    expect(desk.queue.item(id)).toMatchObject({ section: 'snoozed', replyBy: Date.parse('2026-05-13T08:30:00Z') });
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    expect(section(id)).toBe('soon');
  });
  it('past the reply-by wants a new one in the same step', async () => {
    const id = ask();
    const until = TUESDAY_TEN + 3 * DAY_MS;
    const refused = await commands['conversation.snooze']({ id, until, replyBy: null });
    expect(refused).toMatchObject({ ok: false, error: { code: 'past-reply-by' } });
    expect(section(id)).toBe('soon');
    expect(await commands['conversation.snooze']({ id, until, replyBy: until - 1 })).toMatchObject({ ok: false });
    await commands['conversation.snooze']({ id, until, replyBy: until + HOUR_MS });
    expect(desk.queue.item(id)).toMatchObject({ section: 'snoozed', replyBy: until + HOUR_MS, replyByFrom: 'hand' });
  });
  it('into the past is refused', async () => {
    const id = ask();
    expect(await commands['conversation.snooze']({ id, until: TUESDAY_TEN, replyBy: null })).toMatchObject({
      ok: false,
      error: { code: 'moment-past' },
    });
  });
});

describe('a reply-by set by hand', () => {
  it('wins, and null brings the computed one back', async () => {
    const id = ask();
    const computed = desk.queue.item(id)?.replyBy;
    await commands['conversation.setReplyBy']({ id, at: TUESDAY_TEN + HOUR_MS });
    expect(desk.queue.item(id)).toMatchObject({ replyBy: TUESDAY_TEN + HOUR_MS, replyByFrom: 'hand', section: 'now' });
    await commands['conversation.setReplyBy']({ id, at: null });
    expect(desk.queue.item(id)).toMatchObject({ replyBy: computed, replyByFrom: 'target' });
  });
  it('makes no sense where nobody waits', async () => {
    const id = ask();
    desk.sentElsewhere({ inReplyTo: ['q@x'] });
    expect(await commands['conversation.setReplyBy']({ id, at: TUESDAY_TEN + HOUR_MS })).toMatchObject({
      ok: false,
      error: { code: 'not-possible-now' },
    });
  });
});

describe('a customer marked as important', () => {
  it('comes before others, also in conversations that were there', async () => {
    desk.receive({ from: [{ name: 'An', address: 'an@x.be' }], subject: 'a' });
    const id = desk.conversationOf(desk.receive({ from: [{ name: 'Vip', address: 'VIP@x.be' }], subject: 'b' }));
    await commands['contact.setVip']({ address: 'vip@X.be', isVip: true });
    expect(desk.queue.list({ section: null, offset: 0, limit: 1, at: null }).items[0]?.conversation).toBe(id);
  });
});

describe('an attachment', () => {
  const attachment: ParsedAttachment = {
    part: '2',
    fileName: '../offerte.pdf',
    contentType: 'application/pdf',
    size: 99,
    contentId: '<Logo@X>',
    isInline: false,
    content: null,
  };
  const withAttachment = (): { readonly message: number; readonly id: number } => {
    const message = desk.receive({ attachments: [attachment] });
    return { message, id: desk.store.attachments.ofMessage(message)[0]?.id ?? 0 };
  };
  it('is fetched when asked for, once, and kept, under a safe name', async () => {
    const { id } = withAttachment();
    const both = await Promise.all([commands['attachment.content']({ id }), commands['attachment.content']({ id })]);
    expect(both[0]).toMatchObject({ ok: true, value: { bytes: new Uint8Array([7]), contentType: 'application/pdf' } });
    expect(both[0].ok && both[0].value.fileName).not.toContain('/');
    await commands['attachment.content']({ id });
    expect(fetched).toBe(1);
  });
  it('is found by the name that the HTML gives it', async () => {
    const { message } = withAttachment();
    expect(await commands['attachment.inline']({ message, contentId: 'logo@x' })).toMatchObject({ ok: true });
    expect(await commands['attachment.inline']({ message, contentId: 'other@x' })).toMatchObject({ ok: false });
  });
  it('that cannot be fetched now is not taken for fetched', async () => {
    const { id } = withAttachment();
    answer = failed('offline', 'auto', 'no network');
    expect(await commands['attachment.content']({ id })).toMatchObject({ ok: false, error: { code: 'offline' } });
    answer = ok(new Uint8Array([8]));
    expect(await commands['attachment.content']({ id })).toMatchObject({ ok: true });
  });
});
