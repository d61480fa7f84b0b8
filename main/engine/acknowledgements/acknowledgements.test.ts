// What leaves, when it does, what is written down of it, and what becomes of it.
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { OWNER, TUESDAY_TEN } from '../ingest/fake-desk.ts';
import { createFakeRoom, fromPerson, somebody, type FakeRoom } from './fake-room.ts';

/** Tuesday 12 May, 10:00, and 8 working hours of 7.5 a day: Wednesday 10:30. */
const STATED = Date.parse('2026-05-13T08:30:00Z');

let fake: FakeRoom;
beforeEach(() => {
  fake = createFakeRoom();
});

describe('switched on', () => {
  it('is off at first: nothing leaves and nothing is listed', async () => {
    await fake.receive();
    expect(await fake.mode()).toBe('off');
    expect([fake.queued(), await fake.listed()]).toEqual([[], []]);
  });

  it('a week long only lists what it would have sent', async () => {
    await fake.turn({ to: 'on' });
    await fake.receive();
    expect(fake.queued()).toEqual([]);
    expect(await fake.listed()).toMatchObject([
      { outcome: 'dry-run', who: 'Jan Peeters', statedAt: STATED, delivery: null },
    ]);
    expect((await fake.listed())[0]?.text).toContain('uiterlijk woensdag 13 mei om 10.30 uur');
    await fake.desk.ports.pass(7 * DAY_MS);
    expect(await fake.mode()).toBe('on');
  });

  it('ends its rehearsal early when the owner says so, and sends nothing of what came before', async () => {
    await fake.turn({ to: 'on' });
    await fake.receive(somebody('an'));
    await fake.turn({ to: 'live', hasRead: true });
    fake.reopen();
    await fake.rest();
    expect(fake.queued()).toEqual([]);
    await fake.receive(somebody('an'));
    expect(fake.queued()).toHaveLength(1);
  });

  it('does not go live by a yes that nobody was asked for', async () => {
    await fake.turn({ to: 'live', hasRead: true });
    expect(await fake.mode()).toBe('off');
  });
});

describe('live', () => {
  beforeEach(() => fake.live());

  it('answers the customer, from the address he wrote to, as a machine does', async () => {
    const row = await fake.receive({ messageId: 'vraag@peeters.be', references: ['eerder@peeters.be'] });
    const [delivery] = fake.queued();
    const raw = Buffer.from(fake.desk.store.deliveries.raw(delivery?.id ?? 0) ?? []).toString();
    expect(delivery).toMatchObject({
      recipients: ['jan@peeters.be'],
      sender: OWNER.address,
      leavesAt: TUESDAY_TEN,
      undoUntil: null,
      conversation: fake.desk.conversationOf(row),
    });
    expect(raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect(raw).toMatch(/^Precedence: auto_reply\r$/m);
    expect(raw).toMatch(/^In-Reply-To: <vraag@peeters.be>\r$/m);
    expect(raw).toMatch(/^Subject: Automatisch antwoord: Vraag over een fiets\r$/m);
    expect(raw).not.toContain('blauwe fiets');
  });

  it('makes the moment it named the reply-by, to the instant, and does not stop the clock', async () => {
    await fake.desk.ports.pass(20 * MINUTE_MS);
    const row = await fake.receive({ at: TUESDAY_TEN + 10 * MINUTE_MS });
    await fake.desk.ports.pass(MINUTE_MS);
    await fake.rest();
    expect(fake.desk.item(row)).toMatchObject({
      turn: 'ours',
      // The target is 10:40; nobody says that.
      replyBy: STATED + 30 * MINUTE_MS,
      replyByFrom: 'acknowledgement',
      waitingSince: TUESDAY_TEN + 10 * MINUTE_MS,
      preview: 'Is de blauwe fiets nog te koop?',
    });
    expect((await fake.listed())[0]).toMatchObject({ statedAt: STATED + 30 * MINUTE_MS, delivery: 'queued' });
  });

  it('keeps to what it said when the office hours change afterwards', async () => {
    const row = await fake.receive();
    const { officeHours } = fake.desk.settings.get();
    fake.desk.settings.set({ officeHours: { ...officeHours, week: { ...officeHours.week, wed: [] } } });
    fake.desk.settle([fake.desk.conversationOf(row)]);
    expect(fake.desk.item(row).replyBy).toBe(STATED);
  });

  it('promised nothing when it could not leave', async () => {
    await fake.desk.ports.pass(10 * MINUTE_MS);
    const row = await fake.receive();
    const [delivery] = fake.queued();
    if (delivery !== undefined) fake.desk.store.deliveries.change(delivery, { state: 'failed', nextAttemptAt: null });
    fake.desk.settle([fake.desk.conversationOf(row)]);
    expect(fake.desk.item(row)).toMatchObject({ replyByFrom: 'target', replyBy: STATED + 10 * MINUTE_MS });
  });

  it('writes to one person once a day, whatever the subject and whatever he puts behind a plus', async () => {
    await fake.receive();
    await fake.receive({ subject: 'Nog iets' });
    await fake.receive({ subject: 'En dit', from: [{ name: 'Jan', address: 'Jan+2@peeters.be' }] });
    expect(fake.queued()).toHaveLength(1);
    expect((await fake.refusals()).slice(0, 2)).toEqual(['person-today', 'person-today']);
    await fake.desk.ports.pass(DAY_MS + MINUTE_MS);
    await fake.receive({ subject: 'De volgende dag' });
    expect(fake.queued()).toHaveLength(2);
  });

  it('a copy in Sent of another desk counts as one', async () => {
    const row = fake.desk.receive(fromPerson({ at: TUESDAY_TEN - MINUTE_MS, messageId: 'eerst@peeters.be' }));
    fake.desk.sentElsewhere({ kind: 'auto-reply', references: ['eerst@peeters.be'], at: TUESDAY_TEN });
    await fake.rest();
    expect(fake.desk.item(row).turn).toBe('ours');
    await fake.receive({ subject: 'Nog iets' });
    expect(fake.queued()).toEqual([]);
    expect(await fake.refusals()).toEqual(['person-today']);
  });

  it('stops at the ceiling, says so, and goes on when the owner says', async () => {
    fake.desk.settings.set({ acknowledgements: { perHour: 3, texts: {} } });
    for (const name of ['a', 'b', 'c', 'd', 'e']) await fake.receive(somebody(name));
    expect(fake.queued()).toHaveLength(3);
    expect(await fake.mode()).toBe('stopped');
    expect((await fake.refusals()).slice(0, 2)).toEqual(['ceiling', 'ceiling']);
    expect(fake.desk.events).toContainEqual({
      kind: 'trouble',
      error: expect.objectContaining({ code: 'acknowledgements-stopped', values: { count: '3' } }),
    });
    await fake.desk.ports.pass(2 * HOUR_MS);
    await fake.receive(somebody('f'));
    expect(fake.queued()).toHaveLength(3);
    await fake.turn({ to: 'resume' });
    await fake.receive(somebody('g'));
    expect(fake.queued()).toHaveLength(4);
  });

  it('tells who joins the conversation the moment that it told the others', async () => {
    await fake.desk.ports.pass(20 * MINUTE_MS);
    const row = await fake.receive({ messageId: 'vraag@peeters.be' });
    await fake.desk.ports.pass(5 * HOUR_MS);
    await fake.receive({ ...somebody('an'), references: ['vraag@peeters.be'] });
    const [second, first] = await fake.listed();
    expect(second).toMatchObject({ outcome: 'sent', who: 'an', statedAt: first?.statedAt });
    expect(fake.desk.item(row).replyBy).toBe(first?.statedAt);
  });

  it('goes with the conversation into another, and with the person when he is erased', async () => {
    const row = await fake.receive();
    const other = fake.desk.receive(fromPerson({ ...somebody('an'), subject: 'Iets anders' }));
    await fake.rest();
    const kept = fake.desk.conversationOf(other);
    fake.desk.store.conversations.merge(kept, fake.desk.conversationOf(row));
    expect((await fake.listed()).map(({ conversation }) => conversation)).toEqual([kept, kept]);
    fake.desk.store.erasures.forgetAddress('jan@peeters.be');
    expect((await fake.listed()).map(({ who }) => who)).toEqual(['an']);
  });

  it('is taken back where the owner answers first, and no draft is made of it', async () => {
    const row = await fake.receive();
    fake.desk.sentElsewhere({ references: ['m1@example'], at: TUESDAY_TEN + MINUTE_MS });
    await fake.rest();
    expect(fake.queued()).toEqual([]);
    expect(await fake.listed()).toMatchObject([{ outcome: 'sent', delivery: 'taken-back' }]);
    expect(fake.desk.item(row)).toMatchObject({ turn: 'theirs', messages: 2 });
    expect(fake.desk.store.drafts.answerIn(fake.desk.conversationOf(row))).toBeNull();
  });

  it('gives what it did not see come in a moment for the answer from the phone', async () => {
    await fake.desk.ports.pass(10 * MINUTE_MS);
    await fake.receive({ messageId: 'vraag@peeters.be', at: TUESDAY_TEN + 5 * MINUTE_MS });
    expect(await fake.listed()).toEqual([]);
    fake.desk.sentElsewhere({ references: ['vraag@peeters.be'], at: TUESDAY_TEN + 7 * MINUTE_MS });
    await fake.desk.ports.pass(MINUTE_MS);
    await fake.rest();
    expect(await fake.refusals()).toEqual(['answered']);
  });

  it('waits until it is known what happened meanwhile', async () => {
    fake.setCatchingUp(true);
    await fake.receive({ messageId: 'vraag@peeters.be' });
    fake.desk.sentElsewhere({ references: ['vraag@peeters.be'], at: TUESDAY_TEN + 1 });
    await fake.rest();
    expect(await fake.listed()).toEqual([]);
    fake.setCatchingUp(false);
    await fake.desk.ports.pass(10_000);
    await fake.rest();
    expect(await fake.refusals()).toEqual(['answered']);
  });

  it('lets be what may or may not have left: no question, and no second one', async () => {
    await fake.receive();
    const [delivery] = fake.queued();
    if (delivery === undefined) throw new Error('nothing was queued');
    fake.desk.store.deliveries.change(delivery, { state: 'unknown', nextAttemptAt: null, bodyStarted: true });
    fake.desk.events.push({ kind: 'delivery-changed', delivery: { ...deliveryOf(delivery.id), state: 'unknown' } });
    await fake.rest();
    expect(fake.letBe).toEqual([delivery.id]);
  });

  it('says nothing about what was sent before it was switched on, or lay there too long', async () => {
    await fake.desk.ports.pass(3 * HOUR_MS);
    await fake.receive({ at: TUESDAY_TEN - 1 });
    expect(await fake.listed()).toEqual([]);
    await fake.receive({ ...somebody('laat'), at: TUESDAY_TEN + MINUTE_MS });
    await fake.desk.ports.pass(MINUTE_MS);
    await fake.rest();
    expect(await fake.refusals()).toEqual(['too-old']);
  });

  it('finds after a crash what was stored and not decided about, and decides once', async () => {
    fake.desk.receive(fromPerson());
    fake.reopen();
    await fake.rest();
    fake.reopen();
    await fake.rest();
    expect(fake.queued()).toHaveLength(1);
  });

  it('when it breaks between the letter and the note of it, neither is there', async () => {
    const { acknowledgements } = fake.desk.store;
    const broken = {
      ...fake.desk.store,
      acknowledgements: {
        ...acknowledgements,
        add: () => {
          throw new Error('disk');
        },
      },
    };
    fake.reopen(broken);
    const row = await fake.receive();
    expect([fake.queued(), fake.desk.item(row).messages]).toEqual([[], 1]);
    fake.reopen();
    await fake.rest();
    expect(fake.queued()).toHaveLength(1);
  });
});

const deliveryOf = (id: number) => ({
  id,
  conversation: 1,
  account: 'a1',
  messageId: '',
  to: [],
  subject: '',
  state: 'queued' as const,
  leavesAt: 0,
  undoUntil: null,
  attempts: 1,
  nextAttemptAt: null,
  error: null,
  refused: [],
  filed: 'pending' as const,
});

it('an answer that waits in the outbox at the start is taken back too', async () => {
  await fake.live();
  await fake.receive();
  fake.reopen();
  fake.desk.sentElsewhere({ references: ['m1@example'], at: TUESDAY_TEN + MINUTE_MS });
  await fake.rest();
  expect(fake.queued()).toEqual([]);
});

it('sends the owner a trial of his own words', async () => {
  const sent = await fake.handlers()['acknowledgements.sendTest']({
    channel: 'email',
    situation: 'away',
    language: 'fr',
  });
  expect(sent).toMatchObject({
    ok: true,
    value: { to: [OWNER.address], subject: 'Réponse automatique: Question sur une commande' },
  });
  fake.desk.settings.set({
    acknowledgements: { perHour: 20, texts: { email: { open: { nl: 'Bel {{mijn.telefoon}}' } } } },
  });
  const wrong = await fake.handlers()['acknowledgements.sendTest']({
    channel: 'email',
    situation: 'open',
    language: 'nl',
  });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'field-without-value' } });
});
