import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { openEveningDesk, type EveningDesk } from './evening-desk.ts';

const NINE_PM = Date.parse('2026-05-12T19:00:00Z');
const CLOSED_AT = Date.parse('2026-05-12T15:30:00Z');
const OPENS_AT = Date.parse('2026-05-13T07:00:00Z');

let desk: EveningDesk;
beforeEach(() => {
  desk = openEveningDesk(NINE_PM);
});
const planned = async (who: string, at: number): Promise<number> => {
  const conversation = desk.from(who, CLOSED_AT + MINUTE_MS);
  await desk.ask('evening.decide', { conversation, choice: { kind: 'plan', at, replyBy: null } });
  return conversation;
};
const open = (day: string | null = null) => desk.ask('dayPlan.open', { day });
const calendar = () => desk.ask('dayPlan.calendar', { day: null, language: 'nl' });

describe('the plan of tomorrow', () => {
  it('tells what is planned in order, what leaves, what wakes, what is due, and where there is room', async () => {
    const an = await planned('An', OPENS_AT + HOUR_MS);
    const jan = await planned('Jan', OPENS_AT + 30 * MINUTE_MS);
    const bo = desk.from('Bo', CLOSED_AT + MINUTE_MS);
    const delivery = await desk.answer(bo, 'Ja hoor.', OPENS_AT);
    const cis = desk.from('Cis', CLOSED_AT + MINUTE_MS);
    void desk.conversations['conversation.snooze']({ id: cis, until: OPENS_AT + 2 * HOUR_MS, replyBy: null });
    desk.from('Dirk', Date.parse('2026-05-12T09:00:00Z'));
    const plan = await open();
    expect(plan).toMatchObject({
      day: '2026-05-13',
      isToday: false,
      planned: [
        { conversation: jan, who: 'Jan', isDone: false },
        { conversation: an, who: 'An', at: OPENS_AT + HOUR_MS },
      ],
      leaving: [{ delivery, who: 'Bo', leavesAt: OPENS_AT, state: 'queued' }],
      waking: [{ conversation: cis, until: OPENS_AT + 2 * HOUR_MS }],
      due: [{ who: 'Dirk' }],
      dueTotal: 1,
      before: '2026-05-12',
      after: '2026-05-14',
    });
    expect(
      plan.holes.map(({ from, until }) => [(from - OPENS_AT) / MINUTE_MS, (until - OPENS_AT) / MINUTE_MS]),
    ).toEqual([
      [0, 30],
      [45, 60],
      [75, 210],
      [270, 510],
    ]);
  });
  it('shows as done what was answered or done since, and moves what is planned anew', async () => {
    const jan = await planned('Jan', OPENS_AT);
    const an = await planned('An', OPENS_AT + HOUR_MS);
    desk.ports.jumpTo(OPENS_AT + 5 * MINUTE_MS);
    await desk.answer(jan, 'Dag Jan', null);
    void desk.conversations['conversation.plan']({ id: an, at: OPENS_AT + 2 * HOUR_MS, replyBy: null });
    expect((await open()).planned).toMatchObject([
      { who: 'Jan', isDone: true },
      { who: 'An', at: OPENS_AT + 2 * HOUR_MS, isDone: false },
    ]);
    void desk.conversations['conversation.plan']({ id: an, at: null, replyBy: null });
    expect((await open()).planned).toHaveLength(1);
  });
  it('tells what was promised for it, and not once more what is due because of that', async () => {
    const jan = desk.from('Jan', CLOSED_AT - MINUTE_MS);
    void desk.conversations['conversation.setReplyBy']({ id: jan, at: OPENS_AT + HOUR_MS });
    const promise = { conversation: jan, message: null, madeAt: CLOSED_AT, isWholeAnswer: false } as const;
    for (const [words, dueAt] of [
      ['ik bel je morgen', OPENS_AT + HOUR_MS],
      ['de offerte volgt donderdag', OPENS_AT + DAY_MS],
    ] as const) {
      const id = desk.store.commitments.add({ ...promise, words, dueAt, nth: dueAt, said: 'watch', saidAt: CLOSED_AT });
      desk.store.commitments.stand(id, { state: 'open', because: null, closedAt: null, closedBy: null });
    }
    expect(await open()).toMatchObject({ promised: [{ who: 'Jan', words: 'ik bel je morgen' }], due: [], dueTotal: 0 });
    expect(await open('2026-05-14')).toMatchObject({ promised: [{ words: 'de offerte volgt donderdag' }] });
  });
  it('of a later day holds what is due on that day alone', async () => {
    desk.from('Vandaag', Date.parse('2026-05-12T09:00:00Z'));
    const later = desk.from('Donderdag', CLOSED_AT - MINUTE_MS);
    void desk.conversations['conversation.setReplyBy']({ id: later, at: OPENS_AT + DAY_MS + HOUR_MS });
    expect((await open('2026-05-14')).due).toMatchObject([{ who: 'Donderdag' }]);
    expect((await open('2026-05-13')).due).toMatchObject([{ who: 'Vandaag' }]);
  });
  it('in the course of the day leaves out room that has passed', async () => {
    desk.ports.jumpTo(OPENS_AT + 40 * MINUTE_MS);
    const plan = await open();
    expect(plan).toMatchObject({ isToday: true, holes: [{ from: OPENS_AT + 40 * MINUTE_MS }, {}] });
  });
});

describe('as a calendar file', () => {
  const events = (file: string) =>
    new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  it('has each planned conversation once, under a name that stays the same when it is moved', async () => {
    const jan = await planned('Jan', OPENS_AT);
    const [before] = events(await calendar());
    expect(before).toMatchObject({ summary: 'Jan antwoorden', description: 'Vraag van Jan' });
    expect(before?.startDate.toJSDate().getTime()).toBe(OPENS_AT);
    void desk.conversations['conversation.plan']({ id: jan, at: OPENS_AT + HOUR_MS, replyBy: null });
    const [after] = events(await calendar());
    expect(after?.uid).toBe(before?.uid);
    expect(after?.startDate.toJSDate().getTime()).toBe(OPENS_AT + HOUR_MS);
    void desk.conversations['conversation.done']({ id: jan, because: 'owner' });
    expect(events(await calendar())).toEqual([]);
  });
  it('names nobody where notifications name nobody', async () => {
    await planned('Jan', OPENS_AT);
    desk.settings.set({ notifications: { ...desk.settings.get().notifications, hideContent: true } });
    const file = await calendar();
    expect(file).not.toContain('Jan');
    expect(events(file)[0]?.summary).toBe('Klant antwoorden');
  });
});
