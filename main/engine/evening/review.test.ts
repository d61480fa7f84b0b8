import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { openEveningDesk, type EveningDesk } from './evening-desk.ts';

const at = (text: string): number => Date.parse(text);
/** Tuesday 12 May 2026, nine in the evening in Brussels; the shop closed at half past five and opens at nine. */
const NINE_PM = at('2026-05-12T19:00:00Z');
const CLOSED_AT = at('2026-05-12T15:30:00Z');
const OPENS_AT = at('2026-05-13T07:00:00Z');

let desk: EveningDesk;
beforeEach(() => {
  desk = openEveningDesk(NINE_PM);
});
const noAnswer = (conversation: number) => desk.ask('evening.decide', { conversation, choice: { kind: 'no-answer' } });
const plan = (conversation: number, moment: number, replyBy: number | null = null) =>
  desk.ask('evening.decide', { conversation, choice: { kind: 'plan', at: moment, replyBy } });

describe('what is to be decided', () => {
  it('is exactly what arrived after closing, and what would be late before tomorrow closes', async () => {
    desk.from('Avond', CLOSED_AT + MINUTE_MS);
    desk.from('Vandaag', at('2026-05-12T08:00:00Z'));
    desk.from('Gisteren', at('2026-05-11T08:00:00Z'));
    desk.settings.set({ targets: { ...desk.settings.get().targets, email: { firstMinutes: 2_400, nextMinutes: 60 } } });
    desk.from('Tijd genoeg', CLOSED_AT - MINUTE_MS);
    desk.receive({ subject: 'Nieuws', kind: 'newsletter', from: [{ name: 'N', address: 'n@x.be' }] });
    expect(new Set(await desk.toDecide())).toEqual(new Set(['Avond', 'Vandaag', 'Gisteren']));
    expect(await desk.ask('evening.state', {})).toMatchObject({
      day: '2026-05-12',
      closedAt: CLOSED_AT,
      isAfterClosing: true,
      toDecide: 3,
      decided: 0,
      dayClosedAt: null,
      planDay: '2026-05-13',
      opensAt: OPENS_AT,
    });
  });
  it('comes in the order of the queue, and what is skipped comes last', async () => {
    const late = desk.from('Laat', at('2026-05-11T08:00:00Z'));
    desk.from('Avond', CLOSED_AT + MINUTE_MS);
    expect(await desk.toDecide()).toEqual(['Laat', 'Avond']);
    await desk.ask('evening.skip', { conversation: late });
    expect(await desk.toDecide()).toEqual(['Avond', 'Laat']);
  });
  it('a customer who writes meanwhile joins, and who was answered from the phone leaves', async () => {
    desk.from('Jan', CLOSED_AT + MINUTE_MS, 'jan@x');
    await desk.review();
    desk.ports.jumpTo(NINE_PM + MINUTE_MS);
    desk.from('An', NINE_PM + MINUTE_MS);
    expect(await desk.toDecide()).toHaveLength(2);
    desk.sentElsewhere({ inReplyTo: ['jan@x'], at: NINE_PM + 2 * MINUTE_MS });
    expect(await desk.review()).toMatchObject({ toDecide: 1, decided: 0, undecided: [{ who: 'An' }] });
  });
  it('after a long weekend is what came in since Friday', async () => {
    desk = openEveningDesk(at('2026-05-17T18:00:00Z'));
    desk.from('Vrijdagavond', at('2026-05-15T16:00:00Z'));
    desk.from('Zaterdag', at('2026-05-16T10:00:00Z'));
    expect(await desk.review()).toMatchObject({ day: '2026-05-15', planDay: '2026-05-18', toDecide: 2 });
  });
  it('without any opening hours is what came in since midnight, and is planned from nine', async () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    desk = openEveningDesk(NINE_PM, { officeHours: { week: none } });
    desk.from('Vanmorgen', at('2026-05-12T06:00:00Z'));
    desk.from('Gisteren', at('2026-05-11T20:00:00Z'));
    const review = await desk.review();
    expect(review).toMatchObject({ toDecide: 1, opensAt: null, sendsAt: null });
    expect(review.slots[0]).toBe(OPENS_AT);
  });
});

describe('each is one decision', () => {
  it('planned: it stays in the queue with its time, and the next free quarter is offered', async () => {
    const jan = desk.from('Jan', CLOSED_AT + MINUTE_MS);
    const an = desk.from('An', CLOSED_AT + MINUTE_MS);
    const { slots } = await desk.review();
    expect(slots.slice(0, 2)).toEqual([OPENS_AT, OPENS_AT + 15 * MINUTE_MS]);
    const after = await plan(jan, OPENS_AT);
    expect(after).toMatchObject({
      toDecide: 1,
      decided: 1,
      decisions: [{ who: 'Jan', decided: { kind: 'plan', at: OPENS_AT } }],
    });
    expect(after.slots[0]).toBe(OPENS_AT + 15 * MINUTE_MS);
    expect(desk.queue.item(jan)).toMatchObject({ section: 'soon', plannedAt: OPENS_AT });
    expect(desk.queue.item(an)?.plannedAt).toBeNull();
  });
  it('planned past its reply-by: only with a new one', async () => {
    const late = desk.from('Laat', at('2026-05-11T08:00:00Z'));
    const choice = { kind: 'plan' as const, at: OPENS_AT, replyBy: null };
    expect(await desk.refusal('evening.decide', { conversation: late, choice })).toBe('past-reply-by');
    await plan(late, OPENS_AT, OPENS_AT + HOUR_MS);
    expect(desk.queue.item(late)).toMatchObject({ plannedAt: OPENS_AT, replyBy: OPENS_AT + HOUR_MS, section: 'soon' });
  });
  it('later, no answer needed, and an answer that waits for opening, each with its own word', async () => {
    const [jan, an, bo] = ['Jan', 'An', 'Bo'].map((who) => desk.from(who, CLOSED_AT + MINUTE_MS));
    const { sendsAt } = await desk.review();
    expect(sendsAt).toBe(OPENS_AT);
    await desk.ask('evening.decide', {
      conversation: jan ?? 0,
      choice: { kind: 'later', until: OPENS_AT + 2 * HOUR_MS, replyBy: null },
    });
    await noAnswer(an ?? 0);
    await desk.answer(bo ?? 0, 'Dag Bo, ja hoor.', sendsAt);
    const review = await desk.review();
    expect(review).toMatchObject({ toDecide: 0, decided: 3, tally: { later: 1, 'no-answer': 1, answer: 1 } });
    expect(review.decisions.find(({ who }) => who === 'Bo')?.decided).toEqual({ kind: 'answer', leavesAt: OPENS_AT });
  });
  it('what is decided in the list, by phone or by another reply-by, counts too', async () => {
    const jan = desk.from('Jan', CLOSED_AT + MINUTE_MS);
    const late = desk.from('Laat', at('2026-05-11T08:00:00Z'));
    await desk.review();
    void desk.conversations['conversation.done']({ id: jan, because: 'phone' });
    void desk.conversations['conversation.setReplyBy']({ id: late, at: NINE_PM + 3 * DAY_MS });
    expect(await desk.review()).toMatchObject({ toDecide: 0, decided: 2, tally: { phoned: 1, 'reply-by': 1 } });
  });
  it('a customer who writes on after the decision is asked about again, with what was planned', async () => {
    const jan = desk.from('Jan', CLOSED_AT + MINUTE_MS, 'jan@x');
    await plan(jan, OPENS_AT);
    desk.ports.jumpTo(NINE_PM + MINUTE_MS);
    desk.receive({ from: [{ name: 'Jan', address: 'jan@klant.be' }], inReplyTo: ['jan@x'], at: NINE_PM + MINUTE_MS });
    const review = await desk.review();
    expect(review).toMatchObject({ toDecide: 1, decided: 0, undecided: [{ who: 'Jan', plannedAt: OPENS_AT }] });
  });
});

describe('two conversations that turn out to be one', () => {
  it('are one decision, and the evening goes on', async () => {
    const first = desk.from('Jan', CLOSED_AT + MINUTE_MS, 'a@x');
    const other = desk.from('An', CLOSED_AT + MINUTE_MS, 'b@x');
    await desk.review();
    await noAnswer(other);
    desk.ports.jumpTo(NINE_PM + MINUTE_MS);
    desk.receive({
      from: [{ name: 'Jan', address: 'jan@klant.be' }],
      references: ['a@x', 'b@x'],
      at: NINE_PM + MINUTE_MS,
    });
    expect(desk.store.conversations.get(other)).toBeNull();
    expect(await desk.review()).toMatchObject({ toDecide: 1, decided: 0, undecided: [{ conversation: first }] });
  });
});

describe('taking back', () => {
  it('goes decision by decision, the last one first, and leaves everything as it was', async () => {
    const jan = desk.from('Jan', CLOSED_AT + MINUTE_MS);
    const an = desk.from('An', CLOSED_AT + MINUTE_MS);
    await desk.review();
    await plan(jan, OPENS_AT);
    desk.ports.jumpTo(NINE_PM + 1_000);
    await noAnswer(an);
    expect(await desk.ask('evening.undo', { conversation: null })).toEqual({ conversation: an, text: null });
    expect(await desk.ask('evening.undo', { conversation: null })).toEqual({ conversation: jan, text: null });
    expect(await desk.review()).toMatchObject({ toDecide: 2, decided: 0 });
    expect(desk.queue.item(jan)?.plannedAt).toBeNull();
    expect(await desk.refusal('evening.undo', { conversation: null })).toBe('not-possible-now');
  });
  it('brings back the words of an answer that did not leave', async () => {
    const jan = desk.from('Jan', CLOSED_AT + MINUTE_MS);
    await desk.review();
    await desk.answer(jan, 'Dag Jan, ja hoor.', OPENS_AT);
    await desk.review();
    const undone = await desk.ask('evening.undo', { conversation: jan });
    expect(undone).toEqual({ conversation: jan, text: 'Dag Jan, ja hoor.' });
    expect(await desk.toDecide()).toEqual(['Jan']);
  });
  it('also undoes what was decided elsewhere than in the review', async () => {
    const jan = desk.from('Jan', CLOSED_AT + MINUTE_MS);
    await desk.review();
    void desk.conversations['conversation.snooze']({ id: jan, until: OPENS_AT, replyBy: null });
    await desk.review();
    await desk.ask('evening.undo', { conversation: null });
    expect(await desk.toDecide()).toEqual(['Jan']);
  });
});

describe('closing the day', () => {
  it('waits until everything is decided, and opens again for who writes afterwards', async () => {
    const jan = desk.from('Jan', CLOSED_AT + MINUTE_MS);
    expect(await desk.refusal('evening.close', {})).toBe('not-all-decided');
    await noAnswer(jan);
    expect(await desk.ask('evening.close', {})).toMatchObject({ dayClosedAt: NINE_PM, decided: 1 });
    desk.ports.jumpTo(NINE_PM + HOUR_MS);
    desk.from('An', NINE_PM + HOUR_MS);
    expect(await desk.ask('evening.state', {})).toMatchObject({ dayClosedAt: null, toDecide: 1 });
  });
  it('the next morning its plan is fresh until it was seen; on the next evening there is a review of its own', async () => {
    await plan(desk.from('Jan', CLOSED_AT + MINUTE_MS), OPENS_AT + HOUR_MS);
    await desk.ask('evening.close', {});
    expect((await desk.ask('evening.state', {})).hasFreshPlan).toBe(false);
    desk.ports.jumpTo(OPENS_AT - 30 * MINUTE_MS);
    expect((await desk.ask('evening.state', {})).hasFreshPlan).toBe(true);
    await desk.ask('dayPlan.seen', {});
    expect((await desk.ask('evening.state', {})).hasFreshPlan).toBe(false);
    desk.ports.jumpTo(NINE_PM + DAY_MS);
    // Planned this morning, and not done: asked about again.
    expect(await desk.review()).toMatchObject({ day: '2026-05-13', toDecide: 1, decided: 0, dayClosedAt: null });
  });
});

describe('an evening that is cut short', () => {
  it('goes on where it was in a desk that was never closed, down to what can be taken back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-evening-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'desk.sqlite');
    const first = openEveningDesk(NINE_PM, { file });
    const [jan, an] = ['Jan', 'An', 'Bo'].map((who) => first.from(who, CLOSED_AT + MINUTE_MS));
    await first.review();
    await first.ask('evening.decide', {
      conversation: jan ?? 0,
      choice: { kind: 'plan', at: OPENS_AT, replyBy: null },
    });
    await first.ask('evening.skip', { conversation: an ?? 0 });
    // The first one is never closed, as after a kill.
    const second = openEveningDesk(NINE_PM + MINUTE_MS, { file });
    const review = await second.review();
    expect(review).toMatchObject({ toDecide: 2, decided: 1, undecided: [{ who: 'Bo' }, { who: 'An' }] });
    expect(await second.ask('evening.undo', { conversation: null })).toMatchObject({ conversation: jan });
    expect(await second.toDecide()).toHaveLength(3);
  });
});

it('ten thousand that are late are counted and begun with in good time, and decided one by one', async () => {
  const longest = desk.from('Eerste', CLOSED_AT - 12 * DAY_MS);
  desk.store.transaction(() => {
    for (let nr = 1; nr < 10_000; nr += 1) addLate(nr);
  });
  const review = await desk.review();
  expect(review).toMatchObject({ toDecide: 10_000, decided: 0 });
  expect(review.undecided.length).toBeLessThan(50);
  expect(review.undecided[0]?.conversation).toBe(longest);
  expect(await noAnswer(longest)).toMatchObject({ toDecide: 9_999, decided: 1 });

  function addLate(nr: number): void {
    const address = `klant${nr}@x.be`;
    const id = desk.store.conversations.add({
      account: 'mertens',
      channel: 'email',
      customer: { name: '', address },
      subject: `Vraag ${nr}`,
      baseSubject: `vraag ${nr}`,
      at: CLOSED_AT - 9 * DAY_MS,
      decisions: { doneAt: null, doneBecause: null, snoozedUntil: null, replyByHand: null, sortedAs: null },
    });
    const row = desk.store.conversations.get(id);
    if (row === null) throw new Error('not added');
    const since = CLOSED_AT - 9 * DAY_MS + nr;
    desk.store.conversations.settle(id, row, { ...row, turn: 'ours', waitingSince: since, replyBy: since + HOUR_MS });
    desk.queue.mark([id]);
  }
});
