import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../domain/instant.ts';
import { createConversations } from '../conversations/conversations.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { actOnReminder } from './act-on-reminder.ts';

let desk: FakeDesk;
let question: number;
const act = (choice: 'snooze-hour' | 'phoned', lastAt = TUESDAY_TEN) => {
  const { store, settle, queue, events } = desk;
  const { clock } = desk.ports;
  const never = (): never => {
    throw new Error('no server in this story');
  };
  const decide = createConversations({
    store,
    clock,
    settle,
    queue,
    emit: (event) => void events.push(event),
    connectorFor: never,
    passwordFor: never,
  }).handlers;
  return actOnReminder({ store, clock, decide }, { conversation: question, lastAt, act: choice });
};
const decisions = () => desk.store.conversations.get(question)?.decisions;

beforeEach(() => {
  desk = createFakeDesk();
  question = desk.conversationOf(desk.receive({ messageId: 'q@x' }));
});

describe('on a notification', () => {
  it('“already called” counts as answered by phone', async () => {
    expect(await act('phoned')).toEqual({ ok: true, value: null });
    expect(decisions()).toMatchObject({ doneBecause: 'phone' });
  });
  it('“snooze an hour” puts off for an hour', async () => {
    expect(await act('snooze-hour')).toEqual({ ok: true, value: null });
    expect(decisions()?.snoozedUntil).toBe(TUESDAY_TEN + HOUR_MS);
  });
  it('an hour that would end past the reply-by is refused, and nothing is decided', async () => {
    desk.ports.jumpTo(Date.parse('2026-05-13T08:00:00Z'));
    expect(await act('snooze-hour')).toMatchObject({ ok: false, error: { code: 'past-reply-by' } });
    expect(decisions()?.snoozedUntil).toBeNull();
  });
  it.each(['phoned', 'snooze-hour'] as const)('%s is refused once the customer wrote again', async (choice) => {
    desk.ports.jumpTo(TUESDAY_TEN + 1_000);
    desk.receive({ inReplyTo: ['q@x'] });
    expect(await act(choice)).toMatchObject({ ok: false, error: { code: 'not-possible-now' } });
    expect(decisions()).toMatchObject({ doneAt: null, snoozedUntil: null });
  });
  it('is refused once it was answered from elsewhere, or done', async () => {
    expect(await act('phoned')).toMatchObject({ ok: true });
    expect(await act('phoned')).toMatchObject({ ok: false });
    const other = desk.conversationOf(desk.receive({ messageId: 'r@x', subject: 'Iets anders' }));
    question = other;
    desk.sentElsewhere({ inReplyTo: ['r@x'], at: TUESDAY_TEN });
    expect(await act('phoned')).toMatchObject({ ok: false });
  });
  it('a conversation that is gone is not found', async () => {
    desk.store.conversations.remove(question);
    expect(await act('phoned')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
