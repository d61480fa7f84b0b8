import { beforeEach, describe, expect, it } from 'vitest';
import type { Reminder } from '../../contract/views.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { NO_DECISIONS, type Decisions } from '../../domain/queue/decisions.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk, type FakeDeskOptions } from '../ingest/fake-desk.ts';
import { createReminders, type Reminders } from './reminders.ts';

let desk: FakeDesk;
let reminders: Reminders;
let given: (readonly Reminder[])[];
const at = (text: string): number => Date.parse(text);
/** Eight working hours after Tuesday 10:00; three quarters of them. */
const DUE = at('2026-05-13T08:30:00Z');
const WARNING = at('2026-05-12T15:00:00Z');

const begin = (options: FakeDeskOptions = {}): void => {
  desk = createFakeDesk(options);
  restart();
};
function restart(): void {
  reminders?.stop();
  given = [];
  reminders = createReminders({
    store: desk.store,
    clock: desk.ports.clock,
    timers: desk.ports.timers,
    emit: (event) => event.kind === 'reminders' && given.push(event.reminders),
    settings: desk.settings,
  });
  reminders.start();
}
const passUntil = (instant: number): Promise<void> => desk.ports.pass(instant - desk.ports.clock.now());
const said = (): readonly (readonly string[])[] =>
  given.map((bundle) => bundle.map(({ threshold, who }) => `${threshold} ${who}`));
const receive = (name: string, other: object = {}): number =>
  desk.receive({ from: [{ name, address: `${name}@x.be` }], subject: name, ...other });
const decide = (row: number, decisions: Partial<Decisions>): void => {
  desk.store.conversations.decide(desk.conversationOf(row), { ...NO_DECISIONS, ...decisions });
  desk.settle([desk.conversationOf(row)]);
};
const clear = (): void => void given.splice(0);

beforeEach(() => begin());

describe('a customer who waits', () => {
  it('is warned of at three quarters of the working time, and again when it is late, at the very minute', async () => {
    receive('jan');
    await passUntil(WARNING - 1);
    expect(said()).toEqual([]);
    await passUntil(WARNING);
    expect(said()).toEqual([['warning jan']]);
    await passUntil(DUE - 1);
    expect(given).toHaveLength(1);
    await passUntil(DUE);
    expect(said()).toEqual([['warning jan'], ['overdue jan']]);
    await passUntil(DUE + 10 * DAY_MS);
    expect(given).toHaveLength(2);
  });
  it('is not mentioned once answered, done, or told to be nobody’s business', async () => {
    receive('an', { messageId: 'q@x' });
    desk.sentElsewhere({ inReplyTo: ['q@x'] });
    decide(receive('bo'), { doneAt: TUESDAY_TEN, doneBecause: 'phone', settledUntil: TUESDAY_TEN });
    decide(receive('ce'), { sortedAs: 'fyi' });
    receive('oud', { at: TUESDAY_TEN - 90 * DAY_MS });
    receive('nieuws', { kind: 'newsletter' });
    await passUntil(DUE + DAY_MS);
    expect(said()).toEqual([]);
  });
  it('together with others is one bundle', async () => {
    receive('jan');
    receive('an');
    await passUntil(WARNING);
    expect(said()).toEqual([['warning jan', 'warning an']]);
  });
  it('is told of again when the moment moved', async () => {
    const row = receive('jan');
    await passUntil(DUE);
    clear();
    decide(row, { replyByHand: DUE + HOUR_MS });
    reminders.hear({ kind: 'conversations-changed', conversations: [] });
    await passUntil(DUE + HOUR_MS);
    expect(said().flat()).toContain('overdue jan');
  });
});

describe('what was put off', () => {
  it('is told of when it comes back', async () => {
    decide(receive('jan'), { snoozedUntil: TUESDAY_TEN + HOUR_MS });
    await passUntil(TUESDAY_TEN + HOUR_MS);
    expect(said()).toEqual([['woken jan']]);
  });
});

describe('closed time', () => {
  const tonight = at('2026-05-12T18:00:00Z');
  const morning = at('2026-05-13T07:00:00Z');
  it('is silent, and the next opening tells', async () => {
    decide(receive('jan'), { replyByHand: tonight });
    await passUntil(TUESDAY_TEN + 7 * HOUR_MS);
    clear();
    await passUntil(morning - 1);
    expect(said()).toEqual([]);
    await passUntil(morning);
    expect(said()).toEqual([['overdue jan']]);
  });
  it('is not silent for an owner who wants it so', async () => {
    desk.settings.set({ notifications: { ...DEFAULT_SETTINGS.notifications, outsideOfficeHours: true } });
    decide(receive('jan'), { replyByHand: tonight });
    await passUntil(tonight);
    expect(said().at(-1)).toEqual(['overdue jan']);
  });
});

describe('after the app was off', () => {
  it('what was missed is told once, in one bundle, each customer once', async () => {
    receive('jan');
    receive('an');
    reminders.stop();
    desk.ports.jumpTo(at('2026-05-14T08:00:00Z'));
    restart();
    await desk.ports.pass(0);
    expect(said()).toEqual([['overdue jan', 'overdue an']]);
    restart();
    await desk.ports.pass(DAY_MS);
    expect(said()).toEqual([]);
  });
});

describe('the clock of the machine', () => {
  it.each([
    ['three hours ahead', 3 * HOUR_MS],
    ['two days back', -2 * DAY_MS],
  ])('jumping %s makes each reminder come once', async (_, jump) => {
    begin({ now: TUESDAY_TEN, queueFrom: TUESDAY_TEN - 30 * DAY_MS });
    receive('jan');
    await passUntil(TUESDAY_TEN + HOUR_MS);
    desk.ports.jumpTo(desk.ports.clock.now() + jump);
    reminders.resumed();
    await passUntil(DUE + DAY_MS);
    expect(said().flat()).toEqual(['warning jan', 'overdue jan']);
  });
  it.each([
    ['spring', '2026-03-27T15:30:00Z', '2026-03-30T15:00:00Z'],
    ['autumn', '2026-10-23T14:30:00Z', '2026-10-26T16:00:00Z'],
  ])('in the night of %s keeps to the time on the wall', async (_, friday, monday) => {
    // Friday 16:30 on the wall: one working hour then, and seven on Monday, which are over at 17:00 on the wall.
    begin({ now: at(friday) });
    receive('jan');
    await passUntil(at(monday) - 1);
    expect(said().flat()).toEqual(['warning jan']);
    await passUntil(at(monday));
    expect(said().flat()).toEqual(['warning jan', 'overdue jan']);
  });
});

describe('switched off', () => {
  it('says nothing, and switching on brings no flood', async () => {
    desk.settings.set({ notifications: { ...DEFAULT_SETTINGS.notifications, enabled: false } });
    receive('jan');
    await passUntil(DUE + HOUR_MS);
    desk.settings.set({ notifications: { ...DEFAULT_SETTINGS.notifications, enabled: true } });
    reminders.hear({ kind: 'settings-changed' });
    await desk.ports.pass(HOUR_MS);
    expect(said()).toEqual([]);
  });
});
