import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts';
import { HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createReclock, type Reclock } from './reclock.ts';

let desk: FakeDesk;
let reclock: Reclock;
const open = (): Reclock => {
  const { store, settings, settle, ports } = desk;
  const emit = (event: FakeDesk['events'][number]): void => void desk.events.push(event);
  return createReclock({ store, clock: ports.clock, timers: ports.timers, settings, settle, emit });
};
beforeEach(() => {
  desk = createFakeDesk();
  reclock = open();
  reclock.start();
});
const hours = (until: string): Settings['officeHours'] => {
  const { officeHours } = desk.settings.get();
  return { ...officeHours, week: { ...officeHours.week, tue: [['09:00', until]] } };
};
const change = async (part: Partial<Settings>): Promise<void> => {
  desk.settings.set(part);
  reclock.hear({ kind: 'settings-changed' });
  await desk.ports.pass(0);
};
const target = (minutes: number): Settings['targets'] => ({
  ...DEFAULT_SETTINGS.targets,
  email: { firstMinutes: minutes, nextMinutes: minutes },
});

describe('editing targets', () => {
  it('moves the reply-by of everything that waits, and says so once it is done', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => desk.receive({ subject: `s${index}` }));
    desk.events.length = 0;
    await change({ targets: target(60) });
    for (const row of rows) expect(desk.item(row).replyBy).toBe(TUESDAY_TEN + HOUR_MS);
    expect(desk.events.filter(({ kind }) => kind === 'queue-changed')).toHaveLength(1);
  });
  it('does its work in slices, between which others have their turn', () => {
    for (let index = 0; index < 120; index += 1) desk.receive({ subject: `s${index}` });
    desk.settings.set({ targets: target(60) });
    reclock.hear({ kind: 'settings-changed' });
    expect(desk.ports.pendingTimers()).toBe(1);
  });
});

describe('editing the length of the watch', () => {
  it('moves the moment by which each customer should have answered', async () => {
    const row = desk.receive({ messageId: 'q@x' });
    desk.sentElsewhere({ inReplyTo: ['q@x'], text: 'Welke kleur wenst u?' });
    await change({ followUp: { workingDays: 0 } });
    expect(desk.item(row).followUp).toBeNull();
    await change({ followUp: { workingDays: 1 } });
    expect(desk.item(row).followUp?.at).toBe(Date.parse('2026-05-13T08:00:00Z'));
  });
});

describe('editing office hours', () => {
  it('keeps working time that was used as used', async () => {
    await change({ targets: target(120), officeHours: hours('17:00') });
    const row = desk.receive({});
    desk.ports.jumpTo(TUESDAY_TEN + 90 * MINUTE_MS);
    // From now on Tuesday ends at noon: of the half hour that is left, half an hour runs until 12:00.
    await change({ officeHours: hours('12:00') });
    expect(desk.item(row).replyBy).toBe(TUESDAY_TEN + 2 * HOUR_MS);
    // Closed since ten: the thirty minutes left run on Wednesday.
    await change({ officeHours: hours('10:00') });
    expect(desk.item(row).replyBy).toBe(Date.parse('2026-05-13T07:30:00Z'));
  });
  it('counts no hour twice on a machine whose clock was set back', async () => {
    await change({ targets: target(240), officeHours: hours('17:00') });
    const row = desk.receive({});
    desk.ports.jumpTo(TUESDAY_TEN + 2 * HOUR_MS);
    await change({ officeHours: hours('16:00') });
    const due = desk.item(row).replyBy;
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    await change({ officeHours: hours('17:00') });
    expect(desk.item(row).replyBy).toBe(due);
  });
  it('keeps what was used when the owner takes his hours along to another zone', async () => {
    await change({ targets: target(120), officeHours: hours('17:00') });
    const row = desk.receive({});
    desk.ports.jumpTo(TUESDAY_TEN + 90 * MINUTE_MS);
    // 11:30 in Brussels is 10:30 in Lisbon; half an hour is left, and it is open there too.
    await change({ officeHours: { ...hours('17:00'), zone: 'Europe/Lisbon' } });
    expect(desk.item(row).replyBy).toBe(TUESDAY_TEN + 2 * HOUR_MS);
    // 8:30 in New York, half an hour before it opens.
    desk.ports.jumpTo(TUESDAY_TEN + 100 * MINUTE_MS);
    await change({ officeHours: { ...hours('17:00'), zone: 'America/New_York' } });
    expect(desk.item(row).replyBy).toBe(Date.parse('2026-05-12T13:20:00Z'));
  });
  it('leaves what is late already late', async () => {
    await change({ targets: target(60) });
    const row = desk.receive({});
    desk.ports.jumpTo(TUESDAY_TEN + 2 * HOUR_MS);
    await change({ officeHours: hours('10:30') });
    expect(desk.item(row)).toMatchObject({ replyBy: TUESDAY_TEN + HOUR_MS, section: 'overdue' });
  });
  it('leaves a date set by hand alone', async () => {
    const row = desk.receive({});
    const byHand = TUESDAY_TEN + 5 * HOUR_MS;
    desk.store.conversations.decide(desk.conversationOf(row), {
      doneAt: null,
      doneBecause: null,
      snoozedUntil: null,
      replyByHand: byHand,
      sortedAs: null,
    });
    desk.settle([desk.conversationOf(row)]);
    await change({ officeHours: hours('10:00') });
    expect(desk.item(row).replyBy).toBe(byHand);
  });
});

describe('a stop half-way', () => {
  it('is made good at the next start', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => desk.receive({ subject: `s${index}` }));
    desk.settings.set({ targets: target(60) });
    reclock.hear({ kind: 'settings-changed' });
    reclock.stop();
    await desk.ports.pass(0);
    reclock = open();
    reclock.start();
    await desk.ports.pass(0);
    for (const row of rows) expect(desk.item(row).replyBy).toBe(TUESDAY_TEN + HOUR_MS);
  });
});
