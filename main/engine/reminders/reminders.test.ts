import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../contract/events.ts';
import type { ReminderBundle } from '../../contract/reminders.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { NO_DECISIONS, type Decisions } from '../../domain/queue/decisions.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk, type FakeDeskOptions } from '../ingest/fake-desk.ts';
import { createReminders, type Reminders } from './reminders.ts';

let desk: FakeDesk;
let reminders: Reminders;
let given: ReminderBundle[];
let isCatchingUp: boolean;
const at = (text: string): number => Date.parse(text);
/** Eight working hours after Tuesday 10:00; three quarters of them. */
const DUE = at('2026-05-13T08:30:00Z');
const WARNING = at('2026-05-12T15:00:00Z');

const begin = (options: FakeDeskOptions = {}): void => {
  desk = createFakeDesk(options);
  isCatchingUp = false;
  restart();
};
function restart(): void {
  reminders?.stop();
  given = [];
  reminders = createReminders({
    store: desk.store,
    clock: desk.ports.clock,
    timers: desk.ports.timers,
    emit: (event: EngineEvent) => event.kind === 'reminders' && given.push(event),
    settings: desk.settings,
    isCatchingUp: () => isCatchingUp,
  });
  reminders.start();
}
const passUntil = (instant: number): Promise<void> => desk.ports.pass(instant - desk.ports.clock.now());
const said = (): readonly (readonly string[])[] =>
  given.map(({ reminders: bundle }) => bundle.map(({ threshold, who }) => `${threshold} ${who}`));
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

describe('what was put off while the app was off', () => {
  it('comes back at the next start, in one bundle', async () => {
    const later = WARNING - HOUR_MS;
    for (const name of ['jan', 'an']) decide(receive(name), { snoozedUntil: later, replyByHand: later + 5 * DAY_MS });
    reminders.stop();
    desk.ports.jumpTo(later + 16 * HOUR_MS);
    restart();
    await desk.ports.pass(2 * HOUR_MS);
    expect(said()).toEqual([['woken jan', 'woken an']]);
    restart();
    await desk.ports.pass(HOUR_MS);
    expect(said()).toEqual([]);
  });
});

describe('an answer of ours that asks for one', () => {
  const FRIDAY = at('2026-05-15T08:00:00Z');
  const asked = (): number => {
    const row = receive('jan', { messageId: 'q@x', at: TUESDAY_TEN - HOUR_MS });
    desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['q@x'], text: 'Welke kleur wenst u?' });
    return row;
  };
  it('is told of once when three working days went by without a word', async () => {
    asked();
    await passUntil(FRIDAY - 1);
    expect(said()).toEqual([]);
    await passUntil(FRIDAY);
    expect(said()).toEqual([['follow-up jan']]);
    restart();
    await desk.ports.pass(DAY_MS);
    expect(said()).toEqual([]);
  });
  it('is not told of when the customer wrote', async () => {
    asked();
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    receive('jan', { messageId: 'b@x', inReplyTo: ['a@x'], text: 'Dank u!' });
    await passUntil(FRIDAY + DAY_MS);
    expect(said()).toEqual([]);
  });
  it('is quiet for as long as the owner put it off', async () => {
    const row = asked();
    decide(row, { snoozedUntil: FRIDAY + HOUR_MS });
    await passUntil(FRIDAY + HOUR_MS);
    expect(said()).toEqual([['woken jan']]);
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

describe('at most one in half a minute', () => {
  it('and what falls due meanwhile is gathered', async () => {
    decide(receive('jan'), { replyByHand: TUESDAY_TEN + HOUR_MS });
    decide(receive('an'), { replyByHand: TUESDAY_TEN + HOUR_MS + 10_000 });
    decide(receive('bo'), { replyByHand: TUESDAY_TEN + HOUR_MS + 20_000 });
    await passUntil(TUESDAY_TEN + HOUR_MS - MINUTE_MS);
    clear();
    await passUntil(TUESDAY_TEN + HOUR_MS + MINUTE_MS / 2);
    expect(said()).toEqual([['overdue jan'], ['overdue an', 'overdue bo']]);
  });
  it('and ten thousand at once are one, that names a few and counts all', async () => {
    const { conversations } = desk.store;
    const late = conversations.get(desk.conversationOf(receive('jan', { at: TUESDAY_TEN - 5 * DAY_MS })));
    if (late === null) throw new Error('no such conversation');
    const { id: _own, ...same } = late;
    desk.store.transaction(() => {
      for (let nr = 1; nr < 10_000; nr += 1) {
        const customer = { name: '', address: `klant${nr % 4_000}@x.be` };
        conversations.settle(conversations.add({ ...same, customer, at: same.lastAt }), same, same);
      }
    });
    await desk.ports.pass(1_000);
    expect(given).toHaveLength(1);
    expect(given[0]?.reminders).toHaveLength(20);
    expect(given[0]).toMatchObject({ customers: 4_001, counts: { warning: 0, woken: 0, overdue: 10_000 } });
    expect(desk.store.reminderLog.recent(9)[0]?.reminders).toHaveLength(20);
    restart();
    await desk.ports.pass(DAY_MS);
    expect(given).toEqual([]);
  });
});

describe('a reply-by that moves', () => {
  it('back in time is no news of somebody who is late already', async () => {
    const row = receive('jan');
    await passUntil(DUE + HOUR_MS);
    clear();
    decide(row, { replyByHand: DUE - HOUR_MS });
    reminders.hear({ kind: 'conversations-changed', conversations: [] });
    await desk.ports.pass(HOUR_MS);
    expect(said()).toEqual([]);
  });
  it('ahead, and then past, is told again', async () => {
    const row = receive('jan');
    await passUntil(DUE + HOUR_MS);
    clear();
    decide(row, { replyByHand: DUE + 1.5 * HOUR_MS });
    reminders.hear({ kind: 'conversations-changed', conversations: [] });
    await passUntil(DUE + 1.5 * HOUR_MS + MINUTE_MS);
    expect(said().flat()).toContain('overdue jan');
  });
});

describe('put off past three quarters of its time', () => {
  it('is quiet until it comes back', async () => {
    decide(receive('jan'), { snoozedUntil: WARNING + HOUR_MS });
    await passUntil(WARNING + HOUR_MS - 1);
    expect(said()).toEqual([]);
    await passUntil(WARNING + HOUR_MS);
    expect(said()).toEqual([]);
    // Seventeen o'clock and later: told when the shop opens.
    await passUntil(at('2026-05-13T07:00:00Z'));
    expect(said()).toEqual([['woken jan']]);
  });
});

describe('the conversation that the owner has before him', () => {
  it('needs no notification, and gets none later', async () => {
    const row = receive('jan');
    receive('an');
    reminders.looking(desk.conversationOf(row));
    await passUntil(WARNING);
    expect(said()).toEqual([['warning an']]);
    expect(given[0]?.counts.warning).toBe(1);
    reminders.looking(null);
    await passUntil(DUE - 1);
    expect(given).toHaveLength(1);
  });
  it('is told of as soon as he looks elsewhere and a next threshold comes', async () => {
    const row = receive('jan');
    reminders.looking(desk.conversationOf(row));
    await passUntil(WARNING);
    reminders.looking(null);
    await passUntil(DUE);
    expect(said()).toEqual([['overdue jan']]);
  });
});

describe('a pause', () => {
  it('keeps what falls due, and tells it in one when it ends', async () => {
    decide(receive('jan'), { replyByHand: TUESDAY_TEN + HOUR_MS });
    decide(receive('an'), { replyByHand: TUESDAY_TEN + 1.5 * HOUR_MS });
    desk.settings.set({ pausedUntil: TUESDAY_TEN + 2 * HOUR_MS });
    await passUntil(TUESDAY_TEN + 2 * HOUR_MS - 1);
    expect(said()).toEqual([]);
    await passUntil(TUESDAY_TEN + 2 * HOUR_MS);
    expect(said()).toEqual([['overdue jan', 'overdue an']]);
  });
  it('ended early tells at once', async () => {
    decide(receive('jan'), { replyByHand: TUESDAY_TEN + HOUR_MS });
    desk.settings.set({ pausedUntil: TUESDAY_TEN + 2 * HOUR_MS });
    await passUntil(TUESDAY_TEN + 1.5 * HOUR_MS);
    desk.settings.set({ pausedUntil: desk.ports.clock.now() });
    reminders.hear({ kind: 'settings-changed' });
    await desk.ports.pass(1_000);
    expect(said()).toEqual([['overdue jan']]);
  });
});

describe('while the accounts ask their servers what happened', () => {
  beforeEach(() => {
    receive('jan');
    reminders.stop();
    desk.ports.jumpTo(at('2026-05-18T08:00:00Z'));
    isCatchingUp = true;
    restart();
  });
  it('nothing is told yet: the owner may have answered from his phone', async () => {
    await desk.ports.pass(5_000);
    expect(said()).toEqual([]);
    isCatchingUp = false;
    reminders.hear({ kind: 'account-state', account: 'mertens', state: { kind: 'live', since: 0 } });
    await desk.ports.pass(1_000);
    expect(said()).toEqual([['overdue jan']]);
  });
  it('a server that does not answer is not waited for longer than a minute', async () => {
    await desk.ports.pass(MINUTE_MS);
    expect(said()).toEqual([['overdue jan']]);
  });
});

describe('why did I get this', () => {
  it('is kept: the threshold, the reply-by as it stood, and where it came from', async () => {
    receive('jan');
    await passUntil(WARNING);
    expect(desk.store.reminderLog.recent(5)).toEqual([
      {
        givenAt: WARNING,
        conversations: 1,
        reminders: [
          {
            conversation: 1,
            who: 'jan',
            address: 'jan@x.be',
            subject: 'jan',
            channel: 'email',
            threshold: 'warning',
            dueAt: WARNING,
            replyBy: DUE,
            replyByFrom: 'target',
            workingMinutes: 480,
            held: null,
            isShown: true,
          },
        ],
      },
    ]);
  });
  it('says what was not shown, and why something came later', async () => {
    const row = receive('jan');
    reminders.looking(desk.conversationOf(row));
    await passUntil(WARNING);
    expect(desk.store.reminderLog.recent(5)[0]?.reminders[0]?.isShown).toBe(false);

    decide(receive('an'), { replyByHand: at('2026-05-12T18:00:00Z') });
    await passUntil(at('2026-05-13T07:00:00Z'));
    expect(desk.store.reminderLog.recent(1)[0]?.reminders).toMatchObject([{ who: 'an', held: 'closed' }]);

    decide(receive('bo'), { replyByHand: at('2026-05-13T07:30:00Z') });
    desk.settings.set({ pausedUntil: at('2026-05-13T08:00:00Z') });
    await passUntil(at('2026-05-13T08:00:00Z'));
    expect(desk.store.reminderLog.recent(1)[0]?.reminders).toMatchObject([{ who: 'bo', held: 'paused' }]);

    decide(receive('ce'), { replyByHand: at('2026-05-13T09:30:00Z') });
    reminders.stop();
    desk.ports.jumpTo(at('2026-05-13T10:15:00Z'));
    restart();
    await desk.ports.pass(0);
    expect(desk.store.reminderLog.recent(1)[0]?.reminders).toContainEqual(
      expect.objectContaining({ who: 'ce', held: 'away' }),
    );
  });
  it('follows a conversation that became part of another, and goes with one that is gone', async () => {
    const [jan, an] = [desk.conversationOf(receive('jan')), desk.conversationOf(receive('an'))];
    await passUntil(WARNING);
    desk.store.conversations.merge(jan, an);
    expect(desk.store.reminderLog.recent(1)[0]?.reminders.map(({ conversation }) => conversation)).toEqual([jan, jan]);
    desk.store.conversations.remove(jan);
    expect(desk.store.reminderLog.recent(1)).toEqual([]);
  });
  it('is kept for a month', async () => {
    receive('jan');
    await passUntil(WARNING);
    reminders.stop();
    desk.ports.jumpTo(WARNING + 32 * DAY_MS);
    restart();
    receive('an', { at: WARNING + 30 * DAY_MS });
    await desk.ports.pass(3 * DAY_MS);
    expect(desk.store.reminderLog.recent(9).flatMap((bundle) => bundle.reminders.map(({ who }) => who))).not.toContain(
      'jan',
    );
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
