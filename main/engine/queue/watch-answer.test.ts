import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { NO_DECISIONS, UNTIL_THEY_WRITE } from '../../domain/queue/decisions.ts';

let desk: FakeDesk;
beforeEach(() => {
  desk = createFakeDesk();
});
/** Friday 15 May, the third working day after it. */
const DUE = Date.parse('2026-05-15T08:00:00Z');
const ASKING = 'Dag Jan,\n\nWelke kleur wenst u?\n\nGroeten';

const answered = (text = ASKING): number => {
  const row = desk.receive({ messageId: 'q@x', at: TUESDAY_TEN - HOUR_MS });
  desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['q@x'], text, at: TUESDAY_TEN });
  return row;
};
const section = (row: number, at = desk.ports.clock.now()): string | undefined => {
  desk.ports.jumpTo(at);
  return desk.item(row).section;
};

describe('an answer seen in Sent that asks for one back', () => {
  it('waits on them, with its moment, and is for now once that passed', () => {
    const row = answered();
    expect(desk.item(row)).toMatchObject({
      section: 'waiting',
      followUp: { at: DUE, since: TUESDAY_TEN, isByHand: false, words: 'Welke kleur wenst u?' },
    });
    expect(section(row, DUE - 1)).toBe('waiting');
    expect(section(row, DUE)).toBe('now');
    expect(desk.item(row).factors).toContainEqual({
      name: 'follow-up',
      points: 14,
      because: { kind: 'words', words: 'Welke kleur wenst u?' },
    });
  });
  it('moves in the list by time alone', () => {
    answered();
    const list = (name: 'waiting' | 'now') =>
      desk.queue.list({ section: name, offset: 0, limit: 9, at: null }).items.length;
    expect([list('waiting'), list('now')]).toEqual([1, 0]);
    desk.ports.jumpTo(DUE);
    expect([list('waiting'), list('now')]).toEqual([0, 1]);
  });
  it('is not watched any more once the customer writes', () => {
    const row = answered();
    desk.receive({ messageId: 'b@x', inReplyTo: ['a@x'], text: 'De blauwe. Kan dat?', at: TUESDAY_TEN + HOUR_MS });
    expect(desk.item(row)).toMatchObject({ followUp: null, turn: 'ours' });
  });
  it('is not watched while the conversation is done, and again when it is reopened', () => {
    const row = answered();
    const id = desk.conversationOf(row);
    desk.store.conversations.decide(id, { ...NO_DECISIONS, doneAt: TUESDAY_TEN, doneBecause: 'owner' });
    desk.settle([id]);
    expect(desk.item(row).followUp).toBeNull();
    expect(desk.store.conversations.get(id)?.followUpAt).toBeNull();
    desk.store.conversations.decide(id, NO_DECISIONS);
    desk.settle([id]);
    expect(desk.item(row).followUp?.at).toBe(DUE);
  });
  it('sleeps with the conversation, for as long as the owner put it off', () => {
    const row = answered();
    const id = desk.conversationOf(row);
    desk.store.conversations.decide(id, { ...NO_DECISIONS, snoozedUntil: UNTIL_THEY_WRITE });
    desk.settle([id]);
    expect(section(row, DUE + DAY_MS)).toBe('snoozed');
  });
  it('is watched for as many days as the owner likes, or not at all', () => {
    const row = answered();
    const id = desk.conversationOf(row);
    desk.settings.set({ followUp: { workingDays: 1 } });
    desk.settle([id]);
    expect(desk.item(row).followUp?.at).toBe(Date.parse('2026-05-13T08:00:00Z'));
    desk.settings.set({ followUp: { workingDays: 0 } });
    desk.settle([id]);
    expect(desk.item(row).followUp).toBeNull();
  });
});

it('an answer that asks nothing is not watched', () => {
  const row = answered('Dat kan, tot morgen!');
  expect(desk.item(row)).toMatchObject({ section: 'waiting', followUp: null });
});

it('what nobody answered before the desk was there is left in peace', () => {
  desk = createFakeDesk({ queueFrom: TUESDAY_TEN });
  const account = desk.store.accounts.get('mertens');
  if (account === null) throw new Error('no account');
  desk.store.accounts.update({ ...account, queueFrom: TUESDAY_TEN - 30 * DAY_MS });
  const row = desk.sentElsewhere({ subject: 'Offerte', text: ASKING, at: TUESDAY_TEN - 10 * DAY_MS });
  const fresh = desk.sentElsewhere({ subject: 'Kast', text: ASKING, at: TUESDAY_TEN - HOUR_MS });
  expect(desk.item(row)).toMatchObject({ section: 'waiting', followUp: null });
  expect(desk.item(fresh).followUp).not.toBeNull();
});

describe('the window of a channel', () => {
  const withWindow = (windowHours: number | null): void => {
    const { targets } = desk.settings.get();
    desk.settings.set({ targets: { ...targets, email: { ...targets.email, windowHours } } });
  };
  it('closes so many hours after the last word of the customer, and nothing is due later', () => {
    withWindow(6);
    const row = desk.receive({ messageId: 'q@x', at: TUESDAY_TEN });
    expect(desk.item(row)).toMatchObject({
      replyBy: TUESDAY_TEN + 6 * HOUR_MS,
      replyByFrom: 'window',
      reckoned: { windowClosesAt: TUESDAY_TEN + 6 * HOUR_MS },
    });
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    desk.receive({ messageId: 'r@x', inReplyTo: ['q@x'] });
    expect(desk.item(row).replyBy).toBe(TUESDAY_TEN + 7 * HOUR_MS);
    desk.ports.jumpTo(TUESDAY_TEN + 6 * HOUR_MS + 1);
    expect(desk.item(row).factors).toContainEqual({
      name: 'window-closing',
      points: 30,
      because: { kind: 'minutes-left', minutes: 60 },
    });
  });
  it('leaves an earlier target alone', () => {
    withWindow(72);
    const row = desk.receive({});
    expect(desk.item(row)).toMatchObject({ replyByFrom: 'target' });
  });
  it('is earlier than a moment set by hand after it', () => {
    withWindow(6);
    const row = desk.receive({});
    const id = desk.conversationOf(row);
    desk.store.conversations.decide(id, { ...NO_DECISIONS, replyByHand: TUESDAY_TEN + 2 * DAY_MS });
    desk.settle([id]);
    expect(desk.item(row).replyByFrom).toBe('window');
  });
});

it('a mailing of ours waits for nobody in particular', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ name: '', address: `klant${index}@x.be` }));
  const row = desk.sentElsewhere({ subject: 'Open deur', text: 'Komt u ook naar onze opendeurdag?', to: many });
  expect(desk.item(row).followUp).toBeNull();
});
