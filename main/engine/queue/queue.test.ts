import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';

let desk: FakeDesk;
beforeEach(() => {
  desk = createFakeDesk();
});
const who = (name: string) => ({ from: [{ name, address: `${name.toLowerCase()}@klant.be` }], subject: name });
const list = (section: Parameters<FakeDesk['queue']['list']>[0]['section'], at: number | null = null) =>
  desk.queue.list({ section, offset: 0, limit: 100, at }).items.map((item) => item.who);
const at = (text: string): number => Date.parse(text);

describe('the clock of a mail', () => {
  it('of Tuesday 10:00 runs eight working hours, over lunch and closing time, to Wednesday 10:00', () => {
    // 9:00-12:30 and 13:30-17:30 in Brussels: 2.5 and 4 hours on Tuesday, 1.5 on Wednesday.
    const row = desk.receive({});
    expect(desk.item(row)).toMatchObject({
      replyBy: at('2026-05-13T08:30:00Z'),
      replyByFrom: 'target',
      section: 'soon',
    });
  });
  it('is overdue from that moment on, and not before', () => {
    desk.receive(who('Jan'));
    const due = at('2026-05-13T08:30:00Z');
    expect(list('overdue', due - 1)).toEqual([]);
    expect(list('now', due - 1)).toEqual(['Jan']);
    expect(list('overdue', due)).toEqual(['Jan']);
    expect(list('overdue')).toEqual([]);
  });
  it('has one target for the first answer and one for the next', () => {
    desk.settings.set({ targets: { ...DEFAULT_SETTINGS.targets, email: { firstMinutes: 60, nextMinutes: 30 } } });
    const first = desk.receive({ messageId: 'q@x', at: TUESDAY_TEN });
    expect(desk.item(first).replyBy).toBe(TUESDAY_TEN + HOUR_MS);
    desk.ports.jumpTo(TUESDAY_TEN + 20 * MINUTE_MS);
    desk.sentElsewhere({ inReplyTo: ['q@x'] });
    desk.receive({ inReplyTo: ['q@x'], at: TUESDAY_TEN + 20 * MINUTE_MS });
    expect(desk.item(first).replyBy).toBe(TUESDAY_TEN + 50 * MINUTE_MS);
  });
});

describe('the list', () => {
  it('without a section is what is ours to answer, the most urgent first', () => {
    desk.receive({ ...who('Later'), at: TUESDAY_TEN });
    desk.receive({ ...who('Laat'), at: TUESDAY_TEN - 5 * DAY_MS });
    desk.receive({ ...who('Nieuws'), kind: 'newsletter' });
    desk.sentElsewhere({ subject: 'Offerte', to: [{ name: 'Wacht', address: 'w@klant.be' }] });
    expect(list(null)).toEqual(['Laat', 'Later']);
    expect(list('fyi')).toEqual(['Nieuws']);
    expect(list('waiting')).toEqual(['Wacht']);
    expect(desk.queue.counts()).toEqual({ overdue: 1, now: 0, soon: 1, waiting: 1, snoozed: 0, fyi: 1, done: 0 });
  });
  it('comes in pages', () => {
    for (const name of ['A', 'B', 'C']) desk.receive(who(name));
    const page = desk.queue.list({ section: 'soon', offset: 1, limit: 1, at: null });
    expect(page).toMatchObject({ total: 3, items: [{ who: 'B' }] });
  });
  it('shows what was done last first, with its total', () => {
    const rows = ['A', 'B'].map((name) => desk.conversationOf(desk.receive(who(name))));
    for (const [index, id] of rows.entries()) {
      desk.store.conversations.decide(id, {
        doneAt: TUESDAY_TEN + index,
        doneBecause: 'owner',
        snoozedUntil: null,
        replyByHand: null,
        sortedAs: null,
        settledUntil: TUESDAY_TEN,
      });
      desk.settle([id]);
    }
    expect(desk.queue.list({ section: 'done', offset: 0, limit: 1, at: null })).toMatchObject({
      total: 2,
      items: [{ who: 'B', section: 'done' }],
    });
  });
  it('shows points that add up to the score, with what gave them', () => {
    const { score, factors } = desk.item(
      desk.receive({ ...who('Jan'), text: 'Kan ik een offerte krijgen voor vrijdag?' }),
    );
    expect(factors.map(({ name }) => name)).toContain('asks');
    expect(factors.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  });
  it('follows a change of weights at once', () => {
    desk.receive({ ...who('Nieuw') });
    desk.receive({ ...who('Vip') });
    desk.store.contacts.setVip('vip@klant.be', true);
    desk.settle(desk.store.conversations.openWith('vip@klant.be'));
    expect(list('soon')).toEqual(['Vip', 'Nieuw']);
    desk.settings.set({ weights: { ...DEFAULT_SETTINGS.weights, vip: 0 } });
    expect(list('soon')).toEqual(['Nieuw', 'Vip']);
  });
  it('notices what another process wrote, and an account that was removed', () => {
    desk.queue.start();
    desk.receive(who('Jan'));
    expect(list(null)).toEqual(['Jan']);
    desk.store.accounts.remove('mertens');
    desk.queue.hear({ kind: 'accounts-changed' });
    expect(list(null)).toEqual([]);
    expect(desk.queue.counts().soon).toBe(0);
  });
});

describe('the tray', () => {
  it('counts customers who wait too long, not their messages or conversations', () => {
    for (const subject of ['een', 'twee']) desk.receive({ ...who('Jan'), subject, at: TUESDAY_TEN - 5 * DAY_MS });
    desk.receive({ ...who('An'), at: TUESDAY_TEN - 6 * DAY_MS });
    const tray = desk.queue.tray();
    expect(tray.overdue).toBe(2);
    expect(tray.late.map((late) => late.who)).toEqual(['An', 'Jan', 'Jan']);
  });
  it('names the five that must be answered first today, in the order of their moment', () => {
    const minutes = [70, 20, 50, 300, 10, 40, 30];
    for (const [nr, left] of minutes.entries()) {
      const conversation = desk.conversationOf(desk.receive(who(`K${nr}`)));
      const before = desk.store.conversations.get(conversation);
      if (before === null) throw new Error('no such conversation');
      desk.store.conversations.decide(conversation, {
        ...before.decisions,
        replyByHand: TUESDAY_TEN + left * MINUTE_MS,
      });
      desk.settle([conversation]);
    }
    desk.receive(who('Morgen'));
    const tray = desk.queue.tray();
    expect(tray.next.map((next) => (next.replyBy - TUESDAY_TEN) / MINUTE_MS)).toEqual([10, 20, 30, 40, 50]);
    expect(tray.next[0]?.who).toBe('K4');
    expect(tray.late).toEqual([]);
  });
});

describe('while time passes', () => {
  it('tells that the order changed when it did, and is silent otherwise', async () => {
    desk.receive(who('Jan'));
    desk.queue.start();
    await desk.ports.pass(0);
    desk.events.length = 0;
    await desk.ports.pass(20 * MINUTE_MS);
    expect(desk.events).toEqual([]);
    await desk.ports.pass(DAY_MS + HOUR_MS);
    expect(desk.events.length).toBeGreaterThan(0);
    expect(new Set(desk.events.map(({ kind }) => kind))).toEqual(new Set(['queue-changed']));
    expect(list('overdue')).toEqual(['Jan']);
    desk.queue.stop();
    expect(desk.ports.pendingTimers()).toBe(0);
  });
});

describe('decisions', () => {
  it('a customer who writes wakes what was snoozed and reopens what was done', () => {
    for (const decided of [
      { snoozedUntil: TUESDAY_TEN + DAY_MS, doneAt: null, doneBecause: null },
      { snoozedUntil: null, doneAt: TUESDAY_TEN, doneBecause: 'phone' as const, settledUntil: TUESDAY_TEN },
    ]) {
      const fresh = createFakeDesk();
      const row = fresh.receive({ messageId: 'q@x' });
      const id = fresh.conversationOf(row);
      fresh.store.conversations.decide(id, { replyByHand: null, sortedAs: null, ...decided });
      fresh.settle([id]);
      expect(['snoozed', 'done']).toContain(fresh.item(row).section);
      fresh.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
      fresh.receive({ inReplyTo: ['q@x'], text: 'Bedankt!', kind: 'auto-reply' });
      expect(['snoozed', 'done']).toContain(fresh.item(row).section);
      fresh.receive({ inReplyTo: ['q@x'], text: 'En hoeveel kost dat?' });
      expect(fresh.item(row)).toMatchObject({ section: 'soon', turn: 'ours' });
    }
  });
  it('done does not cover a message that lay on the server unseen', () => {
    const row = desk.receive({ messageId: 'q@x', at: TUESDAY_TEN - HOUR_MS });
    const id = desk.conversationOf(row);
    desk.store.conversations.decide(id, {
      doneAt: TUESDAY_TEN,
      doneBecause: 'owner',
      snoozedUntil: null,
      replyByHand: null,
      sortedAs: null,
      settledUntil: TUESDAY_TEN - HOUR_MS,
    });
    desk.settle([id]);
    desk.receive({ inReplyTo: ['q@x'], at: TUESDAY_TEN - MINUTE_MS });
    expect(desk.item(row)).toMatchObject({ turn: 'ours', waitingSince: TUESDAY_TEN - MINUTE_MS });
  });
  it('a date set by hand holds for the question it was set for, and not for the next', () => {
    const row = desk.receive({ messageId: 'q@x' });
    const id = desk.conversationOf(row);
    const friday = at('2026-05-15T14:00:00Z');
    desk.store.conversations.decide(id, {
      doneAt: null,
      doneBecause: null,
      snoozedUntil: null,
      replyByHand: friday,
      sortedAs: null,
    });
    desk.settle([id]);
    desk.receive({ inReplyTo: ['q@x'] });
    expect(desk.item(row)).toMatchObject({ replyBy: friday, replyByFrom: 'hand' });
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    desk.sentElsewhere({ inReplyTo: ['q@x'] });
    expect(desk.item(row)).toMatchObject({ section: 'waiting', replyBy: null });
    desk.ports.jumpTo(TUESDAY_TEN + 2 * HOUR_MS);
    desk.receive({ inReplyTo: ['q@x'] });
    expect(desk.item(row)).toMatchObject({ replyByFrom: 'target' });
  });
});

it('a page may reach over several sections, and beyond the last there is nothing', () => {
  desk.receive({ ...who('Laat'), at: TUESDAY_TEN - 5 * DAY_MS });
  desk.receive({ ...who('Straks'), at: TUESDAY_TEN });
  const page = (offset: number, limit: number) =>
    desk.queue.list({ section: null, offset, limit, at: null }).items.map((item) => item.who);
  expect([page(0, 1), page(0, 2), page(1, 5), page(2, 5), page(0, 0)]).toEqual([
    ['Laat'],
    ['Laat', 'Straks'],
    ['Straks'],
    [],
    [],
  ]);
});
