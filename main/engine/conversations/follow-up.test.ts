import { beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../../contract/errors.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { UNTIL_THEY_WRITE } from '../../domain/queue/decisions.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createConversations, type Conversations } from './conversations.ts';

let desk: FakeDesk;
let commands: Conversations['handlers'];
beforeEach(() => {
  desk = createFakeDesk();
  commands = createConversations({
    store: desk.store,
    clock: desk.ports.clock,
    emit: (event) => void desk.events.push(event),
    settle: desk.settle,
    queue: desk.queue,
    connectorFor: () => ({ fetchAttachment: async () => failed('offline', 'auto', 'no network in this test') }),
    passwordFor: async () => ok('secret'),
  }).handlers;
});
const FRIDAY = TUESDAY_TEN + 3 * DAY_MS;
const asked = (): number => desk.conversationOf(desk.receive({ messageId: 'q@x', at: TUESDAY_TEN - HOUR_MS }));
const answered = (text = 'Dat kan.'): number => {
  const id = asked();
  desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['q@x'], text });
  return id;
};
const customerWrites = (): void => void desk.receive({ messageId: 'c@x', inReplyTo: ['a@x', 'q@x'], text: 'En nu?' });
const item = (id: number) => desk.queue.item(id);

describe('the watch on an answer', () => {
  it('is set by the owner on one that asks nothing, and ended again', async () => {
    const id = answered();
    const before = await commands['conversation.followUp']({ id, at: FRIDAY });
    expect(before).toMatchObject({ ok: true, value: { followUp: null } });
    expect(item(id)).toMatchObject({ section: 'waiting', followUp: { at: FRIDAY, isByHand: true } });
    await commands['conversation.followUp']({ id, at: null });
    expect(item(id)).toMatchObject({ section: 'waiting', followUp: null });
  });
  it('is put off, ended, or left to what the answer asks', async () => {
    const id = answered('Welke kleur wenst u?');
    const byRule = item(id)?.followUp;
    expect(byRule).toMatchObject({ isByHand: false });
    await commands['conversation.followUp']({ id, at: FRIDAY + DAY_MS });
    expect(item(id)?.followUp?.at).toBe(FRIDAY + DAY_MS);
    await commands['conversation.followUp']({ id, at: null });
    expect(item(id)?.followUp).toBeNull();
    await commands['conversation.followUp']({ id, at: 'as-asked' });
    expect(item(id)?.followUp).toEqual(byRule);
  });
  it('can be taken back', async () => {
    const id = answered();
    const before = await commands['conversation.followUp']({ id, at: FRIDAY });
    if (!before.ok) throw new Error(before.error.detail);
    await commands['conversation.restore']({ id, decisions: before.value });
    expect(item(id)?.followUp).toBeNull();
  });
  it('brings back what was done', async () => {
    const id = answered();
    await commands['conversation.done']({ id, because: 'owner' });
    await commands['conversation.followUp']({ id, at: FRIDAY });
    expect(item(id)).toMatchObject({ section: 'waiting', followUp: { at: FRIDAY } });
  });
  it('may be over a customer who was phoned, and is done with by ending it', async () => {
    const id = asked();
    await commands['conversation.done']({ id, because: 'phone' });
    await commands['conversation.followUp']({ id, at: FRIDAY });
    expect(item(id)).toMatchObject({ section: 'waiting', followUp: { at: FRIDAY } });
    desk.ports.jumpTo(FRIDAY);
    expect(item(id)?.section).toBe('now');
    await commands['conversation.followUp']({ id, at: null });
    expect(item(id)?.section).toBe('done');
  });
  it('is refused where the customer is not to answer, and into the past', async () => {
    const id = asked();
    expect(await commands['conversation.followUp']({ id, at: FRIDAY })).toMatchObject({
      ok: false,
      error: { code: 'not-possible-now' },
    });
    desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['q@x'] });
    expect(await commands['conversation.followUp']({ id, at: TUESDAY_TEN - 1 })).toMatchObject({
      ok: false,
      error: { code: 'moment-past' },
    });
  });
  it('is over when the customer writes', async () => {
    const id = answered();
    await commands['conversation.followUp']({ id, at: FRIDAY });
    customerWrites();
    expect(item(id)).toMatchObject({ turn: 'ours', followUp: null });
  });
  it('is over when we answer again, in words that ask for something else', async () => {
    const id = answered();
    await commands['conversation.followUp']({ id, at: FRIDAY });
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    desk.sentElsewhere({ inReplyTo: ['a@x', 'q@x'], text: 'Past maandag om 10 uur?' });
    expect(item(id)?.followUp).toMatchObject({ isByHand: false, words: 'Past maandag om 10 uur?' });
  });
});

describe('a snooze until the customer writes', () => {
  it('lasts until he does', async () => {
    const id = answered('Welke kleur wenst u?');
    await commands['conversation.snooze']({ id, until: UNTIL_THEY_WRITE, replyBy: null });
    desk.ports.jumpTo(TUESDAY_TEN + 300 * DAY_MS);
    expect(item(id)?.section).toBe('snoozed');
    customerWrites();
    expect(item(id)).toMatchObject({ snoozedUntil: null, turn: 'ours' });
    expect(item(id)?.section).not.toBe('snoozed');
  });
  it('asks by when to answer where it is ours to answer, and comes back on that day', async () => {
    const id = asked();
    expect(await commands['conversation.snooze']({ id, until: UNTIL_THEY_WRITE, replyBy: null })).toMatchObject({
      ok: false,
      error: { code: 'past-reply-by' },
    });
    await commands['conversation.snooze']({ id, until: UNTIL_THEY_WRITE, replyBy: FRIDAY });
    expect(item(id)).toMatchObject({ section: 'snoozed', replyBy: FRIDAY, replyByFrom: 'hand' });
    desk.ports.jumpTo(FRIDAY - 11 * HOUR_MS);
    expect(item(id)?.section).toBe('snoozed');
    desk.ports.jumpTo(FRIDAY - 2 * HOUR_MS);
    expect(item(id)?.section).toBe('now');
    expect(desk.queue.list({ section: 'now', offset: 0, limit: 9, at: null }).items).toHaveLength(1);
  });
});

describe('a reply-by set by hand', () => {
  it('lies in the future', async () => {
    const id = asked();
    expect(await commands['conversation.setReplyBy']({ id, at: TUESDAY_TEN })).toMatchObject({
      ok: false,
      error: { code: 'moment-past' },
    });
  });
});
